/** The parts of action, resource, operator and key strings, each with its place in the string: what colours, selections and mentions are made of. */
import type { Span } from '../span.js';
import { readAction } from './action.js';
import { readResource, segmentNames } from './resource.js';

export type PartKind =
  /** `name/` and `permid/`. */
  | 'prefix'
  | 'service'
  | 'action'
  | 'wildcard'
  | 'qcs'
  | 'project'
  | 'region'
  /** `uin` or `uid`. */
  | 'account-kind'
  | 'account'
  /** The word before an id: `sdkappid`, `instance`. */
  | 'type'
  | 'id'
  /** `${uin}`, `${owner_uin}`, `${app_id}`. Source: CAM policy variable page. */
  | 'variable'
  /** `for_any_value`, `for_all_value`. */
  | 'qualifier'
  | 'operator'
  | 'if-exist'
  | 'key'
  | 'tag-key';

/** Offsets are UTF-16 units of the string's value. */
export interface Part extends Span {
  readonly kind: PartKind;
  readonly text: string;
  /** Of an id: the type before it, empty where none is. Of an account: `uin` or `uid`. */
  readonly type?: string;
}

type AccountKind = 'uin' | 'uid';
const isAccountKind = (text: string): text is AccountKind => text === 'uin' || text === 'uid';

/** A COS bucket: a name that ends in its owner's APPID. Source: CAM and COS resource description pages. */
export const bucketForm = /^(?<name>.+)-(?<owner>\d{6,})$/u;

const variables = /\$\{(?:uin|owner_uin|app_id)\}/gu;

const part = (kind: PartKind, start: number, text: string, type?: string): Part => ({
  kind,
  start,
  end: start + text.length,
  text,
  ...(type === undefined ? {} : { type }),
});

/** `text` at `start` as parts of `kind`, with its wildcards and variables as parts of their own. */
function pieces(kind: PartKind, start: number, text: string, type?: string): readonly Part[] {
  const found: Part[] = [];
  let at = 0;
  const upTo = (end: number): void => {
    if (end > at) found.push(part(kind, start + at, text.slice(at, end), type));
  };
  for (const match of text.matchAll(/\*|\$\{(?:uin|owner_uin|app_id)\}/gu)) {
    upTo(match.index);
    found.push(part(match[0] === '*' ? 'wildcard' : 'variable', start + match.index, match[0]));
    at = match.index + match[0].length;
  }
  upTo(text.length);
  return found;
}

/** The parts of an action string, in order; empty where it has no form that CAM knows. */
export function actionParts(text: string): readonly Part[] {
  const { form, prefix, service, name } = readAction(text);
  if (form === 'malformed') return [];
  if (form === 'set') return [part('prefix', 0, 'permid'), part('id', 'permid/'.length, text.slice('permid/'.length))];
  const head = prefix ? [part('prefix', 0, prefix.slice(0, -1))] : [];
  const bare = !text.includes(':');
  return [
    ...head,
    ...pieces('service', prefix.length, service),
    ...pieces('action', prefix.length + (bare ? 0 : service.length + 1), name),
  ];
}

/** The parts of a resource or principal string, in order; a string that is still being typed gives the segments it has. */
export function resourceParts(text: string): readonly Part[] {
  const { form, segments } = readResource(text);
  if (form === 'all') return [part('wildcard', 0, text)];
  if (segments[0] !== 'qcs') return [];
  let start = 0;
  return segments.flatMap((value, index) => {
    const at = start;
    start += value.length + 1;
    const name = segmentNames[index];
    if (name === 'account') return accountParts(value, at);
    if (name === 'path') return pathParts(value, at);
    return name ? pieces(name, at, value) : [];
  });
}

function accountParts(value: string, start: number): readonly Part[] {
  const slash = value.indexOf('/');
  const kind = value.slice(0, slash);
  if (slash < 0 || !isAccountKind(kind)) return pieces('account', start, value, '');
  return [part('account-kind', start, kind), ...pieces('account', start + slash + 1, value.slice(slash + 1), kind)];
}

/** Types and ids take turns, `type/id/type/id`; `uin/<number>` between them names an account, as in CMQ's `queueName/uin/<creator>/<queue>`. */
function pathParts(value: string, start: number): readonly Part[] {
  const words = value.split('/');
  const [first = ''] = words;
  if (words.length === 1) return first === 'root' ? [part('type', start, first)] : pieces('id', start, first, '');
  if (bucketForm.test(first))
    return [part('id', start, first, ''), ...wildcardsIn(value.slice(first.length), start + first.length)];
  const parts: Part[] = [];
  let at = start;
  let type: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    // What follows an empty word is not in turns: COS's old `prefix//<appid>/<bucket>/<key>`.
    if (word === '') return [...parts, ...wildcardsIn(words.slice(index).join('/'), at)];
    if (isAccountKind(word) && next !== undefined && /^\d+$|^\$\{/u.test(next)) {
      parts.push(part('account-kind', at, word), ...pieces('account', at + word.length + 1, next, word));
      at += word.length + next.length + 2;
      index++;
      continue;
    }
    parts.push(...(type === undefined ? pieces('type', at, word) : pieces('id', at, word, type)));
    type = type === undefined ? word : undefined;
    at += word.length + 1;
  }
  return parts;
}

const wildcardsIn = (text: string, start: number): readonly Part[] =>
  pieces('id', start, text).filter(({ kind }) => kind !== 'id');

/** The parts of a condition operator: `for_any_value:string_equal_if_exist`. */
export function operatorParts(text: string): readonly Part[] {
  const [, qualifier, colon = '', operator = '', ifExist = ''] =
    /^(?:(for_any_value|for_all_value)(:))?([a-z_]+?)(_if_exist)?$/u.exec(text) ?? [];
  const start = (qualifier ?? '').length + colon.length;
  return [
    ...(qualifier ? [part('qualifier', 0, qualifier)] : []),
    ...(operator ? [part('operator', start, operator)] : []),
    ...(ifExist ? [part('if-exist', start + operator.length, ifExist)] : []),
  ];
}

/** The parts of a condition key: `qcs:resource_tag/team`. */
export function keyParts(text: string): readonly Part[] {
  const [, service, colon = '', key = '', slash = '', tag = ''] =
    /^(?:([A-Za-z][\w-]*)(:))?([A-Za-z][\w-]*)(?:(\/)(.*))?$/u.exec(text) ?? [];
  const start = (service ?? '').length + colon.length;
  return [
    ...(service ? [part('service', 0, service)] : []),
    ...(key ? [part('key', start, key)] : []),
    ...(tag ? [part('tag-key', start + key.length + slash.length, tag)] : []),
  ];
}

/** The variables in a condition's value. */
export const variableParts = (text: string): readonly Part[] =>
  [...text.matchAll(variables)].map((match) => part('variable', match.index, match[0]));
