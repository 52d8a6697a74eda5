/** Escapes of strings in programs. */

const simple: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\u0007'],
  ['\n', ''],
]);

const numbered = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]{1,6})\}|U([\dA-Fa-f]{8}))/uy;

/** What the backslash at `at` and what belongs to it stand for. */
export function unescapedAt(text: string, at: number): { readonly length: number; readonly value: string } {
  numbered.lastIndex = at;
  const found = numbered.exec(text);
  if (found) {
    const code = Number.parseInt(found.slice(1).join(''), 16);
    return { length: found[0].length, value: code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD' };
  }
  if (text.startsWith('\r\n', at + 1)) return { length: 3, value: '' };
  const next = text.charAt(at + 1);
  return { length: next === '' ? 1 : 2, value: simple.get(next) ?? next };
}

/** Quotes that a longer sign, or one that follows the text, might be seen in. */
const runs: ReadonlyMap<string, RegExp> = new Map([
  ['"""', /"{3,}|"{1,2}$/gu],
  ["'''", /'{3,}|'{1,2}$/gu],
]);

/** The text with its backslashes, `sign`, and whatever cannot stand on one line escaped. `multiline`: lines stay. */
export function escaped(text: string, sign: string, multiline: boolean): string {
  const doubled = text.replaceAll('\\', '\\\\');
  const run = runs.get(sign);
  const quoted = run
    ? doubled.replace(run, (found) => found.replaceAll(sign.charAt(0), (quote) => `\\${quote}`))
    : doubled.replaceAll(sign, (found) => `\\${found}`);
  return quoted.replace(/[\n\r\t]/gu, (character) =>
    character === '\r' ? '\\r' : multiline ? character : character === '\n' ? '\\n' : '\\t',
  );
}
