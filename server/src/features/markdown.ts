/** Markdown for hovers and completion documentation. Everything that comes from a document or the catalogue's data goes through `plain` or `code`. */

/**
 * `text` as plain characters on one line: nothing in it is read as Markdown, HTML or an address. What means something at the start of a line only
 * is left alone elsewhere, so that the text stays readable where Markdown is shown raw.
 */
export const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]()<>|~&@]|:(?=\/)|(?<=www)\.|^ ?[#+=-]/giu, (found) =>
      found.startsWith(' ') ? ` \\${found.slice(1)}` : `\\${found}`,
    )
    .replace(/^( ?\d+)\./u, '$1\\.');

/** `text` in a code span, whatever backticks it holds; one line. */
export function code(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  return fence + padding + line + padding + fence;
}

/** Markdown for a table's cell: a bar in it would end the cell, in a code span too. */
export const cell = (markdown: string): string => markdown.replace(/(?<!\\)\|/gu, '\\|');

/** `text` in a code span inside a table's cell. */
export const cellCode = (text: string): string => code(text).replaceAll('|', '\\|');

/** Blocks with an empty line between them; empty and missing ones are left out. */
export const blocks = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join('\n\n');

/** Blocks with another behind the first, which stays the first. */
export function withSecond(markdown: string, line: string | undefined): string {
  const end = markdown.indexOf('\n\n');
  return end < 0 ? blocks(markdown, line) : blocks(markdown.slice(0, end), line, markdown.slice(end + 2));
}

/** A bullet list. */
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A table of cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => ':--')), ...rows.map(line)].join('\n');
}

/** A block of JSON, whatever backticks it holds. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}json\n${text}\n${fence}`;
}

/** A link to a page of the web with plain text; only the text where `url` is no `https` address. The address must be from our own data. */
export const link = (text: string, url: string): string =>
  /^https:\/\/[^\s()<>\\]+$/u.test(url) ? `[${plain(text)}](${url})` : plain(text);

/** A link that has the client run one of its commands; `args` are JSON. For clients that were asked whether they do that. */
export function commandLink(text: string, { command, args }: CommandLink): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(
    /[()]/gu,
    (bracket) => `%${bracket.charCodeAt(0).toString(16)}`,
  );
  return `[${plain(text)}](command:${command}?${query})`;
}

export interface CommandLink {
  readonly command: string;
  readonly args: readonly (string | number)[];
}

/** The first `limit` of `items`, and `more` with the count of the rest. */
export const bounded = (
  items: readonly string[],
  limit: number,
  more: (count: number) => string,
): readonly string[] => [...items.slice(0, limit), ...(items.length > limit ? [more(items.length - limit)] : [])];
