/** A lens above a policy that was edited: what it newly allows, and what it no longer allows, since the last commit or the saved file. */
import { CodeLens, Disposable, EventEmitter, l10n, languages, workspace, type Range, type TextDocument } from 'vscode';
import { commands, requests, section } from '../../../protocol/names.js';
import { followActivePolicy } from '../active-policy.js';
import { hostSelector } from '../host-files.js';
import { askAtCursor, type Ask } from '../ask.js';
import { rangeOf } from '../range.js';
import { headText, savedText, watchHeads } from './baselines.js';

/** How long typing must pause before the lens asks, in ms. */
const pause = 700;

interface Baseline {
  readonly text: string;
  /** Puts what has changed into words. */
  readonly since: (change: string) => string;
}

interface Shown {
  readonly title: string;
  readonly baseline: string;
  /** Where the policy begins. */
  readonly at: Range;
}

/** What the setting `camPolicy.compare` says to compare with; undefined: nothing, or there is none. */
async function baselineOf(document: TextDocument): Promise<Baseline | undefined> {
  const wanted = workspace.getConfiguration(section, document).get<string>('compare');
  if (wanted === 'off') return undefined;
  const head = wanted === 'saved' ? undefined : await headText(document);
  if (head !== undefined) return { text: head, since: (change) => l10n.t('Since the last commit: {0}', change) };
  const saved = document.isUntitled ? undefined : await savedText(document.uri);
  return saved === undefined
    ? undefined
    : { text: saved, since: (change) => l10n.t('Since the last save: {0}', change) };
}

/** Shows the lens in the active editor; disposing of what is returned ends it. */
export function showEditLens(ask: Ask): Disposable {
  const changed = new EventEmitter<void>();
  const shown = new Map<string, Shown>();
  let heads: Disposable | undefined;

  async function update(document: TextDocument | undefined): Promise<void> {
    if (!document) return;
    const key = document.uri.toString();
    const { version } = document;
    heads ??= watchHeads(follower.look);
    const baseline = await baselineOf(document);
    const comparison =
      baseline && baseline.text !== document.getText()
        ? await askAtCursor(ask, requests.compare, document, { with: baseline.text, earlier: true })
        : undefined;
    if (document.version !== version || document.isClosed) return;
    const title = comparison ? baseline?.since(comparison.short) : undefined;
    const at = comparison && rangeOf({ start: comparison.at.start, end: comparison.at.start });
    const before = shown.get(key);
    if (title === before?.title && (!at || before?.at.isEqual(at) === true)) return;
    if (title === undefined || !baseline || !at) shown.delete(key);
    else shown.set(key, { title, baseline: baseline.text, at });
    changed.fire();
  }

  const follower = followActivePolicy(update, pause);
  const provider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document: TextDocument): CodeLens[] {
      const lens = shown.get(document.uri.toString());
      if (!lens) return [];
      const { title, baseline, at } = lens;
      return [new CodeLens(at, { title, command: commands.compare, arguments: [baseline] })];
    },
  };
  return Disposable.from(
    changed,
    follower.end,
    languages.registerCodeLensProvider(hostSelector, provider),
    new Disposable(() => {
      heads?.dispose();
    }),
    workspace.onDidSaveTextDocument(follower.look),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.compare`)) follower.look();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
  );
}
