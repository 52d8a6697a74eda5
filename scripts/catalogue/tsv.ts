/** Reads tab-separated tables with a header line. */
import { readFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

/** Rows by column name; cells in double quotes lose them. */
export function readTable(file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const columns = header.split('\t');
  return lines.map((line) =>
    Object.fromEntries(line.split('\t').map((cell, index) => [columns[index] ?? `column ${index}`, unquote(cell)])),
  );
}

/** The names of a table's columns. */
export const readHeader = (file: string): readonly string[] =>
  (/^[^\r\n]*/.exec(readFileSync(file, 'utf8'))?.[0] ?? '').split('\t');

const unquote = (cell: string): string => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** The value of a cell, empty where the row has no such column. */
export const cell = (row: Row, column: string): string => row[column] ?? '';

/** Values of a cell that holds several. */
export const values = (row: Row, column: string): readonly string[] =>
  cell(row, column)
    .split(' ; ')
    .map((value) => value.trim())
    .filter((value) => value !== '');
