/** What all reports in SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS, have in common. */
import type { Region } from 'sarif';
import type { Range } from '../range.js';

export const sarifSchema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** What addresses in a report are relative to. */
export const sourceRoot = '%SRCROOT%';

export const regionOf = ({ line, column, endLine, endColumn }: Range): Region => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});
