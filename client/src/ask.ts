/** Asks the server about a document, beyond the Language Server Protocol. */
import { commands, l10n, window, type CancellationToken, type Position, type TextDocument } from 'vscode';
import { commands as names } from '../../protocol/names.js';
import type { Answers } from './protocol.js';
import type { Server } from './server.js';

/** Asks the server, and waits for one that is starting. Undefined: it cannot answer, because it has stopped or is an older one; or `token` took the question back. */
export type Ask = <Method extends keyof Answers>(
  method: Method,
  document?: TextDocument,
  more?: object,
  token?: CancellationToken,
) => Promise<Answers[Method] | undefined>;

/** Which policy of a document: the one at the position, else the one of the number. */
export interface Which {
  readonly policy: number;
  readonly position?: Position;
}

/** The policy at the cursor, else the first. */
export function atCursor(document: TextDocument): Which {
  const editor = window.activeTextEditor;
  return editor?.document === document ? { policy: 0, position: editor.selection.active } : { policy: 0 };
}

/** Asks about the policy at the cursor, else about the document's first. */
export const askAtCursor = <Method extends keyof Answers>(
  ask: Ask,
  method: Method,
  document: TextDocument,
  more: object = {},
): Promise<Answers[Method] | undefined> => ask(method, document, { ...atCursor(document), ...more });

/** Tells the person why a question has no answer: undefined, since the server gives none, or null, for which there is a `reason`. */
export function tellUnanswered(
  answer: null | undefined,
  reason = l10n.t(
    'No answer: there is no policy, it is half-written, or it depends on values that its text does not hold.',
  ),
): void {
  if (answer === null) void window.showInformationMessage(reason);
  else void offerRestart();
}

async function offerRestart(): Promise<void> {
  const restart = l10n.t('Restart');
  const chosen = await window.showErrorMessage(l10n.t('The language server does not answer.'), restart);
  if (chosen === restart) await commands.executeCommand(names.restartServer);
}

export const createAsk =
  (server: Server): Ask =>
  async <Method extends keyof Answers>(
    method: Method,
    document?: TextDocument,
    more: object = {},
    token?: CancellationToken,
  ) => {
    const client = await server.running().catch(() => undefined);
    if (!client) return undefined;
    const textDocument = document && client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    try {
      const params = { ...(textDocument ? { textDocument } : {}), ...plain(more) };
      // An undefined token would be sent as a second parameter.
      return await (token
        ? client.sendRequest<Answers[Method]>(method, params, token)
        : client.sendRequest<Answers[Method]>(method, params));
    } catch (error) {
      if (token?.isCancellationRequested !== true) client.warn(`${method} failed`, error, false);
      return undefined;
    }
  };

/** As it is in JSON: a worker gets a clone instead, in which VS Code's positions are not what the protocol calls one. */
const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
