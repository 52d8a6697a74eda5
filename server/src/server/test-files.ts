/** Files with tests of policies, open or not, with the policies that they name as a person has them before their eyes. */
import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { testEnding } from '../../../protocol/names.js';
import { folderOf, pathWithin, plainAddress, resolvePath } from '../core/config/address.js';
import type { Rules } from '../core/lint/lint.js';
import { own } from '../core/own.js';
import { loadPolicies } from '../core/testing/load.js';
import { readTestFile } from '../core/testing/read.js';
import type { TestFile } from '../core/testing/test-file.js';
import type { TestDocument } from '../features/testing/document.js';
import type { Configurations } from './configurations.js';
import { contentOf, copyOf, openAt, textOf } from './documents.js';
import type { PolicyFiles } from './workspace.js';

export const isTestFile = (uri: string): boolean => plainAddress(uri).endsWith(testEnding);

export interface TestFiles {
  /** Undefined: it is not open. */
  open(uri: string, token: CancellationToken): Promise<TestDocument | undefined>;
  /** Undefined: it is not open, and cannot be read either. */
  any(uri: string, token: CancellationToken): Promise<TestDocument | undefined>;
  /** The address of the file at a path relative to the file of tests. */
  uriOf(uri: string, path: string): string;
  /** Paths, relative to the file of tests, of the workspace's policies. */
  paths(uri: string, token: CancellationToken): Promise<readonly string[]>;
}

export interface TestFilesPorts {
  readonly documents: TextDocuments<TextDocument>;
  readonly files: PolicyFiles;
  readonly configurations: Configurations;
  readonly rules: Rules;
}

export function createTestFiles({ documents, files, configurations, rules }: TestFilesPorts): TestFiles {
  const messages = own(rules, 'json-syntax')?.messages ?? {};
  const known = new WeakMap<TextDocument, { readonly version: number; readonly file: TestFile }>();
  const fileOf = (document: TextDocument): TestFile => {
    const before = known.get(document);
    if (before?.version === document.version) return before.file;
    const file = readTestFile(contentOf(document), messages);
    known.set(document, { version: document.version, file });
    return file;
  };
  const addressOf = (uri: string, path: string): string | undefined => {
    const folder = folderOf(configurations.addressOf(uri));
    return folder === undefined ? undefined : resolvePath(folder, path);
  };
  const read = async (address: string | undefined, token: CancellationToken): Promise<string | undefined> => {
    if (address === undefined) return undefined;
    const open = openAt(documents, address);
    return open ? contentOf(open) : files.read(configurations.uriOf(address), token).catch(() => undefined);
  };
  const loaded = async (text: TextDocument, token: CancellationToken): Promise<TestDocument> => {
    const file = fileOf(text);
    // The text goes on changing while policies are read.
    const then = copyOf(text);
    return { text: then, file, loaded: await loadPolicies(file, (path) => read(addressOf(text.uri, path), token)) };
  };
  return {
    async open(uri, token) {
      const text = documents.get(uri);
      return text && loaded(text, token);
    },
    async any(uri, token) {
      const text = documents.get(uri);
      if (text) return loaded(text, token);
      const content = await files.read(uri, token).catch(() => undefined);
      return content === undefined ? undefined : loaded(textOf(uri, content), token);
    },
    uriOf: (uri, path) => configurations.uriOf(addressOf(uri, path) ?? path),
    async paths(uri, token) {
      const folder = folderOf(configurations.addressOf(uri));
      const all = folder === undefined ? [] : ((await files.list(token)) ?? []);
      return all
        .map((each) => pathFrom(folder ?? '', plainAddress(each)))
        .filter((path) => path !== undefined)
        .sort();
    },
  };
}

/** The path from a folder to a file, `../` and all; undefined where nothing leads there. */
function pathFrom(folder: string, address: string): string | undefined {
  let up = '';
  for (let at: string | undefined = folder; at !== undefined; at = folderOf(at)) {
    const inside = pathWithin(address, at);
    if (inside !== undefined) return up === '' ? `./${inside}` : up + inside;
    up += '../';
  }
  return undefined;
}
