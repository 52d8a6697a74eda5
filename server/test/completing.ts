/** Asks for completions at a mark, ranks them as VS Code does, and takes them. */
import assert from 'node:assert/strict';
import { InsertReplaceEdit, type CompletionItem, type CompletionList, type Range } from 'vscode-languageserver-types';
import { applyEdits, type Edit } from '../src/core/span.js';
import type { Abilities } from '../src/features/abilities.js';
import { complete } from '../src/features/completion/index.js';
import { withoutStops } from '../src/features/completion/snippet.js';
import type { Context } from '../src/features/context.js';
import type { HostDocument } from '../src/features/document.js';
import { documentOf, testContext, textOf } from './documents.js';
import { cursorIn } from './marks.js';

/** What VS Code says of itself. */
export const fullAbilities: Abilities = {
  snippets: true,
  insertReplace: true,
  labelDetails: true,
  deprecatedTag: true,
  adjustsIndentation: true,
  itemDefaults: ['editRange', 'data'],
  documentationFormat: 'markdown',
  hoverFormat: 'markdown',
  sourcesCommand: 'camPolicy.showSources',
  suggestCommand: 'editor.action.triggerSuggest',
};

export const completionContext: Context = {
  ...testContext,
  abilities: fullAbilities,
  now: () => new Date('2026-11-22T12:30:15.250Z'),
};

export interface Completion {
  readonly document: HostDocument;
  readonly offset: number;
  /** Ranked as VS Code shows them; those that the typed text filters out are left out. */
  readonly items: readonly CompletionItem[];
  readonly list: CompletionList | null;
}

/** The completions at `offset` of `text`. */
export function completionAt(
  text: string,
  offset: number,
  context: Context = completionContext,
  language = 'cam-policy',
): Completion {
  const document = documentOf(text, { context, language });
  const position = textOf(document).positionAt(offset);
  const policy = document.policyAt(position);
  const list = policy ? complete(policy, position, context) : null;
  const items = list ? ranked(list, document, offset) : [];
  return { document, offset, list, items };
}

export interface Expected {
  /** Labels that must be offered. */
  readonly offers?: readonly string[];
  /** Labels that must not. */
  readonly lacks?: readonly string[];
  /** The label that must be first; `result` is of this one, or of the first offered. */
  readonly first?: string;
  /** All labels in order. */
  readonly exactly?: readonly string[];
  /** The text when the item is taken, nothing being typed at its tab stops. */
  readonly result?: string;
  /** The same for a client that replaces what stands right of the cursor. */
  readonly replaced?: string;
}

/** Asserts what is offered at the `|` of `marked` and what taking it makes of the text. */
export function completes(
  marked: string,
  expected: Expected,
  context: Context = completionContext,
  language = 'cam-policy',
): void {
  const { text, offset } = cursorIn(marked);
  const completion = completionAt(text, offset, context, language);
  const labels = completion.items.map(({ label }) => label);
  const shown = `${marked} offers ${labels.slice(0, 12).join(', ')}`;
  for (const label of expected.offers ?? []) assert.ok(labels.includes(label), `${label} expected: ${shown}`);
  for (const label of expected.lacks ?? []) assert.ok(!labels.includes(label), `${label} not expected: ${shown}`);
  if (expected.first !== undefined) assert.equal(labels[0], expected.first, shown);
  if (expected.exactly) assert.deepEqual(labels, expected.exactly);
  const wanted = expected.first ?? expected.offers?.[0] ?? labels[0];
  const item = completion.items.find(({ label }) => label === wanted);
  if (expected.result !== undefined) assert.equal(item && take(completion, item, 'insert'), expected.result);
  if (expected.replaced !== undefined) assert.equal(item && take(completion, item, 'replace'), expected.replaced);
}

/** The text once `item` is taken, nothing being typed at its tab stops. */
export const take = (completion: Completion, item: CompletionItem, mode: 'insert' | 'replace'): string =>
  applyEdits(textOf(completion.document).getText(), editsOf(completion, item, mode));

/** The edits of an item, its own first, with nothing typed at its tab stops. */
export function editsOf(
  { document, list, offset }: Completion,
  item: CompletionItem,
  mode: 'insert' | 'replace',
): readonly [Edit, ...Edit[]] {
  const text = textOf(document);
  const spanOf = ({ start, end }: Range) => ({ start: text.offsetAt(start), end: text.offsetAt(end) });
  const range = rangeOfItem(item, list, mode);
  assert.ok(range, `${item.label} has no range`);
  // LSP: the range of a completion is on one line and contains the position at which it was asked for.
  assert.equal(range.start.line, range.end.line, 'on one line');
  const { start, end } = spanOf(range);
  assert.ok(start <= offset && offset <= end, `${item.label} replaces ${start} to ${end}, asked for at ${offset}`);
  const newText = newTextOf(item);
  const plain = item.insertTextFormat === 2 ? withoutStops(newText).replaceAll('\t', '  ') : newText;
  const others = (item.additionalTextEdits ?? []).map((edit) => ({ span: spanOf(edit.range), newText: edit.newText }));
  return [{ span: { start, end }, newText: plain }, ...others];
}

/** What an item inserts, tab stops included. */
export const newTextOf = ({ label, textEdit, textEditText }: CompletionItem): string =>
  textEdit?.newText ?? textEditText ?? label;

function rangeOfItem(
  { textEdit }: CompletionItem,
  list: CompletionList | null,
  mode: 'insert' | 'replace',
): Range | undefined {
  if (textEdit) return InsertReplaceEdit.is(textEdit) ? textEdit[mode] : textEdit.range;
  const range = list?.itemDefaults?.editRange;
  return range && ('insert' in range ? range[mode] : range);
}

/** How well typed text fits an item, smaller is better; undefined: not at all. VS Code's fuzzy score in a few steps: the earlier, the better. */
function fitOf(typed: string, word: string): number | undefined {
  const lower = word.toLowerCase();
  const wanted = typed.toLowerCase();
  // Behind all that match something: an item that replaces from further left is matched against more.
  if (wanted === '') return 5;
  if (word.startsWith(typed)) return 0;
  if (lower.startsWith(wanted)) return 1;
  if (humpsOf(word).toLowerCase().startsWith(wanted)) return 2;
  if (lower.includes(wanted)) return 3 + lower.indexOf(wanted) / 1000;
  return isSubsequence(wanted, lower) ? 4 : undefined;
}

const humpsOf = (word: string): string =>
  (word.match(/[A-Z]|(?:^|[^A-Za-z])[a-z]/gu) ?? []).map((part) => part.at(-1)).join('');

function isSubsequence(wanted: string, word: string): boolean {
  let at = 0;
  for (const character of word) if (character === wanted[at]) at++;
  return at === wanted.length;
}

/** By fit, then by `sortText`, then by label, as VS Code does. */
function ranked(list: CompletionList, document: HostDocument, offset: number): readonly CompletionItem[] {
  const text = textOf(document);
  const cursor = text.positionAt(offset);
  return list.items
    .flatMap((item) => {
      const range = rangeOfItem(item, list, 'insert');
      const typed = range ? text.getText().slice(text.offsetAt(range.start), text.offsetAt(cursor)) : '';
      const fit = fitOf(typed, item.filterText ?? item.label);
      return fit === undefined ? [] : [{ item, fit, sort: (item.sortText ?? item.label).toLowerCase() }];
    })
    .sort(
      (a, b) =>
        a.fit - b.fit || compare(a.sort, b.sort) || compare(a.item.label.toLowerCase(), b.item.label.toLowerCase()),
    )
    .map(({ item }) => item);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
