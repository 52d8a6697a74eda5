/**
 * What a client sends, looked at before anything else does: the library and the handlers take for granted what LSP requires. A notification with wrong parameters is
 * left out and logged, a request is answered with `InvalidParams`.
 */
import { InitializeRequest, type ConnectionOptions, type Message } from 'vscode-languageserver';
import { own } from '../core/own.js';
import { isObject } from './settings.js';

/** For each connection. */
export const incoming: ConnectionOptions = {
  messageStrategy: {
    handleMessage: (message, next) => next('method' in message ? checked(message as Named) : message),
  },
};

/** The method that a message with wrong parameters goes on under; its parameters are `WrongParameters`. */
export const wrongParameters = '$/wrongParameters';

export interface WrongParameters {
  readonly method: string;
}

interface Named extends Message {
  readonly method: string;
  readonly params?: unknown;
}

function checked(message: Named): Message {
  const { method, params } = message;
  if (method === InitializeRequest.method) return withParams(message, withCapabilities(params));
  // What they take for granted is little, and null is their answer where it is not there.
  if (method.startsWith('camPolicy/')) return isObject(params) ? message : withParams(message, {});
  if (shapes.get(method)?.(params) ?? true) return message;
  return withParams({ ...message, method: wrongParameters }, { method } satisfies WrongParameters);
}

const withParams = (message: Named, params: object): Message => ({ ...message, params }) as Message;

/** Where `capabilities` are missing, the client has announced none. */
function withCapabilities(params: unknown): object {
  if (!isObject(params)) return { capabilities: {} };
  return isObject(params['capabilities']) ? params : { ...params, capabilities: {} };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const has = (members: { readonly [name: string]: Check }): Check => {
  const checks = Object.entries(members);
  return (value) => isObject(value) && checks.every(([name, check]) => check(own(value, name)));
};

const isPosition = has({ line: isNumber, character: isNumber });
const isRange = has({ start: isPosition, end: isPosition });

/** A document, and what a method takes besides. */
const inDocument = (members: { readonly [name: string]: Check } = {}): Check =>
  has({ textDocument: has({ uri: isText }), ...members });

const onDocument = inDocument();
const atPosition = inDocument({ position: isPosition });
const ofRange = inDocument({ range: isRange });

/** What methods take that the server or its library reads, by method. */
const shapes: ReadonlyMap<string, Check> = new Map([
  [
    'textDocument/didOpen',
    has({ textDocument: has({ uri: isText, languageId: isText, version: optional(isNumber), text: isText }) }),
  ],
  [
    'textDocument/didChange',
    has({
      textDocument: has({ uri: isText, version: isNumber }),
      contentChanges: listOf(has({ text: isText, range: optional(isRange) })),
    }),
  ],
  ['textDocument/didClose', onDocument],
  ['textDocument/didSave', onDocument],
  ['workspace/didChangeWatchedFiles', has({ changes: listOf(has({ uri: isText })) })],
  ['workspace/didChangeConfiguration', isObject],
  ['textDocument/diagnostic', onDocument],
  ['textDocument/documentSymbol', onDocument],
  ['textDocument/foldingRange', onDocument],
  ['textDocument/documentLink', onDocument],
  ['textDocument/codeLens', onDocument],
  ['textDocument/semanticTokens/full', onDocument],
  ['textDocument/semanticTokens/full/delta', onDocument],
  ['textDocument/semanticTokens/range', ofRange],
  ['textDocument/inlayHint', ofRange],
  ['textDocument/codeAction', inDocument({ range: isRange, context: has({ diagnostics: Array.isArray }) })],
  ['textDocument/completion', atPosition],
  ['textDocument/hover', atPosition],
  ['textDocument/documentHighlight', atPosition],
  ['textDocument/references', atPosition],
  ['textDocument/prepareRename', atPosition],
  ['textDocument/rename', inDocument({ position: isPosition, newName: isText })],
  ['textDocument/selectionRange', inDocument({ positions: listOf(isPosition) })],
  ['textDocument/formatting', inDocument({ options: isObject })],
  ['textDocument/rangeFormatting', inDocument({ range: isRange, options: isObject })],
  ['textDocument/onTypeFormatting', inDocument({ position: isPosition, options: isObject })],
  ['workspace/symbol', has({ query: isText })],
  ['completionItem/resolve', has({ label: isText })],
  ['codeAction/resolve', has({ title: isText })],
]);
