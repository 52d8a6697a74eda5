/** Markdown for hovers and completion documentation. Everything that comes from a document or the catalogue's data goes through `plain` or `code`. */

/** `text` as plain characters: nothing in it is read as Markdown or HTML. */
export const plain = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/gu, '\\$&').replace(/\s+/gu, ' ');

/** `text` in a code span, whatever backticks it holds; one line. */
export function code(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  return fence + padding + line + padding + fence;
}

/** `text` in a code span inside a table's cell. */
export const cellCode = (text: string): string => code(text).replaceAll('|', '\\|');

/** Blocks with an empty line between them; empty and missing ones are left out. */
export const blocks = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join('\n\n');

/** A bullet list. */
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A table of cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
