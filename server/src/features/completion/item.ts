/** Completion items, as small as the client allows: what all items share is stated once for the list. */
import {
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type Command,
  type CompletionItem,
  type CompletionList,
  type Range,
} from 'vscode-languageserver-types';
import { memoByObject } from '../../core/memo.js';
import { indentAt } from '../../core/syntax/measure.js';
import { hasUnknownMark } from '../../core/syntax/unknown-mark.js';
import type { Spot } from '../../core/place/place.js';
import type { Abilities } from '../abilities.js';
import type { PolicyDocument } from '../document.js';
import { markup } from '../markup.js';
import type { Candidate, CompletionContext, CompletionData, Offer } from './candidate.js';
import { frameAt, type Frame } from './insertion.js';
import { literal, mapText, withoutStops } from './snippet.js';

/** What a completion replaces, as the client takes it. */
type Target = { readonly range: Range } | { readonly insert: Range; readonly replace: Range };

/** A frame with its range, which is computed once for hundreds of items. */
interface TargetFrame extends Frame {
  readonly target: Target;
}

/** The completion list of an offer at `spot`, without candidates that cannot be inserted there. */
export function listOf({ candidates, part: common }: Offer, spot: Spot, context: CompletionContext): CompletionList {
  const { document, abilities } = context;
  const { tree } = document.policy;
  const frames = new Map<string, TargetFrame | undefined>();
  const frameOf = ({ form = 'value', part = common }: Candidate): TargetFrame | undefined => {
    const key = part ? `${form} ${part.from} ${part.to ?? ''}` : form;
    if (!frames.has(key)) {
      const frame = frameAt(tree, spot, form, part);
      const target = frame && targetOf(document, frame, abilities);
      frames.set(key, target && { ...frame, target });
    }
    return frames.get(key);
  };
  const first = candidates[0] && frameOf(candidates[0]);
  const shared = abilities.itemDefaults.includes('editRange') ? first : undefined;
  const data = abilities.itemDefaults.includes('data')
    ? candidates.find((candidate) => candidate.data)?.data
    : undefined;
  const items: CompletionItem[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const frame = frameOf(candidate);
    if (frame) items.push(itemFor(candidate, index, frame, context, shared, data));
  }
  const itemDefaults = {
    ...(shared ? { editRange: 'range' in shared.target ? shared.target.range : shared.target } : {}),
    ...(data ? { data } : {}),
  };
  return { isIncomplete: false, items, ...(shared || data ? { itemDefaults } : {}) };
}

/** The cached item of a candidate that is itself cached, for lists in which it depends on nothing else. */
interface Kept {
  abilities?: Abilities;
  item?: CompletionItem;
}
const keptOf = memoByObject<Candidate, Kept>(() => ({}));

function itemFor(
  candidate: Candidate,
  index: number,
  frame: TargetFrame,
  context: CompletionContext,
  shared: TargetFrame | undefined,
  sharedData: CompletionData | undefined,
): CompletionItem {
  const keeps =
    candidate.rank !== undefined &&
    frame === shared &&
    sharedData === candidate.data &&
    isBare(frame) &&
    !context.document.embedded.writing;
  if (!keeps) return itemOf(candidate, index, frame, context, shared, sharedData);
  const kept = keptOf(candidate);
  if (kept.item && kept.abilities === context.abilities) return kept.item;
  kept.abilities = context.abilities;
  return (kept.item = itemOf(candidate, index, frame, context, shared, sharedData));
}

/** Whether the frame adds nothing to the candidate's text. */
const isBare = ({ lead, quote, comma, typed, valueMissing, additional }: Frame): boolean =>
  lead + quote + comma + typed === '' && !valueMissing && additional.length === 0;

