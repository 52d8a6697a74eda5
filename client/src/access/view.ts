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

  async function update(document: TextDocument): Promise<void> {
    const explanation = await askAtCursor(ask, requests.explain, document);
    if (window.activeTextEditor?.document !== document) return;
    shown = explanation ? { uri: document.uri, nodes: nodesOf(explanation) } : undefined;
    tell(view, document, shown?.nodes.length ?? 0);
    changed.fire(undefined);
  }

  tell(view, undefined, 0);
  const follower = followActivePolicy(update, pause, () => view.visible);
  return Disposable.from(view, changed, follower.end, view.onDidChangeVisibility(follower.look));
}

function tell(view: TreeView<Node>, document: TextDocument | undefined, count: number): void {
  view.description = document ? fileNameOf(document.uri) : '';
  // Where the property is deleted VS Code goes on showing the text.
  view.message = document && count > 0 ? '' : l10n.t('Open a CAM policy to see what it allows.');
}

function itemOf({ id, label, description, icon, open, range, below }: Node, uri: Uri | undefined): TreeItem {
  const state = open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, below().length > 0 ? state : TreeItemCollapsibleState.None);
  item.id = id;
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
  description: String(actions.length),
  icon: icons.get(access) ?? 'question',
  below: () =>
    actions.map(({ name, grants: places }): Node => {
      const id = `${service} ${access} ${name}`;
      const lines = places.flatMap((place) => grants[place] ?? []);
      return {
        id,
        label: name,
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

const placeOf = (line: AccessLine | undefined): { readonly range?: Range } =>
  line?.range ? { range: rangeOf(line.range) } : {};
