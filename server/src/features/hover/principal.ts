/** Hovers on principals. */
import { readResource, segment } from '../../core/policy/resource.js';
import type { PlaceOf } from '../../core/place/place.js';
import { say, type Text } from '../../core/text.js';
import { blocks, code } from '../markdown.js';
import { documentHost, documentRole } from '../explain/roles.js';
import type { Explanation, HoverContext } from './explanation.js';
import { principalTexts as texts } from '../explain/wording.js';

export function hoverPrincipal({ spot, key }: PlaceOf<'principal'>, context: HoverContext): Explanation | undefined {
  const { node } = spot;
  if (node?.kind !== 'string') return undefined;
  const markdown = key === 'service' ? hostText(node.value, context) : identityText(node.value, context);
  return markdown ? { span: node, markdown } : undefined;
}

const hostText = (host: string, context: HoverContext): string =>
  documentHost(host, context) ?? say(texts['unknown-host'], context.locale);

/** What a principal `qcs::cam::uin/<owner>:…` is, by the beginning of its last segment. */
const identities: readonly (readonly [start: string, text: Text])[] = [
  ['uin/', texts.user],
  ['groupid/', texts.group],
  ['roleName/', texts.role],
  ['role/', texts.role],
  ['saml-provider/', texts.provider],
  ['service/', texts.service],
];

function identityText(value: string, context: HoverContext): string | undefined {
  const { locale } = context;
  if (value === '*') return say(texts.everyone, locale);
  if (/^qcs::cam::(?:anyone:anyone|anonymous:anonymous)$/u.test(value)) return say(texts.anyone, locale);
  const resource = readResource(value);
  const owner = /^uin\/(\d+)$/u.exec(segment(resource, 'account'))?.[1];
  if (resource.form !== 'six' || segment(resource, 'service') !== 'cam' || owner === undefined) return undefined;
  const path = segment(resource, 'path');
  if (path === 'root' || path === `uin/${owner}`) return say(texts.root, locale, { owner: code(owner) });
  const [start, text] = identities.find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (!text || !start) return undefined;
  const id = path.slice(start.length);
  return blocks(
    say(text, locale, { owner: code(owner), id: code(id) }),
    text === texts.role ? documentRole(id, context) : undefined,
  );
}
