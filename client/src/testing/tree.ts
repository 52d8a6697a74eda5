/** The items of the Test Explorer: files, their tests, and of a test with several actions one item each. */
import {
  CancellationTokenSource,
  MarkdownString,
  Uri,
  workspace,
  type CancellationToken,
  type TestController,
  type TestItem,
  type TestItemCollection,
} from 'vscode';
import { requests, testEnding } from '../../../protocol/names.js';
import type { PolicyTestResult, PolicyTests } from '../../../protocol/tests.js';
import type { Ask } from '../ask.js';
import { createFind } from '../policy-files.js';
import { rangeOf } from '../range.js';

export const isTestFile = ({ path }: Uri): boolean => path.endsWith(testEnding);

export class TestTree {
  private readonly find: ReturnType<typeof createFind>;

  constructor(
    private readonly controller: TestController,
    private readonly ask: Ask,
    warn: (message: string) => void,
  ) {
    this.find = createFind(testEnding, warn);
  }

  get files(): TestItemCollection {
    return this.controller.items;
  }

  /** Finds the files of the workspace. */
  async discover(): Promise<void> {
    const source = new CancellationTokenSource();
    const found = await Promise.all(
      (workspace.workspaceFolders ?? []).map((folder) => this.find(folder, source.token)),
    );
    source.dispose();
    const open = workspace.textDocuments.map(({ uri }) => uri).filter(isTestFile);
    const there = new Set([...found.flat(), ...open].map(String));
    for (const [id, { uri }] of this.files) if (!there.has(id) && uri) this.remove(uri);
    for (const uri of there) this.fileItem(Uri.parse(uri));
  }

  /** Reads the tests of an item anew, where it is a file. */
  async refresh(item: TestItem): Promise<void> {
    await this.load(item);
  }

  /** Shows a file, with its tests as they are now. */
  async show(uri: Uri): Promise<void> {
    await this.load(this.fileItem(uri));
  }

  remove(uri: Uri): void {
    this.files.delete(uri.toString());
  }

  /** Reads the tests of a file anew. Gives what the server says of them; undefined: the item is no file, the file cannot be read, or `token` ended it. */
  async load(item: TestItem, withReach = false, token?: CancellationToken): Promise<PolicyTests | undefined> {
    if (item.parent || !item.uri) return undefined;
    const found = await this.ask(requests.tests, undefined, { uri: item.uri.toString(), reach: withReach }, token);
    if (!found) return undefined;
    this.fill(item, found);
    return found;
  }

  private fileItem(uri: Uri): TestItem {
    const id = uri.toString();
    const known = this.files.get(id);
    if (known) return known;
    // What is not saved yet has the path that it will have.
    const name = workspace.asRelativePath(uri.scheme === 'untitled' ? uri.path : uri);
    const item = this.controller.createTestItem(id, name, uri);
    item.canResolveChildren = true;
    this.files.add(item);
    return item;
  }

  private fill(file: TestItem, { tests, problems }: PolicyTests): void {
    const wrong = problems.map(({ text }) => text).join('\n');
    file.error = wrong === '' ? undefined : new MarkdownString().appendText(wrong);
    const { uri } = file;
    const parents = new Map<string, TestItem>();
    for (const test of tests) {
      const [id = ''] = test.id.split('.');
      const parent = parents.get(id) ?? this.testItem(id, test.name, test, uri);
      parents.set(id, parent);
      if (test.action !== undefined) parent.children.add(this.testItem(test.id, test.action, test, uri));
    }
    file.children.replace([...parents.values()]);
  }

  private testItem(id: string, label: string, { range }: PolicyTestResult, uri: Uri | undefined): TestItem {
    const item = this.controller.createTestItem(id, label, uri);
    item.range = rangeOf(range);
    return item;
  }
}
