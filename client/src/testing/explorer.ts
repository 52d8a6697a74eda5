/** Files with tests of policies in VS Code's Test Explorer. */
import {
  Disposable,
  l10n,
  TestRunProfileKind,
  tests,
  workspace,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
} from 'vscode';
import { testEnding } from '../../../protocol/names.js';
import type { Ask } from '../ask.js';
import { isTestFile, TestTree } from './tree.js';
import { detailsOf } from './coverage.js';
import { Runner } from './run.js';

/** How long typing must pause before the tests of a file are looked at again, in ms. */
const pause = 300;

/** Serves the Test Explorer; disposing of what is returned ends that. */
export function serveTests(log: LogOutputChannel, ask: Ask): Disposable {
  const controller = tests.createTestController('camPolicy.tests', l10n.t('CAM Policy'));
  const warn = (message: string): void => {
    log.warn(message);
  };
  const tree = new TestTree(controller, ask, warn);
  const runner = new Runner(controller, tree);
  controller.resolveHandler = (item) => (item ? tree.refresh(item) : tree.discover());
  controller.refreshHandler = () => tree.discover();
  controller.createRunProfile(
    l10n.t('Run'),
    TestRunProfileKind.Run,
    (request, token) => runner.run(request, token),
    true,
    undefined,
    true,
  );
  const coverage = controller.createRunProfile(
    l10n.t('Run with Coverage'),
    TestRunProfileKind.Coverage,
    (request, token) => runner.run(request, token),
    true,
  );
  coverage.loadDetailedCoverage = (_, file) => Promise.resolve([...detailsOf(file)]);
  return Disposable.from(controller, runner, followFiles(tree, runner));
}

/** Keeps the tree as the files are, open or not. */
function followFiles(tree: TestTree, runner: Runner): Disposable {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (uri: Uri): void => {
    clearTimeout(timers.get(uri.toString()));
    timers.delete(uri.toString());
  };
  const later = ({ uri }: TextDocument): void => {
    forget(uri);
    const show = (): void => {
      forget(uri);
      void tree.show(uri);
    };
    timers.set(uri.toString(), setTimeout(show, pause));
  };
  const remove = (uri: Uri): void => {
    forget(uri);
    tree.remove(uri);
  };
  const watcher = workspace.createFileSystemWatcher(`**/*${testEnding}`);
  for (const document of workspace.textDocuments) if (isTestFile(document.uri)) later(document);
  return Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => void tree.show(uri)),
    watcher.onDidChange((uri) => void tree.show(uri)),
    watcher.onDidDelete(remove),
    workspace.onDidOpenTextDocument((document) => {
      if (isTestFile(document.uri)) later(document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isTestFile(document.uri) && contentChanges.length > 0) later(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      // A file that was never saved is gone.
      if (uri.scheme === 'untitled') remove(uri);
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      runner.saved(uri);
    }),
    new Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}
