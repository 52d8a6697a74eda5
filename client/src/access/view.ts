/** The view *Access*: what the policy in the editor allows, by service, access class and action. It asks when it is looked at. */
import {
  Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
  type Uri,
} from 'vscode';
import type { AccessClass, AccessExplanation, AccessLine } from '../../../protocol/access.js';
import { requests, views } from '../../../protocol/names.js';
import { followActivePolicy } from '../active-policy.js';
import { fileNameOf } from '../file-name.js';
import { askAtCursor, type Ask } from '../ask.js';
import { rangeOf } from '../range.js';

/** How long typing must pause before the view asks again, in ms. */
const pause = 500;

interface Node {
  /** The same as long as it is about the same, so that it stays unfolded. */
  readonly id: string;
  readonly label: string;
  /** As it is read aloud. */
  readonly spoken?: string;
  readonly description?: string;
  readonly icon?: string;
  readonly open?: boolean;
  readonly range?: Range;
  readonly below: () => readonly Node[];
}

const icons = new Map([
  ['read', 'eye'],
  ['list', 'list-unordered'],
  ['write', 'edit'],
  ['permission', 'shield'],
  ['tagging', 'tag'],
  ['other', 'question'],
]);

/** Shows the view; disposing of what is returned ends it. */
export function showAccessView(ask: Ask): Disposable {
  const changed = new EventEmitter<undefined>();
  let shown: { readonly uri: Uri; readonly nodes: readonly Node[] } | undefined;
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node ? node.below() : (shown?.nodes ?? []))],
    getTreeItem: (node) => itemOf(node, shown?.uri),
  };
  const view = window.createTreeView(views.access, { treeDataProvider: provider, showCollapseAll: true });

  async function update(document: TextDocument | undefined): Promise<void> {
    if (!document && isInView(shown?.uri)) return;
    const explanation = document && (await askAtCursor(ask, requests.explain, document));
    if (document && window.activeTextEditor?.document !== document) return;
    shown = document && explanation ? { uri: document.uri, nodes: nodesOf(explanation) } : undefined;
    tell(view, document, shown?.nodes.length ?? 0);
    changed.fire(undefined);
  }

  tell(view, undefined, 0);
  const follower = followActivePolicy(update, pause, () => view.visible);
  return Disposable.from(view, changed, follower.end, view.onDidChangeVisibility(follower.look));
}

/** Whether the policy is still in view while no other document has taken its place: a page or the output is in front. */
function isInView(uri: Uri | undefined): boolean {
  const active = window.activeTextEditor?.document;
  if (active && active.uri.scheme !== 'output') return false;
  return window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri?.toString());
}

function tell(view: TreeView<Node>, document: TextDocument | undefined, count: number): void {
  view.description = document ? fileNameOf(document.uri) : '';
  // Where the property is deleted VS Code goes on showing the text.
  view.message =
    count > 0
      ? ''
      : document
        ? l10n.t('Nothing can be told: there is no policy, or it depends on values that its text does not hold.')
        : l10n.t('Open a CAM policy to see what it allows.');
}

function itemOf(
  { id, label, spoken = label, description, icon, open, range, below }: Node,
  uri: Uri | undefined,
): TreeItem {
  const state = open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, below().length > 0 ? state : TreeItemCollapsibleState.None);
  item.id = id;
  item.accessibilityInformation = { label: spoken };
  item.tooltip = description === undefined ? label : `${label} · ${description}`;
  if (description !== undefined) item.description = description;
  if (icon !== undefined) item.iconPath = new ThemeIcon(icon);
  if (range && uri)
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Show the statement'),
      arguments: [uri, { selection: new Range(range.start, range.start), preserveFocus: false }],
    };
  return item;
}

function nodesOf({ services, grants, rest }: AccessExplanation): readonly Node[] {
  return [
    ...services.map(({ title, classes }): Node => ({
      id: title,
      label: title,
      spoken: countedActions(title.replace(' · ', ', '), classes.flatMap(({ actions }) => actions).length),
      icon: 'cloud',
      open: services.length === 1,
      below: () => classes.map((each) => classNode(title, each, grants)),
    })),
    ...rest.map((line, index) => lineNode(`rest ${index}`, line, 'info')),
  ];
}

const classNode = (service: string, { title, access, actions }: AccessClass, grants: readonly AccessLine[]): Node => ({
  id: `${service} ${access}`,
  label: title,
  spoken: countedActions(title, actions.length),
  description: String(actions.length),
  icon: icons.get(access) ?? 'question',
  below: () =>
    actions.map(({ name, grants: places }): Node => {
      const id = `${service} ${access} ${name}`;
      const lines = places.flatMap((place) => grants[place] ?? []);
      return {
        id,
        label: name,
        spoken:
          lines.length === 1
            ? l10n.t('{0}, by 1 statement', name)
            : l10n.t('{0}, by {1} statements', name, lines.length),
        ...placeOf(lines[0]),
        below: () => lines.map((line, index) => lineNode(`${id} ${index}`, line)),
      };
    }),
});

const lineNode = (id: string, line: AccessLine, icon?: string): Node => ({
  id,
  label: line.text,
  ...(icon !== undefined && { icon }),
  ...placeOf(line),
  open: true,
  below: () => line.below.map((each, index) => lineNode(`${id} ${index}`, each)),
});

/** A title and how many actions stand below it. */
const countedActions = (title: string, count: number): string =>
  count === 1 ? l10n.t('{0}, 1 action', title) : l10n.t('{0}, {1} actions', title, count);

const placeOf = (line: AccessLine | undefined): { readonly range?: Range } =>
  line?.range ? { range: rangeOf(line.range) } : {};
