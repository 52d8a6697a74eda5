/** Texts with tab stops, in the notation of the protocol: `$1`, `${1:default}`, `${1|one,other|}`, `$0`. */

/** A text as a snippet that inserts just it. */
export const literal = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');

/** A tab stop whose default is `text`. */
export const stop = (number: number, text: string): string => `\${${number}:${literal(text)}}`;

/** A tab stop with choices; with one choice it is the same as `stop`. */
export const choice = (number: number, choices: readonly string[]): string =>
  choices.length === 1
    ? stop(number, choices[0] ?? '')
    : `\${${number}|${choices.map((text) => text.replace(/[\\$},|]/gu, '\\$&')).join(',')}|}`;

const part = /\\([\\$},|])|\$\{\d+\|((?:\\.|[^\\|$])*)\|\}|\$\{\d+:((?:\\.|[^\\}$])*)\}|\$(?:\d+|\{\d+\})/gu;

/** Applies `change` to the texts of a snippet, the defaults and choices of its tab stops included. */
export function mapText(snippet: string, change: (text: string) => string): string {
  let result = '';
  let run = '';
  const flush = (): void => {
    result += literal(change(run));
    run = '';
  };
  let at = 0;
  for (const { 0: found, index, ...groups } of snippet.matchAll(part)) {
    const [escaped, choices, text] = [groups[1], groups[2], groups[3]];
    run += snippet.slice(at, index) + (escaped ?? '');
    at = index + found.length;
    if (escaped !== undefined) continue;
    flush();
    const number = Number(/\d+/u.exec(found)?.[0]);
    if (choices !== undefined) result += choice(number, choicesOf(choices).map(change));
    else result += text === undefined ? found : stop(number, change(unescaped(text)));
  }
  run += snippet.slice(at);
  flush();
  return result;
}

const unescaped = (text: string): string => text.replace(/\\(.)/gu, '$1');

const choicesOf = (choices: string): readonly string[] => (choices.match(/(?:\\.|[^\\,])+/gu) ?? []).map(unescaped);

/** The text that a snippet inserts if nothing is typed at its tab stops. Tab stops do not nest. `named`: words among their defaults are to be replaced, and stand as `<name>`. */
export const withoutStops = (snippet: string, named = false): string =>
  snippet.replace(part, (_, escaped?: string, choices?: string, text?: string) => {
    if (escaped !== undefined) return escaped;
    if (named && text !== undefined && /^[A-Za-z]\w*$/u.test(text)) return `<${text}>`;
    const first = choices === undefined ? text : /^(?:\\.|[^\\,])*/u.exec(choices)?.[0];
    return unescaped(first ?? '');
  });
