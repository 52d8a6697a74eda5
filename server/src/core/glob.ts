/**
 * Patterns of paths: `*` and `?` stand for characters of one name, `[a-z]` for one of several, `**` for any number of folders, `{a,b}` for one text or the other.
 * Matching takes at most the length of the pattern times the length of the path, whatever either holds.
 */
import { upTo } from './text.js';

/** A pattern that is read. */
export interface Glob {
  /** As written. */
  readonly text: string;
  /** One list of names for each alternative. */
  readonly alternatives: readonly (readonly Name[])[];
}

/** What stands between two slashes: any number of folders, or the signs of one name. */
type Name = 'folders' | readonly Sign[];

type Sign =
  | { readonly kind: 'any-run' }
  | { readonly kind: 'any' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'class'; readonly ranges: readonly (readonly [string, string])[]; readonly negated: boolean };

/** The most alternatives that braces may make of one pattern; more are left as they are written. */
const maxAlternatives = 100;

/** Reads a pattern. Paths are written with `/`; a leading `./` says nothing, a slash at the end stands for all that is in the folder. */
export function readGlob(text: string): Glob {
  const plain = text.startsWith('./') ? text.slice(2) : text;
  const whole = plain.endsWith('/') ? `${plain}**` : plain;
  const alternatives = expanded(whole).map((each): Name[] => {
    const names = each.split('/').map((name) => (name === '**' ? 'folders' : signsOf(name)));
    // What is in a folder is not the folder.
    return names.at(-1) === 'folders' ? [...names, [{ kind: 'any-run' }]] : names;
  });
  return { text, alternatives };
}

/** Whether the pattern stands for a path without a slash at its start, such as `policies/a.cam.json`. */
export function matchesPath({ alternatives }: Glob, path: string): boolean {
  const names = path.split('/');
  return alternatives.some((pattern) => matchesAll(pattern, names, isFolders, matchesName));
}

/** Whether the pattern stands for a path or for one of the folders that it lies in. */
export function matchesAbove(glob: Glob, path: string): boolean {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
    if (matchesPath(glob, path.slice(0, end))) return true;
  return matchesPath(glob, path);
}

/** Whether the pattern is the name of one path only. */
export const isLiteral = ({ alternatives }: Glob): boolean =>
  alternatives.length === 1 &&
  alternatives[0]?.every((name) => name !== 'folders' && name.every(({ kind }) => kind === 'text')) === true;

/** The pattern of one path. */
export const literalGlob = (path: string): string => path.replace(/[*?[{]/gu, '[$&]');

/** The bracket of a pattern that is opened and never closed; undefined where there is none. */
export function unclosedIn(text: string): '[' | '{' | undefined {
  let braces = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '[') {
      // A class is one character of one name.
      const end = upTo(text.slice(at), '/').indexOf(']', 2);
      if (end < 0) return '[';
      at += end;
    } else if (character === '{') braces++;
    else if (character === '}') braces = Math.max(0, braces - 1);
  }
  return braces > 0 ? '{' : undefined;
}

const isFolders = (name: Name): boolean => name === 'folders';

const matchesName = (name: Name, text: string): boolean =>
  name === 'folders' || matchesAll(name, Array.from(text), isRun, matchesSign);

const isRun = ({ kind }: Sign): boolean => kind === 'any-run';

function matchesSign(sign: Sign, character: string): boolean {
  if (sign.kind === 'text') return sign.text === character;
  if (sign.kind !== 'class') return true;
  return sign.ranges.some(([from, to]) => from <= character && character <= to) !== sign.negated;
}

/** Whether `pattern`, in which some parts stand for any run of items, stands for `items`. Only the last such part is ever tried again. */
function matchesAll<Part, Item>(
  pattern: readonly Part[],
  items: readonly Item[],
  isAnyRun: (part: Part) => boolean,
  isMatch: (part: Part, item: Item) => boolean,
): boolean {
  let [part, item, lastRun, runEnd] = [0, 0, -1, 0];
  while (item < items.length) {
    const current = pattern[part];
    if (current !== undefined && isAnyRun(current)) {
      lastRun = part++;
      runEnd = item;
    } else if (current !== undefined && isMatch(current, items[item] as Item)) {
      part++;
      item++;
    } else if (lastRun >= 0) {
      part = lastRun + 1;
      item = ++runEnd;
    } else return false;
  }
  return pattern.slice(part).every(isAnyRun);
}

function signsOf(name: string): readonly Sign[] {
  const signs: Sign[] = [];
  const characters = Array.from(name);
  for (let at = 0; at < characters.length; at++) {
    const text = characters[at] ?? '';
    if (text === '*') {
      if (signs.at(-1)?.kind !== 'any-run') signs.push({ kind: 'any-run' });
    } else if (text === '?') signs.push({ kind: 'any' });
    else {
      const end = text === '[' ? characters.indexOf(']', at + 2) : -1;
      if (end < 0) signs.push({ kind: 'text', text });
      else {
        signs.push(classOf(characters.slice(at + 1, end)));
        at = end;
      }
    }
  }
  return signs;
}

/** The class of what stands between brackets. */
function classOf(inside: readonly string[]): Sign {
  const negated = inside[0] === '!' || inside[0] === '^';
  const ranges: (readonly [string, string])[] = [];
  for (let at = negated ? 1 : 0; at < inside.length; at++) {
    const from = inside[at] ?? '';
    const to = inside[at + 1] === '-' ? inside[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return { kind: 'class', ranges, negated };
}

/** The texts that the braces of a pattern stand for. Braces without a comma are characters of a name. */
function expanded(text: string): readonly string[] {
  let done: readonly string[] = [''];
  let rest = text;
  while (rest !== '') {
    const before = upTo(rest, '{');
    done = done.map((each) => each + before);
    rest = rest.slice(before.length);
    if (rest === '') break;
    // `[{]` is the brace itself.
    const isItself = before.endsWith('[') && rest.charAt(1) === ']';
    const inside = isItself ? undefined : choicesAt(rest);
    const choices = inside && inside.choices.flatMap(expanded);
    if (!inside || !choices || choices.length * done.length > maxAlternatives) {
      done = done.map((each) => `${each}{`);
      rest = rest.slice(1);
    } else {
      done = done.flatMap((each) => choices.map((choice) => each + choice));
      rest = rest.slice(inside.end);
    }
  }
  return done;
}

/** What stands between the brace that `text` begins with and its fellow, cut at the commas; undefined where there is no fellow or no comma. */
function choicesAt(text: string): { readonly choices: readonly string[]; readonly end: number } | undefined {
  const choices: string[] = [];
  let [depth, from] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{') depth++;
    if (character === ',' && depth === 1) {
      choices.push(text.slice(from, at));
      from = at + 1;
    }
    if (character === '}' && --depth === 0)
      return choices.length > 0 ? { choices: [...choices, text.slice(from, at)], end: at + 1 } : undefined;
  }
  return undefined;
}
