/** What all reports in SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS, have in common. */
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Region } from 'sarif';
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

/** The address of a file, which is named from the source's root or, outside it, by its whole path. Windows lets a name hold half a character, which no address can. */
export const addressOf = (fromRoot: string): ArtifactLocation =>
  /^(?:\/|[A-Za-z]:\/)/u.test(fromRoot)
    ? { uri: pathToFileURL(fromRoot).href }
    : {
        uri: fromRoot
          .replace(/\p{Cs}/gu, '\ufffd')
          .split('/')
          .map(encodeURIComponent)
          .join('/'),
        uriBaseId: sourceRoot,
      };

/** SARIF reads `[text](link)` and `{0}` in messages as more than text. */
export const plainMessage = (text: string): string =>
  text.replace(/\[([^\][]*)\]\(/gu, '\\[$1\\](').replace(/\{(\d+)\}/gu, '{{$1}}');
