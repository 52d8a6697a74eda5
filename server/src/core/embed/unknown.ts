/**
 * What only the host knows: the value of an interpolation, of a reference, of a call. In the policy's own text a character of Unicode's private use
 * area stands for each, as a part of a string or as a whole one.
 */
import { isUnknownMark, unknownMarks } from '../syntax/unknown-mark.js';

/** The most values of one policy: as many as there are such characters. */
const most = 6400;

const first = unknownMarks.charCodeAt(0);

interface UnknownValue {
  /** How the host writes it. */
  readonly source: string;
  /** Whether it stands where a value of JSON stands, and not inside a string. */
  readonly whole: boolean;
}

/** The values of one policy that only its host knows. */
export class UnknownValues {
  private readonly values: UnknownValue[] = [];

  /** What stands in the policy's own text for a value that the host writes as `source`. */
  add(source: string, whole: boolean): string {
    if (this.values.length < most) this.values.push({ source, whole });
    const mark = String.fromCharCode(first + this.values.length - 1);
    return whole ? `"${mark}"` : mark;
  }

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  /** The policy's own text as the host writes it: values by their source, all else by `encode`. */
  write(text: string, encode: (text: string) => string): string {
    let written = '';
    let done = 0;
    for (let at = 0; at < text.length; at++) {
      if (!isUnknownMark(text, at)) continue;
      const value = this.values[text.charCodeAt(at) - first];
      if (!value) continue;
      const hasQuotes = value.whole && text.charAt(at - 1) === '"' && text.charAt(at + 1) === '"' && at > done;
      written += encode(text.slice(done, hasQuotes ? at - 1 : at)) + value.source;
      done = hasQuotes ? at + 2 : at + 1;
    }
    return written + encode(text.slice(done));
  }
}