/** One item, without what `shared` and `sharedData` state for the whole list. */
function itemOf(
  candidate: Candidate,
  index: number,
  frame: TargetFrame,
  context: CompletionContext,
  shared: TargetFrame | undefined,
  sharedData: CompletionData | undefined,
): CompletionItem {
  const { document, abilities } = context;
  const { label, data, description, documentation } = candidate;
  const { newText, snippet } = inHost(textOf(candidate, frame, abilities), frame, context);
  const filter = document.written(frame.typed + (candidate.filter ?? label));
  const sortText = sortTextOf(candidate, index);
  const item: CompletionItem = { label, kind: candidate.kind };
  if (frame !== shared) item.textEdit = { newText, ...frame.target };
  else if (newText !== label) item.textEditText = newText;
  if (snippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (newText.includes('\n') && adjustsIndentation(context)) item.insertTextMode = InsertTextMode.adjustIndentation;
  if (filter !== label) item.filterText = filter;
  if (sortText) item.sortText = sortText;
  if (frame.additional.length > 0) item.additionalTextEdits = document.textEdits(frame.additional);
  if (description && abilities.labelDetails) item.labelDetails = { description };
  else if (description) item.detail = description;
  if (documentation) item.documentation = markup(documentation, abilities.documentationFormat);
  if (candidate.goesOn && abilities.suggestCommand) item.command = suggest(abilities.suggestCommand);
  if (candidate.deprecated && abilities.deprecatedTag) item.tags = [CompletionItemTag.Deprecated];
  if (candidate.preselect) item.preselect = true;
  if (data && data !== sharedData) item.data = data;
  return item;
}

interface ItemText {
  readonly newText: string;
  readonly snippet: boolean;
}

/** Whether the `>` of a quotation stands before each line: no client takes it for indentation. */
const isQuoted = ({ embedded }: PolicyDocument): boolean => (embedded.writing?.indent ?? '').trim() !== '';

/** Whether the client indents new lines as the line in the host is indented. */
const adjustsIndentation = ({ document, abilities }: CompletionContext): boolean =>
  abilities.adjustsIndentation && !isQuoted(document);

/** The text as it is written in the policy's host. */
function inHost(text: ItemText, { insert }: Frame, context: CompletionContext): ItemText {
  const { document } = context;
  if (!document.embedded.writing) return text;
  const line = isQuoted(document) ? indentAt(document.embedded.text, insert.start) : '';
  const write = (part: string): string =>
    document.written(part.replaceAll('\n', `\n${line}`), !adjustsIndentation(context));
  return { ...text, newText: text.snippet ? mapText(text.newText, write) : write(text.newText) };
}

/** The candidate's text in its frame; without tab stops if the client supports no snippets. */
function textOf(
  { label, text = label, snippet, named, value, goesOn }: Candidate,
  { lead, quote, valueMissing, comma }: Frame,
  abilities: Abilities,
): ItemText {
  const stays = goesOn === true && quote !== '' && !valueMissing;
  if (!snippet && !valueMissing && !stays) return { newText: lead + text + quote + comma, snippet: false };
  const body = snippet ? text : literal(text);
  const rest = valueMissing ? `: ${value ?? '$0'}` : '';
  const newText = literal(lead) + body + (stays ? '$0' : '') + literal(quote) + rest + comma;
  return abilities.snippets ? { newText, snippet: true } : { newText: withoutStops(newText, named), snippet: false };
}

const suggest = (command: string): Command => ({ title: 'Suggest', command });

/** Sorts an item before or behind those without a `sortText`, which clients sort by label. */
const sortTextOf = ({ order, rank }: Candidate, index: number): string | undefined =>
  order === 'name' ? undefined : `${order === 'first' ? '!' : '~'}${String(rank ?? index).padStart(4, '0')}`;

/** Undefined where the replaced text has values that only the host knows, or lies on several lines. Source of the latter: LSP 3.17, `CompletionItem.textEdit`. */
function targetOf(document: PolicyDocument, { insert, replace }: Frame, abilities: Abilities): Target | undefined {
  if (hasUnknownMark(document.policy.tree.text, replace.start, replace.end)) return undefined;
  const range = document.rangeOf(replace);
  if (range.start.line !== range.end.line) return undefined;
  return abilities.insertReplace ? { insert: document.rangeOf(insert), replace: range } : { range };
}
