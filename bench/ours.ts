/** The product as the benchmark calls it: the same functions as the server, without a wire. */
import type { CompletionList, Position, Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createNodeCatalogue, createNodeLanguage } from '../server/src/catalogue-file.js';
import { rules } from '../server/src/core/lint/rules/index.js';
import { readPolicy } from '../server/src/core/policy/read.js';
import { codeActions } from '../server/src/features/code-actions/index.js';
import { complete } from '../server/src/features/completion/index.js';
import { diagnose } from '../server/src/features/diagnostics.js';
import { lintOptionsOf, type Context } from '../server/src/features/context.js';
import { HostDocument, type PolicyDocument } from '../server/src/features/document.js';
import { documentSymbols } from '../server/src/features/document-symbols.js';
import { inlayHints } from '../server/src/features/inlay-hints.js';
import { semanticTokens } from '../server/src/features/semantic-tokens/index.js';
import { createDocumentCache } from '../server/src/server/documents.js';
import { defaultInlayHints } from '../server/src/server/settings.js';
import { hover } from '../server/src/features/hover/index.js';
import { lint } from '../server/src/core/lint/lint.js';

const data = 'server/catalogue/generated';

export const context: Context = {
  catalogue: createNodeCatalogue(data),
  language: createNodeLanguage(data),
  rules,
  settings: {},
  locale: 'en',
  rulePage: 'file:///docs/rules/{code}.md',
};
const options = lintOptionsOf(context);

export const documentOf = (text: string, version = 1): TextDocument =>
  TextDocument.create('file:///bench.cam.json', 'cam-policy', version, text);

/** Reads and lints; gives how much was found. */
export const readAndLint = (text: string): number => lint(readPolicy(text), options).length;

/** A document that has been read and linted, as one that a person has been looking at. */
export function open(text: string): HostDocument {
  const document = new HostDocument(documentOf(text), context);
  diagnose(document, context);
  return document;
}

/** The policy at a position, as the server finds it for each request. */
function policyAt(document: HostDocument, position: Position): PolicyDocument {
  const policy = document.policyAt(position);
  if (!policy) throw new Error('no policy at the position');
  return policy;
}

export const completeAt = (document: HostDocument, position: Position): CompletionList | null =>
  complete(policyAt(document, position), position, context);
export const hoverAt = (document: HostDocument, position: Position): unknown =>
  hover(policyAt(document, position), position, context);
export const symbolsOf = (document: HostDocument): unknown => documentSymbols(document, context);

export const tokensOf = (document: HostDocument): unknown => semanticTokens(document, undefined, context);

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 1e9, character: 0 } };

/** The hints of the whole document, though editors ask for those of what is on the screen. */
export const hintsOf = (document: HostDocument): unknown =>
  inlayHints(document, everything, defaultInlayHints, context);

/** The code actions at one position, as an editor asks for them when the cursor rests. */
export const actionsAt = (document: HostDocument, position: Position): unknown =>
  codeActions(
    document,
    { start: position, end: position },
    { diagnostics: [] },
    { ...context, resolvesEdits: true, versionsEdits: true, commands: new Set<string>() },
  );

/** Gives the diagnostics after an edit of a document, as the server does. */
export function typeInto(document: TextDocument): (range: Range, newText: string) => number {
  let version = 1;
  const cache = createDocumentCache(() => context);
  return (range, newText) => {
    TextDocument.update(document, [{ range, text: newText }], ++version);
    return diagnose(cache.of(document), context).length;
  };
}
