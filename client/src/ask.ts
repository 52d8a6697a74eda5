/** Asks the server about a document, beyond the Language Server Protocol. */
import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Answers } from './protocol.js';

/** Asks the server. Undefined: it cannot answer, because it restarts or is an older one. */
export type Ask = <Method extends keyof Answers>(
  method: Method,
  document?: TextDocument,
  more?: object,
) => Promise<Answers[Method] | undefined>;

export const createAsk =
  (client: BaseLanguageClient): Ask =>
  async <Method extends keyof Answers>(method: Method, document?: TextDocument, more: object = {}) => {
    const textDocument = document && client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    try {
      return await client.sendRequest<Answers[Method]>(method, {
        ...(textDocument ? { textDocument } : {}),
        ...plain(more),
      });
    } catch (error) {
      client.warn(`${method} failed`, error, false);
      return undefined;
    }
  };

/** As it is in JSON: a worker gets a clone instead, in which VS Code's positions are not what the protocol calls one. */
const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
