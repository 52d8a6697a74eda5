/** Whether the server knows what a document says, after all that the client has done to it. */
import assert from 'node:assert/strict';
import type { Chance } from './chance.js';
import type { OpenDocument } from './editor.js';
import { positionIn } from './positions.js';
import { wholeRequests } from './questions.js';
import type { Answer, Wire } from './wire.js';

/** The server's text of a document is the client's: it answers as for a document that is opened with that text. */
export async function assertKnown(wire: Wire, { uri, text }: OpenDocument, chance: Chance): Promise<void> {
  const fresh = 'file:///soak/fresh.cam.json';
  wire.notify('textDocument/didOpen', { textDocument: { uri: fresh, languageId: 'cam-policy', version: 1, text } });
  const places = Array.from({ length: 10 }, () => positionIn(text, chance));
  const questions = (of: string): readonly (readonly [string, unknown])[] => [
    ...wholeRequests(of, text),
    ...places.map((position) => ['textDocument/hover', { textDocument: { uri: of }, position }] as const),
  ];
  const theirs = questions(fresh);
  for (const [index, [method, params]] of questions(uri).entries()) {
    const [known, expected] = await Promise.all([
      wire.request(method, params),
      wire.request(method, theirs[index]?.[1]),
    ]);
    assert.equal(
      plain(known, uri),
      plain(expected, fresh),
      `${method} of a text that the server should know:\n${text}`,
    );
  }
  wire.notify('textDocument/didClose', { textDocument: { uri: fresh } });
}

/** An answer without what must differ: the document's address and the number that tokens are remembered by. */
const plain = ({ result, error }: Answer, uri: string): string =>
  JSON.stringify(error ?? result ?? null)
    .replaceAll(uri, '')
    .replace(/"resultId":"\d+"/u, '');
