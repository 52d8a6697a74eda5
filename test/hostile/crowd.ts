/** A workspace of very many policies, and what asking for all of them costs. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Wire } from './wire.js';

export interface Crowd {
  readonly folder: string;
  readonly address: string;
  readonly count: number;
  /** The text of the policy of that number. */
  readonly text: (index: number) => string;
  readonly uri: (index: number) => string;
  remove(): Promise<void>;
}

/** A client that tells of changed files, as VS Code does: what has been read is then kept. */
export const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

/** Policies of one folder. */
const perFolder = 100;

/** The account that every tenth policy names. */
const shared = '100000000001';

const textOf = (index: number): string =>
  JSON.stringify(
    {
      version: '2.0',
      statement: Array.from({ length: 5 }, (_, number) => ({
        effect: 'allow',
        action: ['mps:ProcessMedia', 'trtc:DismissRoom', 'cvm:Describe*'],
        resource: [
          `qcs::cvm:ap-guangzhou:uin/${index % 10 === 0 ? shared : 200000000000 + index}:instance/ins-${index}-${number}`,
        ],
      })),
    },
    undefined,
    2,
  );

/** Writes `count` policies into a new temporary folder. */
export async function gather(count: number): Promise<Crowd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cam-policy-crowd-'));
  const file = (index: number): string => path.join(folder, String(Math.floor(index / perFolder)), `${index}.cam.json`);
  for (let start = 0; start < count; start += perFolder) {
    await mkdir(path.dirname(file(start)), { recursive: true });
    const indices = Array.from({ length: Math.min(perFolder, count - start) }, (_, index) => start + index);
    await Promise.all(indices.map((index) => writeFile(file(index), textOf(index))));
  }
  return {
    folder,
    address: pathToFileURL(folder).href,
    count,
    text: textOf,
    uri: (index) => pathToFileURL(file(index)).href,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Where the first policy names the shared account. */
export function accountIn(text: string): { readonly line: number; readonly character: number } {
  const lines = text.split('\n');
  const line = lines.findIndex((content) => content.includes(shared));
  return { line, character: (lines[line]?.indexOf(shared) ?? 0) + 3 };
}

export interface Crowded {
  /** The first question reads every file; in ms. */
  readonly first: number;
  readonly symbols: number;
  readonly references: number;
  readonly rename: number;
  /** From sending the cancellation to the answer, in ms, while everything is read. */
  readonly cancelled: number;
  /** A completion in an open document while everything is read, in ms. */
  readonly meanwhile: number;
}

/** Asks the questions that concern all policies; the answers must be right. */
export async function askCrowd(wire: Wire, { text, uri, count }: Crowd): Promise<Crowded> {
  const textDocument = { uri: uri(0) };
  wire.notify('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'cam-policy', version: 1, text: text(0) },
  });
  const at = { textDocument, position: accountIn(text(0)) };
  const references = { ...at, context: { includeDeclaration: true } };
  const timed = async (method: string, params: unknown): Promise<readonly [ms: number, result: unknown]> => {
    const started = performance.now();
    const { result, error } = await wire.request(method, params);
    assert.equal(error, undefined, method);
    return [performance.now() - started, result];
  };

  const dropped = wire.ask('textDocument/references', references);
  const [meanwhile] = await timed('textDocument/completion', at);
  const dropping = performance.now();
  wire.notify('$/cancelRequest', { id: dropped.id });
  const { error } = await dropped.answer;
  const cancelled = performance.now() - dropping;
  assert.equal(error?.code, -32800, 'a cancelled request is answered as cancelled');

  const [first, found] = await timed('textDocument/references', references);
  assert.equal((found as readonly unknown[]).length, Math.ceil(count / 10) * 5);
  const [again] = await timed('textDocument/references', references);
  const [symbols, listed] = await timed('workspace/symbol', { query: 'cvm' });
  assert.ok(Array.isArray(listed));
  const [rename, edit] = await timed('textDocument/rename', { ...at, newName: '100000000009' });
  const { changes = {} } = edit as { readonly changes?: object };
  assert.equal(Object.keys(changes).length, Math.ceil(count / 10));
  wire.notify('textDocument/didClose', { textDocument });
  return { first, references: again, symbols, rename, cancelled, meanwhile };
}
