/** Asks the server about a document, beyond the Language Server Protocol. */
import { window, type TextDocument } from 'vscode';
import type { Answers } from './protocol.js';
import type { Server } from './server.js';

/** Asks the server, and waits for one that is starting. Undefined: it cannot answer, because it has stopped or is an older one. */
export type Ask = <Method extends keyof Answers>(
  method: Method,
  document?: TextDocument,
  more?: object,
) => Promise<Answers[Method] | undefined>;

/** Asks about the policy at the cursor of the active editor, else about the document's first. */
export async function askAtCursor<Method extends keyof Answers>(
  ask: Ask,
  method: Method,
  document: TextDocument,
): Promise<Answers[Method] | undefined> {
  const position = window.activeTextEditor?.selection.active;
  return (position && (await ask(method, document, { position }))) ?? ask(method, document);
}

export const createAsk =
  (server: Server): Ask =>
  async <Method extends keyof Answers>(method: Method, document?: TextDocument, more: object = {}) => {
    const client = await server.running().catch(() => undefined);
    if (!client) return undefined;
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
