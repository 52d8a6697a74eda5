/** What a client may ask of a document. */
import type { Chance } from './chance.js';
import { positionIn } from './positions.js';

const options = { tabSize: 2, insertSpaces: true };

/** One request of each kind that the server answers, about `text` at random places. */
export function goodRequests(
  uri: string,
  text: string,
  chance: Chance,
): [readonly [string, unknown], ...(readonly [string, unknown])[]] {
  const textDocument = { uri };
  const position = positionIn(text, chance);
  const at = { textDocument, position };
  const range = { start: position, end: positionIn(text, chance) };
  return [
    ['textDocument/completion', at],
    ['textDocument/hover', at],
    ['textDocument/documentHighlight', at],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['textDocument/prepareRename', at],
    ['textDocument/rename', { ...at, newName: 'uin/100000000002' }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['source'] } }],
    ['textDocument/selectionRange', { textDocument, positions: [position, range.end] }],
    ['textDocument/onTypeFormatting', { ...at, ch: '}', options }],
    ['textDocument/rangeFormatting', { textDocument, range, options }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/semanticTokens/range', { textDocument, range }],
    ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' }],
    ['workspace/symbol', { query: 'a' }],
    [
      'camPolicy/addStatement',
      { textDocument, message: 'you are not authorized to perform operation (mps:ProcessMedia)' },
    ],
    ['camPolicy/expandWildcards', { textDocument }],
    ['camPolicy/summary', { textDocument }],
    ['camPolicy/templates', {}],
    ...wholeRequests(uri, text),
  ];
}

/** Requests whose answers hold every token and every gap of a text. */
export const wholeRequests = (uri: string, text: string): readonly (readonly [string, unknown])[] => {
  const textDocument = { uri };
  const lines = text.split(/\r\n|\r|\n/u);
  const positions = lines.map((_, line) => ({ line, character: 2 ** 20 }));
  return [
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/selectionRange', { textDocument, positions }],
    ['textDocument/formatting', { textDocument, options: { tabSize: 7, insertSpaces: true } }],
    ['camPolicy/compact', { textDocument }],
  ];
};
