/** What a policy names: actions, resources, their ids and account numbers, each with its place. Tells whether two mentions mean the same thing; reports nothing. */
import type { Span } from '../span.js';
import { contentSpan, spanInString } from '../syntax/measure.js';
import type { JsonString } from '../syntax/json.js';
import { matches } from '../wildcard.js';
import type { Policy } from '../policy/model.js';
import { bucketForm, resourceParts, type Part } from '../policy/parts.js';
import { readResource, segment } from '../policy/resource.js';

interface MentionOf<Kind extends string> extends Span {
  readonly kind: Kind;
  /** What stands there. */
  readonly name: string;
}

/** `service:Name` without the marker `name/`; may be a pattern. */
export type ActionMention = MentionOf<'action'>;
/** A whole resource string other than `*`. */
export type ResourceMention = MentionOf<'resource'>;
/** A root account's number or APPID. */
export interface AccountMention extends MentionOf<'account'> {
  readonly type: string;
}
/** The name of one thing: an application, a queue, an instance, a bucket. */
export interface IdMention extends MentionOf<'id'> {
  readonly service: string;
  readonly type: string;
  readonly region: string;
  readonly account: string;
}

export type Mention = ActionMention | ResourceMention | AccountMention | IdMention;

/** Condition keys whose values are account numbers. Source: condition keys in CAM's and COS's samples. */
const accountKeys = /^qcs:(?:owner_|create_)?uin$/u;

/** All mentions in the order of the text; an id or account comes behind the resource string that holds it. */
export function mentionsOf(policy: Policy): readonly Mention[] {
  const { text } = policy.tree;
  const found: Mention[] = [];
  const principals = [policy.principal];
  for (const { actions, resources, principal, conditions } of policy.statements) {
    principals.push(principal);
    for (const { node, prefix, form } of actions?.items ?? []) {
      if (form === 'malformed' || form === 'set') continue;
      const name = node.value.slice(prefix.length);
      found.push({ kind: 'action', name, ...spanInString(text, node, prefix.length, node.value.length) });
    }
    for (const { node, form } of resources?.items ?? []) if (form !== 'all') found.push(...inResource(text, node));
    for (const { key, values } of conditions.flatMap(({ keys }) => keys)) {
      if (!accountKeys.test(key)) continue;
      for (const node of values)
        if (node.kind === 'string' && /^\d+$/u.test(node.value))
          found.push({ kind: 'account', type: 'uin', name: node.value, ...contentSpan(node) });
    }
  }
  for (const { values } of principals.flatMap((principal) => principal?.entries ?? []))
    for (const node of values) if (node.value.startsWith('qcs:')) found.push(...inResource(text, node));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function inResource(text: string, node: JsonString): readonly Mention[] {
  const resource = readResource(node.value);
  const where = {
    service: segment(resource, 'service'),
    region: segment(resource, 'region'),
    account: segment(resource, 'account'),
  };
  const spanOf = ({ start, end }: Span): Span => spanInString(text, node, start, end);
  const parts = resourceParts(node.value);
  const inParts = parts.flatMap((part, index): Mention[] => {
    const { kind, type = '', text: name } = part;
    if (kind === 'account' && /^\d+$/u.test(name)) return [{ kind, type, name, ...spanOf(part) }];
    if (kind !== 'id' || !isWhole(part, parts[index - 1], parts[index + 1])) return [];
    const owner = type === '' ? bucketForm.exec(name)?.groups?.['owner'] : undefined;
    const id: Mention = { kind, name, type, ...where, ...spanOf(part) };
    if (owner === undefined) return [id];
    const ownerSpan = spanOf({ start: part.end - owner.length, end: part.end });
    return [id, { kind: 'account', type: 'uid', name: owner, ...ownerSpan }];
  });
  return [{ kind: 'resource', name: node.value, ...contentSpan(node) }, ...inParts];
}

/** Whether it names one thing: no pattern, no variable, no placeholder. */
const isWhole = ({ start, end, text }: Part, before: Part | undefined, after: Part | undefined): boolean =>
  /^[\w.-]+$/.test(text) && before?.end !== start && after?.start !== end;

/** The innermost mention at `offset`; a cursor behind the last character still stands on it. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  let best: Mention | undefined;
  for (const mention of mentions)
    if (mention.start <= offset && offset <= mention.end && (!best || size(mention) < size(best))) best = mention;
  return best;
}

const size = ({ start, end }: Span): number => end - start;

/**
 * Whether two mentions mean the same thing. A pattern means each action it stands for; an id means the same where service, type and name agree and
 * regions and accounts do not contradict, an empty one leaving them open.
 */
export function meansSame(a: Mention, b: Mention): boolean {
  switch (a.kind) {
    case 'action':
      return b.kind === 'action' && (a.name === b.name || matches(a.name, b.name) || matches(b.name, a.name));
    case 'resource':
      return b.kind === 'resource' && a.name === b.name;
    case 'account':
      return b.kind === 'account' && a.name === b.name && a.type === b.type;
    case 'id':
      return (
        b.kind === 'id' &&
        a.name === b.name &&
        a.service === b.service &&
        a.type === b.type &&
        agree(a.region, b.region) &&
        agree(a.account, b.account)
      );
  }
}

const agree = (a: string, b: string): boolean => a === '' || b === '' || a === b;
