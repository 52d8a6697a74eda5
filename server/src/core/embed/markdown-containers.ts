/**
 * What a line of Markdown stands in: quotations and entries of lists, which put something before each of their lines. Source of the forms: the CommonMark
 * specification. A fence that is indented counts as one in an entry of a list, wherever the entry begins.
 */

export interface Containers {
  /** How much of the line they take, in UTF-16 units. */
  readonly length: number;
  /** From the outside: a quotation, or so many columns of indentation. */
  readonly parts: readonly ('quotation' | number)[];
  /** What they put before a line that is not their first one. */
  readonly before: string;
  /** Whether one of them is a quotation. */
  readonly isQuoted: boolean;
}

const tabStop = 4;

const quotation = />[ \t]?/uy;
const bullet = /(?:[-*+]|\d{1,9}[.)])[ \t]+/uy;

function matchAt(expression: RegExp, line: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(line)?.[0] ?? '';
}

const isBlank = (character: string): boolean => character === ' ' || character === '\t';

/** The containers that a line begins with. */
export function containersOf(line: string): Containers {
  const parts: ('quotation' | number)[] = [];
  let [at, columns, before] = [0, 0, ''];
  const indent = (): void => {
    if (columns > 0) parts.push(columns);
    columns = 0;
  };
  while (at < line.length) {
    const quote = matchAt(quotation, line, at);
    const mark = quote === '' ? matchAt(bullet, line, at) : '';
    const character = line.charAt(at);
    if (quote !== '') {
      indent();
      parts.push('quotation');
      before += quote;
      at += quote.length;
    } else if (mark !== '') {
      columns += mark.length;
      before += ' '.repeat(mark.length);
      at += mark.length;
    } else if (isBlank(character)) {
      columns += character === '\t' ? tabStop - (columns % tabStop) : 1;
      before += character;
      at++;
    } else break;
  }
  indent();
  return { length: at, parts, before, isQuoted: parts.includes('quotation') };
}

/** Where what the containers hold begins in a further line; undefined where the line is outside of a quotation. */
export function insideOf(line: string, { parts }: Containers): number | undefined {
  let at = 0;
  for (const part of parts)
    if (part === 'quotation') {
      // Up to three blanks may stand before the mark.
      let mark = at;
      while (mark < at + 3 && line.charAt(mark) === ' ') mark++;
      const found = matchAt(quotation, line, mark);
      if (found === '') return undefined;
      at = mark + found.length;
    } else
      for (let columns = 0; columns < part && isBlank(line.charAt(at)); at++)
        columns += line.charAt(at) === '\t' ? tabStop - (columns % tabStop) : 1;
  return at;
}
