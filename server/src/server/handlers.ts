/** Handlers of requests on open documents. */
import type { CancellationToken, Position, ResponseError, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../features/context.js';
import type { HostDocument, PolicyDocument } from '../features/document.js';
import type { TestDocument } from '../features/testing/document.js';
import type { DocumentCache } from './documents.js';
import type { Guard } from './guard.js';
import { isTestFile, type TestFiles } from './test-files.js';

/** The parameters that all requests on a document have. */
export interface OnTextDocument {
  readonly textDocument: { readonly uri: string };
}

/** The parameters that all requests at a position have. */
export interface AtPosition extends OnTextDocument {
  readonly position: Position;
}

export type Handler<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError<never>>;

export interface Handlers {
  /** The current version of the document of a request; undefined: it is not open. */
  readonly documentOf: (params: OnTextDocument) => HostDocument | undefined;
  /** The policy at the position of a request; undefined: there is none. */
  readonly policyOf: (params: AtPosition) => PolicyDocument | undefined;
  /** A guarded handler for requests on a document. `fallback` is the answer if the document is not open, or if `handle` throws. */
  readonly onDocument: <Params extends OnTextDocument, Result>(
    method: string,
    fallback: Result,
    handle: (document: HostDocument, params: Params, context: Context) => Result | Promise<Result>,
  ) => Handler<Params, Result>;
  /** The same for requests at a position: `handle` is given the policy there. `fallback` is also the answer if there is none. */
  readonly onPolicy: <Params extends AtPosition, Result>(
    method: string,
    fallback: Result,
    handle: (document: PolicyDocument, params: Params, context: Context) => Result | Promise<Result>,
  ) => Handler<Params, Result>;
  /** A handler that answers requests on files with tests by `handle`, and all others by `otherwise`. `fallback` as above. */
  readonly onTests: <Params extends OnTextDocument, Result>(
    method: string,
    fallback: Result,
    handle: (
      document: TestDocument,
      params: Params,
      context: Context,
      token: CancellationToken,
    ) => Result | Promise<Result>,
    otherwise: Handler<Params, Result>,
  ) => Handler<Params, Result>;
}

export interface HandlerPorts {
  readonly tests: TestFiles;
  readonly documents: TextDocuments<TextDocument>;
  readonly cache: DocumentCache;
  readonly guard: Guard;
  readonly contextOf: (uri: string) => Context;
  /** Resolves when what the context of a document depends on is known; undefined where it is. */
  readonly ready: (uri: string) => Promise<void> | undefined;
}

export function createHandlers({ documents, cache, guard, contextOf, ready, tests }: HandlerPorts): Handlers {
  const documentOf: Handlers['documentOf'] = ({ textDocument }) => {
    const text = documents.get(textDocument.uri);
    return text && cache.of(text);
  };
  /** Waits where there is something to wait for: most requests are answered in the turn in which they come. */
  const once = <Answer>(
    { textDocument }: OnTextDocument,
    answer: () => Answer | Promise<Answer>,
  ): Answer | Promise<Answer> => {
    const waiting = documents.get(textDocument.uri) && ready(textDocument.uri);
    return waiting ? waiting.then(answer) : answer();
  };
  const policyOf: Handlers['policyOf'] = (params) => documentOf(params)?.policyAt(params.position);
  return {
    documentOf,
    policyOf,
    onDocument: (method, fallback, handle) =>
      guard(method, fallback, (params) =>
        once(params, () => {
          const document = documentOf(params);
          return document ? handle(document, params, contextOf(document.uri)) : fallback;
        }),
      ),
    onPolicy: (method, fallback, handle) =>
      guard(method, fallback, (params) =>
        once(params, () => {
          const document = policyOf(params);
          return document ? handle(document, params, contextOf(document.uri)) : fallback;
        }),
      ),
    onTests: (method, fallback, handle, otherwise) => {
      const onTest = guard(method, fallback, async (params: Parameters<typeof otherwise>[0], token) => {
        const { uri } = params.textDocument;
        const document = await tests.open(uri, token);
        return document ? handle(document, params, contextOf(uri), token) : fallback;
      });
      return (params, token) => (isTestFile(params.textDocument.uri) ? onTest : otherwise)(params, token);
    },
  };
}
