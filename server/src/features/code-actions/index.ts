/** Code actions: a table of providers. Edits are computed at once only for clients that cannot resolve them later. */
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Span } from '../../core/span.js';
import type { HostDocument } from '../document.js';
import { kindsOf } from './kinds.js';
import type { CodeActionContext, Offer, OfferContext } from './offer.js';
import { quickFixes } from './quick-fixes.js';
import { refactor } from './refactor.js';
import { fixEverything, organizeEverything } from './source.js';
import { workspaceEdit } from '../workspace-edit.js';

export type { CodeActionContext } from './offer.js';

/** What the client asks for: the kinds it wants (none given: all but those for the whole document) and the diagnostics it shows. */
export interface CodeActionRequest {
  readonly only?: readonly CodeActionKind[] | undefined;
  /** Whether a person asked or the client by itself; undefined: it does not say. */
  readonly triggerKind?: CodeActionTriggerKind | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

interface Provider {
  readonly kinds: readonly CodeActionKind[];
  readonly offers: (context: OfferContext) => readonly Offer[];
}

const all = { quickFixes, refactor, fixEverything, organizeEverything } satisfies {
  readonly [name in keyof typeof kindsOf]: Provider['offers'];
};

const providers: readonly Provider[] = Object.entries(kindsOf).map(([name, kinds]) => ({
  kinds,
  offers: all[name as keyof typeof kindsOf],
}));

/** Whether `kind` is `wanted` or lies below it, as `refactor.rewrite` does below `refactor`. */
const isBelow = (kind: CodeActionKind, wanted: CodeActionKind): boolean =>
  wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);

/** Whether actions of `kind` are wanted. Those for the whole document have to be asked for by name. */
const wants = (only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean =>
  only?.length ? only.some((wanted) => isBelow(kind, wanted)) : !isBelow(kind, CodeActionKind.Source);

/** What `resolveCodeAction` needs to find an offer again. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** In the host document. */
  readonly selection: Span;
  readonly id: string;
}

/** The code actions for `range`. */
export function codeActions(
  document: HostDocument,
  range: Range,
  { only, triggerKind, diagnostics }: CodeActionRequest,
  context: CodeActionContext,
): CodeAction[] {
  const selection = document.spanOf(range);
  const offering: OfferContext = { ...context, document, touched: document.touchedBy(selection), shown: diagnostics };
  const automatic = triggerKind === CodeActionTriggerKind.Automatic && selection.start === selection.end;
  return (
    providers
      .filter(({ kinds }) => kinds.some((kind) => wants(only, kind)))
      // A light bulb at every action would be noise: refactorings need a selection, or a person who asks.
      .filter(({ offers }) => offers !== refactor || !automatic)
      .flatMap(({ offers }) => offers(offering))
      .filter(({ kind }) => wants(only, kind))
      .map((offer) => actionOf(offer, selection, offering))
  );
}

function actionOf(
  { id, title, kind, diagnostics, preferred, edits, elsewhere, command }: Offer,
  selection: Span,
  context: OfferContext,
): CodeAction {
  const { document, resolvesEdits } = context;
  const data = (): ActionData => ({ uri: document.uri, version: document.version, selection, id });
  return {
    title,
    kind,
    ...(diagnostics ? { diagnostics: [...diagnostics] } : {}),
    ...(preferred ? { isPreferred: true } : {}),
    ...(command ? { command } : {}),
    ...(edits ? (resolvesEdits ? { data: data() } : { edit: editOf(document, edits(), context) }) : {}),
    ...(elsewhere ? { edit: elsewhere } : {}),
  };
}

/** The address of the document that an action is for; undefined: there is nothing to resolve. */
export const addressOf = (action: CodeAction): string | undefined => dataOf(action)?.uri;

/** The action with its edit; undefined: it was offered for another version of the document. */
export function resolveCodeAction(
  action: CodeAction,
  document: HostDocument,
  context: CodeActionContext,
): CodeAction | undefined {
  const data = dataOf(action);
  if (data?.uri !== document.uri || data.version !== document.version) return undefined;
  const touched = document.touchedBy(data.selection);
  const offering: OfferContext = { ...context, document, touched, shown: [] };
  for (const { kinds, offers } of providers) {
    if (!kinds.some((kind) => kind === action.kind)) continue;
    const offer = offers(offering).find(({ id }) => id === data.id);
    if (offer?.edits) return { ...action, edit: editOf(document, offer.edits(), context) };
  }
  return undefined;
}

/** Our data in an action that a client gives back; undefined where it is not of our form. */
function dataOf({ data: given }: CodeAction): ActionData | undefined {
  const data = given as Partial<ActionData> | null | undefined;
  const { uri, version, selection, id } = data ?? {};
  return typeof uri === 'string' && typeof version === 'number' && selection && typeof id === 'string'
    ? { uri, version, selection, id }
    : undefined;
}

function editOf(
  { uri, version }: HostDocument,
  edits: readonly TextEdit[],
  { versionsEdits }: CodeActionContext,
): WorkspaceEdit {
  return workspaceEdit([{ uri, version, edits }], versionsEdits);
}
