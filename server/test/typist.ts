/** A person who writes a policy with completion as it is offered, and how many keys it takes. */
import assert from 'node:assert/strict';
import type { Context } from '../src/features/context.js';
import { applyEdits } from '../src/core/span.js';
import { withoutStops } from '../src/features/completion/snippet.js';
import { completionAt, editsOf, newTextOf } from './completing.js';

/** A place that a snippet leaves to be filled in; mirrors of it included. Offsets in UTF-16 units. */
interface Stop {
  readonly number: number;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

const closing: Readonly<Record<string, string>> = { '"': '"', '{': '}', '[': ']' };

export class Typist {
  /** Keys so far: letters, arrows to go down a list, Enter and Tab. */
  keys = 0;
  text = '';
  private cursor = 0;
  private stops: readonly Stop[] = [];

  constructor(private readonly context: Context) {}

  /** Types at the cursor, in the place of a tab stop's text if the cursor is at one. As in VS Code brackets and quotes are closed, and typed over. */
  type(typed: string): this {
    this.keys += typed.length;
    const [stop] = this.stops;
    if (stop && stop.number > 0) return this.fill(stop, typed);
    this.stops = [];
    for (const character of typed) this.typeOne(character);
    return this;
  }

  /** Goes down to the suggestion `label` and takes it. */
  take(label: string): this {
    const completion = completionAt(this.text, this.cursor, this.context);
    const index = completion.items.findIndex((item) => item.label === label);
    const item = completion.items[index];
    const shown = `${this.text.slice(0, this.cursor)}|${this.text.slice(this.cursor)}`;
    const offered = completion.items.slice(0, 12).map((each) => each.label);
    assert.ok(item, `${label} is not offered, but ${offered.join(', ')}: ${shown}`);
    this.keys += index + 1;
    const edits = editsOf(completion, item, 'insert');
    const [{ span, newText }, ...others] = edits;
    this.text = applyEdits(this.text, edits);
    const before = others.filter((other) => other.span.start < span.start);
    const start =
      span.start + before.reduce((sum, { span: own, newText: put }) => sum + put.length - (own.end - own.start), 0);
    this.stops = item.insertTextFormat === 2 ? stopsOf(newTextOf(item), start) : [];
    this.cursor = this.stops[0]?.places[0]?.end ?? start + newText.length;
    return this;
  }

  /** Takes the first of the values that a tab stop offers, which stands there already. */
  accept(): this {
    return this.tab();
  }

  /** Goes on to the next tab stop. */
  tab(): this {
    this.keys += 1;
    this.stops = this.stops.slice(1);
    this.cursor = this.stops[0]?.places[0]?.end ?? this.cursor;
    return this;
  }

  private typeOne(character: string): void {
    const next = this.text.charAt(this.cursor);
    if (next === character && /["\]}]/u.test(character)) this.cursor++;
    else {
      const closes = /^[\s\]},]?$/u.test(next) ? (closing[character] ?? '') : '';
      this.text = this.text.slice(0, this.cursor) + character + closes + this.text.slice(this.cursor);
      this.cursor += character.length;
    }
  }

  private fill({ number, places }: Stop, typed: string): this {
    const edits = places.map((span) => ({ span, newText: typed }));
    this.text = applyEdits(this.text, edits);
    const moved = (offset: number): number =>
      places.reduce((to, { start, end }) => (end <= offset ? to + typed.length - (end - start) : to), offset);
    this.stops = this.stops.map((stop) => ({
      number: stop.number,
      places: stop.places.map(({ start, end }) => ({
        start: stop.number === number ? moved(end) - typed.length : moved(start),
        end: moved(end),
      })),
    }));
    this.cursor = this.stops[0]?.places[0]?.end ?? this.cursor;
    return this;
  }
}

/** The tab stops of a snippet that is inserted at `offset`, in the order of their numbers, the last one (`$0`) at the end. */
function stopsOf(snippet: string, offset: number): readonly Stop[] {
  const stops = new Map<number, { start: number; end: number }[]>();
  for (const found of snippet.matchAll(/(?<!\\)\$(?:(\d+)|\{(\d+)[^}]*\})/gu)) {
    const number = Number(found[1] ?? found[2]);
    const plain = (text: string): number => withoutStops(text).replaceAll('\t', '  ').length;
    const start = offset + plain(snippet.slice(0, found.index));
    const end = offset + plain(snippet.slice(0, found.index + found[0].length));
    stops.set(number, [...(stops.get(number) ?? []), { start, end }]);
  }
  const last = offset + withoutStops(snippet).replaceAll('\t', '  ').length;
  if (stops.size > 0 && !stops.has(0)) stops.set(0, [{ start: last, end: last }]);
  const rank = (number: number): number => (number === 0 ? Infinity : number);
  return [...stops].map(([number, places]) => ({ number, places })).sort((a, b) => rank(a.number) - rank(b.number));
}
