/** Hovers on principals. */
import { readResource, segment } from '../../core/policy/resource.js';
import type { PlaceOf } from '../../core/place/place.js';
import { say, type Text } from '../../core/text.js';
import { code, plain } from '../markdown.js';
import type { Explanation, HoverContext } from './explanation.js';
import { principalTexts as texts } from '../explain/wording.js';

export function hoverPrincipal({ spot, key }: PlaceOf<'principal'>, context: HoverContext): Explanation | undefined {
  const { node } = spot;
  if (node?.kind !== 'string') return undefined;
  const markdown = key === 'service' ? hostText(node.value, context) : identityText(node.value, context);
  return markdown ? { span: node, markdown } : undefined;
}

function hostText(host: string, { language, catalogue, locale }: HoverContext): string {
  const found = language.principal(host);
  if (!found) return say(texts['unknown-host'], locale);
  const product = catalogue.service(found.service)?.data.product[locale] ?? found.service;
  return say(texts.host, locale, { product: plain(product) });
}

/** What a principal `qcs::cam::uin/<owner>:…` is, by the beginning of its last segment. */
const identities: readonly (readonly [start: string, text: Text])[] = [
  ['uin/', texts.user],
  ['groupid/', texts.group],
  ['roleName/', texts.role],
  ['role/', texts.role],
  ['saml-provider/', texts.provider],
  ['service/', texts.service],
];

function identityText(value: string, { locale }: HoverContext): string | undefined {
  if (value === '*') return say(texts.everyone, locale);
  if (/^qcs::cam::(?:anyone:anyone|anonymous:anonymous)$/u.test(value)) return say(texts.anyone, locale);
  const resource = readResource(value);
  const owner = /^uin\/(\d+)$/u.exec(segment(resource, 'account'))?.[1];
  if (resource.form !== 'six' || segment(resource, 'service') !== 'cam' || owner === undefined) return undefined;
  const path = segment(resource, 'path');
  if (path === 'root' || path === `uin/${owner}`) return say(texts.root, locale, { owner: code(owner) });
  const [start, text] = identities.find(([prefix]) => path.startsWith(prefix)) ?? [];
  return text && start ? say(text, locale, { owner: code(owner), id: code(path.slice(start.length)) }) : undefined;
}
