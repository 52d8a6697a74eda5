/** Texts with tab stops, in the notation of the protocol: `$1`, `${1:default}`, `${1|one,other|}`, `$0`. */

/** A text as a snippet that inserts just it. */
export const literal = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');

/** A tab stop that stands for `text` until something else is typed. */
export const stop = (number: number, text: string): string => `\${${number}:${literal(text)}}`;

/** A tab stop with a choice; with one choice it is as `stop`. */
export const choice = (number: number, choices: readonly string[]): string =>
  choices.length === 1
    ? stop(number, choices[0] ?? '')
    : `\${${number}|${choices.map((text) => text.replace(/[\\$},|]/gu, '\\$&')).join(',')}|}`;

const part = /\\([\\$},|])|\$\{\d+\|((?:\\.|[^\\|$])*)\|\}|\$\{\d+:((?:\\.|[^\\}$])*)\}|\$(?:\d+|\{\d+\})/gu;

/** The text that a snippet inserts when nothing is typed at its stops; stops do not nest. */
export const withoutStops = (snippet: string): string =>
  snippet.replace(part, (_, escaped?: string, choices?: string, text?: string) => {
    if (escaped !== undefined) return escaped;
    const first = choices === undefined ? text : /^(?:\\.|[^\\,])*/u.exec(choices)?.[0];
    return (first ?? '').replace(/\\(.)/gu, '$1');
  });
