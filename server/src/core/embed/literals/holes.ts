/** A policy that was read from a program, with parts that only the program knows. */
import { PolicyBuilder } from '../builder.js';
import type { Embedded } from '../embedded.js';
import { UnknownValues } from '../unknown.js';
import { cutAtHoles, type Hole } from './form.js';

/** The policy that a whole text is. A hole inside a string is a part of the string; elsewhere it is a value. */
export function readWithHoles(text: string, holes: readonly Hole[]): Embedded {
  const unknowns = new UnknownValues();
  const builder = new PolicyBuilder(text, 0);
  let at = 0;
  let isInString = false;
  for (const part of cutAtHoles(text, holes)) {
    const shown = typeof part === 'string' ? part : part.shown;
    if (typeof part === 'string') {
      builder.copy(at, at + shown.length);
      isInString = isInStringAfter(part, isInString);
    } else builder.replace(at, at + shown.length, unknowns.add(shown, !isInString));
    at += shown.length;
  }
  const writing = { encode: (own: string): string => unknowns.write(own, (plain) => plain), indent: '' };
  return { ...builder.finish(text.length, writing), unknown: unknowns.isEmpty ? undefined : 'values' };
}

function isInStringAfter(text: string, before: boolean): boolean {
  let inside = before;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '"') inside = !inside;
    else if (character === '\n') inside = false;
  }
  return inside;
}
