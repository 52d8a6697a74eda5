/** An editor gone mad: what it holds open, and the random edits, openings and closings that it tells the server of. */
import { pieces } from '../../server/test/arbitrary-policy.js';
import type { Chance } from './chance.js';
import { offsetOf, positionIn, type Position } from './positions.js';
import { policies } from './soak-texts.js';
import type { Wire } from './wire.js';

export interface OpenDocument {
  readonly uri: string;
  /** What the client has. */
  text: string;
  version: number;
}

export interface Editor {
  readonly documents: ReadonlyMap<string, OpenDocument>;
  /** One of the open documents; opens one where there is none. */
  any(): OpenDocument;
  /** Opens another document, unless there are enough. */
  open(): void;
  /** Opens what is open once more, with another text. */
  openAgain(document: OpenDocument): void;
  close(document: OpenDocument): void;
  /** Replaces some parts of the text. */
  edit(document: OpenDocument): void;
  /** Replaces the whole text. */
  replace(document: OpenDocument): void;
}

/** Documents open at the same time, and how long they may grow. */
const maxOpen = 5;
const maxLength = 8_000;

interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export function createEditor(wire: Wire, chance: Chance): Editor {
  const documents = new Map<string, OpenDocument>();
  let opened = 0;

  const sendOpen = ({ uri, text, version }: OpenDocument): void => {
    wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cam-policy', version, text } });
  };

  const sendChanges = (document: OpenDocument, contentChanges: readonly object[]): void => {
    document.version++;
    const { uri, version } = document;
    wire.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  };

  const openOne = (): OpenDocument => {
    const uri = `file:///soak/${++opened}.cam.json`;
    const document = { uri, text: chance.of(policies), version: 1 };
    documents.set(uri, document);
    sendOpen(document);
    return document;
  };

  return {
    documents,
    any: () => [...documents.values()][chance.below(documents.size)] ?? openOne(),
    open: () => {
      if (documents.size < maxOpen) openOne();
    },
    openAgain: (document) => {
      document.text = chance.of(policies);
      sendOpen(document);
    },
    close: ({ uri }) => {
      documents.delete(uri);
      wire.notify('textDocument/didClose', { textDocument: { uri } });
    },
    edit: (document) => {
      const changes = Array.from({ length: 1 + chance.below(3) }, () => changeSome(document, chance));
      sendChanges(document, changes);
    },
    replace: (document) => {
      document.text = chance.of(policies);
      sendChanges(document, [{ text: document.text }]);
    },
  };
}

/** Puts a piece somewhere, mostly in the place of what stands there; gives what to tell the server. */
function changeSome(document: OpenDocument, chance: Chance): Change {
  const { text: before } = document;
  const start = positionIn(before, chance);
  const end = chance.once(2) ? start : positionIn(before, chance);
  const ends = [start, end].map((position) => ({ position, offset: offsetOf(before, position) }));
  const [from = { position: start, offset: 0 }, to = from] = ends.sort((a, b) => a.offset - b.offset);
  const isLong = before.length >= maxLength;
  const text = isLong ? '' : chance.of(pieces);
  // Long cuts would leave little to edit.
  const cuts = isLong || to.offset - from.offset < 200;
  document.text = before.slice(0, from.offset) + text + before.slice(cuts ? to.offset : from.offset);
  return { range: cuts ? { start, end } : { start: from.position, end: from.position }, text };
}
