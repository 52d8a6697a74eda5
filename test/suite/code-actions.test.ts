/** What the light bulb offers beside mending one finding: all at once, refactorings, and the rule itself. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  ask,
  chooseAction,
  closeAll,
  codeActions,
  codeOf,
  diagnostics,
  eventually,
  extension,
  openFile,
  openUntitled,
  rangeOf,
} from './support.js';

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ version: '2.0', statement: statements }, undefined, 2);
const allow = (action: readonly string[], resource: string | readonly string[] = '*'): object => ({
  effect: 'allow',
  action,
  resource,
});

/** The one entry about rules at `needle`; the last one of all quick fixes there. */
async function rulesEntry(document: vscode.TextDocument, needle: string): Promise<vscode.CodeAction> {
  const offered = await codeActions(document, rangeOf(document, needle), 'quickfix');
  const last = offered.at(-1);
  assert.ok(last?.title === 'Rules…', offered.map(({ title }) => title).join(' | '));
  return last;
}

/** Waits until VS Code shows the page `name` rendered. */
async function rendered(name: string): Promise<void> {
  const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const page = await eventually(
    vscode.window.tabGroups.onDidChangeTabs,
    () => tabs().find(({ label }) => label.includes(name)),
    () =>
      tabs()
        .map(({ label }) => label)
        .join(' | '),
  );
  assert.ok(page.input instanceof vscode.TabInputCustom, page.label);
  assert.equal(page.input.viewType, 'vscode.markdown.preview.editor');
}

describe('code actions', () => {
  before(() => extension().activate());
  afterEach(closeAll);

  it('mend a mistake at all of its places', async () => {
    const { document } = await openUntitled(policy(allow(['MPS:ProcessMedia', 'MPS:DescribeTasks'])));
    await diagnostics(document, (all) => all.some((each) => codeOf(each) === 'action-case'));
    await chooseAction(document, rangeOf(document, 'MPS:ProcessMedia'), /mps/u);
    assert.equal(document.getText(), policy(allow(['mps:ProcessMedia', 'mps:DescribeTasks'])));
  });

  it('fix on save what can be fixed safely, and sort', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    const target = vscode.ConfigurationTarget.Workspace;
    const onSave = { 'source.fixAll.cam': 'always', 'source.organize.cam': 'always' };
    await editor.update('codeActionsOnSave', onSave, target);
    try {
      const { document } = await openFile(
        'on-save.cam.json',
        policy(allow(['MPS:ProcessMedia', 'mps:DescribeTasks', 'mps:DescribeTasks'])).replace('"effect"', '"Effect"'),
      );
      await diagnostics(document);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), ' ');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      assert.deepEqual(
        JSON.parse(document.getText()),
        JSON.parse(policy(allow(['mps:DescribeTasks', 'mps:ProcessMedia']))),
      );
    } finally {
      await editor.update('codeActionsOnSave', undefined, target);
    }
  });

  it('refactor: expand a wildcard, and be asked for alone', async () => {
    const text = policy(allow(['cmqtopic:Publish*']));
    const { document } = await openUntitled(text);
    const at = (needle: string): vscode.Range => rangeOf(document, needle);
    const offered = await codeActions(document, at('cmqtopic:Publish*'), 'refactor');
    assert.ok(offered.length > 0);
    assert.ok(offered.every(({ kind }) => kind?.value.startsWith('refactor')));
    await chooseAction(document, at('cmqtopic:Publish*'), /^Expand cmqtopic:Publish\* into/u);
    assert.match(document.getText(), /"cmqtopic:PublishMessage"/u);
  });

  it('refactor: merge statements', async () => {
    const { document } = await openUntitled(policy(allow(['mps:ProcessMedia']), allow(['mps:DescribeTasks'])));
    await chooseAction(
      document,
      rangeOf(document, 'mps:ProcessMedia'),
      /^Merge 2 statements that differ only in their actions/u,
    );
    assert.deepEqual(
      JSON.parse(document.getText()),
      JSON.parse(policy(allow(['mps:ProcessMedia', 'mps:DescribeTasks']))),
    );
  });

  it('change the level of a rule in the workspace, and take that back', async () => {
    const { document } = await openFile('rule-off.cam.json', policy(allow(['mps:NoSuchAction'])));
    const shown = (found: readonly vscode.Diagnostic[]): boolean =>
      found.some((each) => codeOf(each) === 'unknown-action');
    await diagnostics(document, shown);
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('camPolicy');
    try {
      await settings().update('rules', { 'allow-all': 'hint' }, vscode.ConfigurationTarget.Workspace);
      const { command } = await rulesEntry(document, 'NoSuchAction');
      assert.ok(command);
      await ask(command.command, ...((command.arguments ?? []) as unknown[]), 'unknown-action', 'off');
      assert.deepEqual(settings().inspect('rules')?.workspaceValue, { 'allow-all': 'hint', 'unknown-action': 'off' });
      await diagnostics(document, (found) => !shown(found));
      // The first button of the message: Undo.
      await ask('notification.acceptPrimaryAction');
      await diagnostics(document, shown);
      assert.deepEqual(settings().inspect('rules')?.workspaceValue, { 'allow-all': 'hint' });
    } finally {
      await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("show a rule's page, rendered", async () => {
    const { document } = await openFile('rule-page.cam.json', policy(allow(['mps:NoSuchAction'])));
    await diagnostics(document);
    const { command } = await rulesEntry(document, 'NoSuchAction');
    assert.ok(command);
    await ask(command.command, ...((command.arguments ?? []) as unknown[]), 'unknown-action', 'page');
    await rendered('unknown-action.md');
  });

  it('a diagnostic links to its page', async () => {
    const { document } = await openUntitled(policy(allow(['mps:NoSuchAction'])));
    const found = (await diagnostics(document)).find((each) => codeOf(each) === 'unknown-action');
    const target = typeof found?.code === 'object' ? found.code.target : undefined;
    assert.ok(target);
    assert.match((await vscode.workspace.openTextDocument(target)).getText(), /^# unknown-action\n/u);
    await ask('vscode.open', target);
    await rendered('unknown-action.md');
  });
});
