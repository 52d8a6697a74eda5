/** Inlay hints: how many actions a wildcard matches, the name of a region, which actions need `"resource": "*"`. */
import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import { actionsOf, operationLevelInside, operationLevelOf } from '../core/knowledge/level.js';
import { hasWildcard } from '../core/policy/action.js';
import type { PolicyAction, PolicyResource } from '../core/policy/model.js';
import { narrows, segment } from '../core/policy/resource.js';
import { meets, type Span } from '../core/span.js';
import { spanInString } from '../core/syntax/measure.js';
import { say } from '../core/text.js';
import { plainAbilities } from './abilities.js';
import type { Context } from './context.js';
import type { HostDocument, PolicyDocument } from './document.js';
import { blocks, bounded, code } from './markdown.js';
import { markup } from './markup.js';
import { listed } from './explain/words.js';

/** Which hints a person wants. */
export interface InlayHintSettings {
  readonly wildcards: boolean;
  readonly regions: boolean;
  readonly levels: boolean;
}

const texts = {
  // VS Code shows some forty characters of hints a line, so that a label is no longer than it must be.
  count: { en: '→{count}', zh: '→{count}' },
  part: { en: '→{applied} of {count}', zh: '→{count} 中的 {applied}' },
  actions: { en: '{count} actions:', zh: '{count} 个操作：' },
  action: { en: '1 action:', zh: '1 个操作：' },
  leftOut: {
    en: '{count} of them cannot be restricted to resources, so this statement does not apply to them.',
    zh: '其中 {count} 个不支持资源级授权，此语句对其不生效。',
  },
  more: { en: '… and {count} more', zh: '…… 以及另外 {count} 个' },
  incomplete: {
    en: 'Only actions in the catalogue are counted; this service has others.',
    zh: '仅统计目录中已知的操作；该产品还有其他操作。',
  },
  level: { en: 'needs *', zh: '须为 *' },
  needsAll: {
    en: 'Cannot be restricted to resources: needs `"resource": "*"`.',
    zh: '不支持资源级授权：须使用 `"resource": "*"`。',
  },
} as const;

/** The most names in a tooltip; the rest is counted. */
const shownNames = 20;

/** The hints in `range`. */
export const inlayHints = (
  document: HostDocument,
  range: Range,
  settings: InlayHintSettings,
  context: Context,
): InlayHint[] =>
  document
    .touchedBy(document.spanOf(range))
    .flatMap((part) => hintsIn(part.document, part.selection, settings, context));

function hintsIn(document: PolicyDocument, within: Span, settings: InlayHintSettings, context: Context): InlayHint[] {
  const visible = ({ node }: { readonly node: Span }): boolean => meets(node, within);
  return document.policy.statements
    .filter((statement) => visible(statement))
    .flatMap(({ actions, resources }) => {
      const isNarrow = resources !== undefined && resources.items.length > 0 && resources.items.every(narrows);
      return [
        ...(actions?.items ?? [])
          .filter(visible)
          .flatMap((action) => [
            ...(settings.wildcards ? wildcardHint(document, action, isNarrow, context) : []),
            ...(settings.levels ? levelHint(document, action, context) : []),
          ]),
        ...(resources?.items ?? [])
          .filter(visible)
          .flatMap((resource) => (settings.regions ? regionHint(document, resource, context) : [])),
      ];
    });
}

/** Behind the closing quote. */
const behind = (
  document: PolicyDocument,
  { end }: Span,
  label: string,
  tooltip: string,
  { abilities = plainAbilities }: Context,
): InlayHint => ({
  position: document.positionAt(end),
  label,
  tooltip: markup(tooltip, abilities.hoverFormat),
  paddingLeft: true,
});

/** `isNarrow`: the statement names resources, and each of them restricts it. */
function wildcardHint(
  document: PolicyDocument,
  action: PolicyAction,
  isNarrow: boolean,
  context: Context,
): InlayHint[] {
  const { catalogue, locale } = context;
  if (action.form !== 'action' || !hasWildcard(action.name)) return [];
  const service = catalogue.service(action.service);
  if (!service) return [];
  const found = actionsOf(catalogue, action);
  const leftOut = isNarrow ? operationLevelInside(catalogue, action).length : 0;
  const counts = { count: found.length, applied: found.length - leftOut };
  const names = bounded(
    found.map(({ name }) => code(name)),
    shownNames,
    (count) => say(texts.more, locale, { count }),
  );
  const tooltip = blocks(
    say(found.length === 1 ? texts.action : texts.actions, locale, counts),
    listed(names, locale),
    leftOut > 0 ? say(texts.leftOut, locale, { count: leftOut }) : undefined,
    service.data.complete ? undefined : say(texts.incomplete, locale),
  );
  return [behind(document, action.node, say(leftOut > 0 ? texts.part : texts.count, locale, counts), tooltip, context)];
}

function levelHint(document: PolicyDocument, action: PolicyAction, context: Context): InlayHint[] {
  const { catalogue, locale } = context;
  return operationLevelOf(catalogue, action)
    ? [behind(document, action.node, say(texts.level, locale), say(texts.needsAll, locale), context)]
    : [];
}

/** The region's name, behind its code in the string. */
function regionHint(document: PolicyDocument, resource: PolicyResource, { language, locale }: Context): InlayHint[] {
  const name = language.region(segment(resource, 'region'))?.name[locale];
  if (!name) return [];
  const end = resource.segments.slice(0, 4).join(':').length;
  const span = spanInString(document.policy.tree.text, resource.node, end, end);
  return [{ position: document.positionAt(span.end), label: name, kind: InlayHintKind.Type, paddingLeft: true }];
}
