/** Sends an attack to the server as an editor would, and measures what it costs and what a person typing in another file feels. */
import type { Attack } from './attacks.js';
import type { Wire } from './wire.js';

export interface Struck {
  readonly name: string;
  /** UTF-16 units. */
  readonly length: number;
  /** Opening until diagnostics, in ms. */
  readonly opened: number;
  /** One character typed until diagnostics, in ms. */
  readonly edited: number;
  /** The slowest request on the document, in ms, and which it was. */
  readonly slowest: { readonly method: string; readonly ms: number };
  /** A key pressed in another document right after the attack was opened, until its completion, in ms. */
  readonly elsewhere: number;
  /** Diagnostics shown, and the codes among them. */
  readonly diagnostics: number;
  readonly codes: readonly string[];
}

const other = 'file:///small.cam.json';
const small = '{"version":"2.0","statement":[{"effect":"allow","action":["mps:"],"resource":["*"]}]}';
const cursor = { line: 0, character: small.indexOf('mps:') + 4 };
const options = { tabSize: 2, insertSpaces: true };

/** Requests on a whole document or at a place in its middle. */
const requests = (uri: string, end: { readonly line: number; readonly character: number }) => {
  const textDocument = { uri };
  const position = { line: end.line >> 1, character: end.line === 0 ? end.character >> 1 : 0 };
  const range = { start: { line: 0, character: 0 }, end };
  const near = { start: position, end: { line: position.line, character: position.character + 1 } };
  const at = { textDocument, position };
  return {
    'textDocument/completion': at,
    'textDocument/hover': at,
    'textDocument/documentHighlight': at,
    'textDocument/prepareRename': at,
    'textDocument/references': { ...at, context: { includeDeclaration: true } },
    'textDocument/selectionRange': { textDocument, positions: [position] },
    'textDocument/documentSymbol': { textDocument },
    'textDocument/foldingRange': { textDocument },
    'textDocument/documentLink': { textDocument },
    'textDocument/semanticTokens/full': { textDocument },
    'textDocument/inlayHint': { textDocument, range },
    'textDocument/formatting': { textDocument, options },
    'textDocument/codeAction': { textDocument, range: near, context: { diagnostics: [] } },
    'workspace/symbol': { query: '' },
    'camPolicy/summary': { textDocument },
    'camPolicy/compact': { textDocument },
    'camPolicy/expandWildcards': { textDocument },
  };
};

/** Opens the small document that somebody types in meanwhile. */
export async function sitDown(wire: Wire): Promise<void> {
  wire.notify('textDocument/didOpen', {
    textDocument: { uri: other, languageId: 'cam-policy', version: 1, text: small },
  });
  await wire.published(other);
}

let version = 1;

/** Types in the small document and waits for the completion that the key brings up. */
async function typeElsewhere(wire: Wire): Promise<number> {
  const started = performance.now();
  const change = (text: string): void => {
    const end = { line: 0, character: cursor.character + (text === '' ? 1 : 0) };
    wire.notify('textDocument/didChange', {
      textDocument: { uri: other, version: ++version },
      contentChanges: [{ range: { start: cursor, end }, text }],
    });
  };
  change('P');
  await wire.request('textDocument/completion', { textDocument: { uri: other }, position: cursor });
  const taken = performance.now() - started;
  change('');
  return taken;
}

export async function strike(wire: Wire, { name, text: make }: Attack): Promise<Struck> {
  const text = make();
  const uri = 'file:///attack.cam.json';
  const lines = text.split('\n');
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const started = performance.now();
  wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cam-policy', version: ++version, text } });
  const elsewhere = await typeElsewhere(wire);
  const { diagnostics } = await wire.published(uri);
  const opened = performance.now() - started;

  const typed = performance.now();
  wire.notify('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range: { start: end, end }, text: ' ' }],
  });
  await wire.published(uri);
  const edited = performance.now() - typed;

  let slowest = { method: '', ms: 0 };
  for (const [method, params] of Object.entries(requests(uri, end))) {
    const asked = performance.now();
    await wire.request(method, params);
    const ms = performance.now() - asked;
    if (ms > slowest.ms) slowest = { method, ms };
  }
  wire.notify('textDocument/didClose', { textDocument: { uri } });
  await wire.published(uri);
  const codes = [...new Set(diagnostics.map(({ code }) => String(code)))].sort();
  return { name, length: text.length, opened, edited, slowest, elsewhere, diagnostics: diagnostics.length, codes };
}
