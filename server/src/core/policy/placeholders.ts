/** Finds what people leave of an example: `<Region>`, `uin/****`, `$account`, `{bucket}`, `your_uin`, `ins-xxxx`. Linear in the text. */

export interface Placeholder {
  /** In UTF-16 units of the searched text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What a placeholder may begin with. */
const beginning = /[<${*\w-]/gu;
const bracketed = /<[^<>]*>/uy;
const named = /\$(?!\{)[A-Za-z_]\w*(?:[.-]\w+)*/uy;
const braced = /(?<!\$)\{[^{}]*\}/uy;
const stars = /\*+/uy;
const word = /[\w-]+/uy;
const masked = /[\w*-]*/uy;

/** Within a word: what asks the reader to put in something of their own. */
const yours = /(?<![A-Za-z])(?:your(?:[-_]\w[\w-]*|[A-Z]\w*)|YOUR[-_]\w[\w-]*)/gu;
/** Within a word: runs of x in place of digits; names of objects may hold them in earnest. */
const crosses = /(?<![A-Za-z])(?:x{3,}|X{3,})(?![A-Za-z])/gu;

const suspicious = /[<${]|\*{3}|your|YOUR|xxx|XXX/u;

/** Whether a text may hold a placeholder; false is sure, and cheap to know. */
const maybePlaceholder = (text: string): boolean => suspicious.test(text);

/** Where the sticky `expression`, tried at `at`, ends its match; `at` itself where it has none. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** Tells where in a word the placeholder begins that holds the next crosses from an offset on, -1 where there are none. To be asked with rising offsets. */
function crossesIn(text: string): (at: number) => number {
  const starts = Array.from(text.matchAll(crosses), ({ index }) => index);
  // Behind a digit or a hyphen they make a placeholder of the whole word before them.
  const lastJoined = starts.findLast((start) => /[\d-]/u.test(text.charAt(start - 1))) ?? -1;
  let passed = 0;
  return (at) => {
    while ((starts[passed] ?? at) < at) passed++;
    const next = starts[passed];
    if (next === undefined) return -1;
    return lastJoined >= at ? at : next;
  };
}

/** The placeholders in a run of letters, digits, `_` and `-`. */
function placeholdersInWord(text: string, objects: boolean): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const crossedFrom = objects ? () => -1 : crossesIn(text);
  let at = 0;
  for (const { index, 0: own } of text.matchAll(yours)) {
    const start = crossedFrom(at);
    if (start >= 0 && start < index) return [...found, { start, end: text.length }];
    at = index + own.length;
    found.push({ start: index, end: at });
  }
  const start = crossedFrom(at);
  return start < 0 ? found : [...found, { start, end: text.length }];
}

/** What stands at `at`, whose character may begin a placeholder, and where to go on. */
function takeAt(text: string, at: number, objects: boolean, found: Placeholder[]): number {
  const first = text.charAt(at);
  const whole = first === '<' ? bracketed : first === '$' ? named : first === '{' ? braced : undefined;
  if (whole) {
    const end = endOf(whole, text, at);
    if (end > at) found.push({ start: at, end });
    return Math.max(end, at + 1);
  }
  const wordEnd = endOf(word, text, at);
  const starsEnd = endOf(stars, text, wordEnd);
  // What is masked in print; a lone `*` or a `**` is a wildcard.
  if (starsEnd - wordEnd >= 3) {
    const end = endOf(masked, text, at);
    found.push({ start: at, end });
    return end;
  }
  for (const { start, end } of placeholdersInWord(text.slice(at, wordEnd), objects))
    found.push({ start: at + start, end: at + end });
  return starsEnd;
}

/** The placeholders in `text`, in order. Variables `${…}` are none. `objects`: the text names objects that people name freely. */
export function placeholdersIn(text: string, objects = false): readonly Placeholder[] {
  if (!maybePlaceholder(text)) return [];
  const plain = text.replace(/\$\{[^{}]*\}/gu, (variable) => '\u0000'.repeat(variable.length));
  const found: Placeholder[] = [];
  let at = 0;
  for (;;) {
    beginning.lastIndex = at;
    const next = beginning.exec(plain);
    if (!next) return found;
    at = takeAt(plain, next.index, objects, found);
  }
}

/** Whether a value is not filled in yet: it holds a placeholder or a variable. */
export const isUnfilled = (text: string): boolean => text.includes('${') || placeholdersIn(text).length > 0;
