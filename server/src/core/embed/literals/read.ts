/** The policy in a stretch of a program that a person selected. */
import { readJson } from '../../syntax/json.js';
import type { Span } from '../../span.js';
import { unescapedAt } from './escapes.js';
import type { LiteralForm } from './form.js';
import { joinedAt, type Joined } from './joined.js';
import { literalLanguage, usualOpenings, type LiteralLanguage } from './languages.js';
import { readObject } from './object.js';
import { literalTokens, type LiteralToken } from './tokens.js';

export interface ReadLiteral {
  /** The policy as it stands for itself. */
  readonly text: string;
  readonly form: LiteralForm;
  /** Where the literal stands in the selection. */
  readonly span: Span;
}

/** The most that is looked at, in UTF-16 units. */
const maxSelection = 1_000_000;

const isObject = (text: string): boolean => /^\s*\{/u.test(text);
const mayBePolicy = (text: string): boolean => isObject(text) && /["']?(?:statement|version)["']?\s*:/iu.test(text);

/** What a selection holds: a string, strings that are joined, what stands between the quotes of one, an object, or JSON. Undefined: nothing of them. Never throws. */
export function readLiteral(selection: string, languageId: string): ReadLiteral | undefined {
  if (selection.length > maxSelection) return undefined;
  return readIn(selection, literalLanguage(languageId));
}

/** The same of a text of which the language is not known. */
export function readAnyLiteral(text: string): ReadLiteral | undefined {
  for (const name of ['javascript', 'python', 'other']) {
    const found = readLiteral(text, name);
    if (found) return found;
  }
  return undefined;
}

function readIn(selection: string, language: LiteralLanguage): ReadLiteral | undefined {
  const bare = isObject(selection) ? readBare(selection, language) : undefined;
  if (bare) return bare;
  const tokens = literalTokens(selection, language);
  return readStrings(selection, tokens, language) ?? readObjects(selection, tokens, language);
}

/** How a language writes a policy that was not read from it; undefined where it is not known. */
export function usualForm(languageName: string): LiteralForm | undefined {
  const opening = usualOpenings.get(languageName);
  const plain = plainForm(literalLanguage(languageName));
  return opening === undefined ? undefined : { ...plain, kind: 'string', opening, compact: opening === '"' };
}

const plainForm = (language: LiteralLanguage): LiteralForm => ({
  language: language.name,
  kind: 'text',
  opening: '',
  braces: false,
  lines: false,
  compact: false,
  indent: '',
  holes: [],
});

/** A selection that begins with a brace: JSON, or what stands between quotes. */
function readBare(selection: string, language: LiteralLanguage): ReadLiteral | undefined {
  const span = trimmed(selection);
  const content = selection.slice(span.start, span.end);
  const form = plainForm(language);
  if (readJson(content).problems.length === 0) return { text: content, form, span };
  if (/^\{(?:\s|\\n)*\\"/u.test(content))
    return { text: unescaped(content), form: { ...form, kind: 'content', opening: '"', compact: true }, span };
  return language.objects ? undefined : { text: content, form, span };
}

function trimmed(text: string): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

function unescaped(content: string): string {
  let text = '';
  for (let at = 0; at < content.length;) {
    const { length, value } =
      content.charAt(at) === '\\' ? unescapedAt(content, at) : { length: 1, value: content.charAt(at) };
    text += value;
    at += length;
  }
  return text;
}

function readStrings(
  selection: string,
  tokens: readonly LiteralToken[],
  language: LiteralLanguage,
): ReadLiteral | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'string' || !isObject(token.value)) continue;
    const joined = joinedAt(selection, tokens, at, language);
    if (joined && mayBePolicy(joined.value)) return fromStrings(selection, joined, language);
  }
  return undefined;
}

function fromStrings(
  selection: string,
  { value, holes, strings }: Joined,
  language: LiteralLanguage,
): ReadLiteral | undefined {
  const [first, second] = strings;
  const last = strings.at(-1);
  if (!first || !last) return undefined;
  const isOnOneLine = !value.includes('\n');
  const line = second ? selection.slice(0, second.start) : '';
  const form: LiteralForm = {
    ...plainForm(language),
    kind: 'string',
    opening: first.opening,
    braces: first.braces,
    lines: !isOnOneLine && strings.length > 1 && strings.every((one) => /^[^\n]*\n?$/u.test(one.value)),
    compact: isOnOneLine,
    indent: line.slice(line.lastIndexOf('\n') + 1).replace(/\S.*/u, ''),
    holes,
  };
  return { text: value, form, span: { start: first.start, end: last.end } };
}

function readObjects(
  selection: string,
  tokens: readonly LiteralToken[],
  language: LiteralLanguage,
): ReadLiteral | undefined {
  if (!language.objects) return undefined;
  // Each brace that is no policy's may begin one that is cut off: few are looked at.
  let tries = 10;
  for (let at = 0; at < tokens.length && tries > 0; at++) {
    const token = tokens[at];
    if (token?.kind !== 'sign' || token.text !== '{') continue;
    tries--;
    const object = readObject(selection, tokens, at, language);
    if (!object || !mayBePolicy(object.text)) continue;
    const { text, holes, start, end } = object;
    return { text, form: { ...plainForm(language), kind: 'object', holes }, span: { start, end } };
  }
  return undefined;
}
