/** Hovers on resources: a table of the segments, and which of the statement's actions take the resource. */
import type { Action } from '../../core/catalogue/catalogue.js';
import { actionsOf } from '../../core/knowledge/level.js';
import type { PolicyAction, Statement } from '../../core/policy/model.js';
import { fit, readFormat } from '../../core/policy/resource-format.js';
import { narrows, readResource, segment, segmentNames, type ResourcePattern } from '../../core/policy/resource.js';
import { segmentTitles } from '../../core/policy/segment-titles.js';
import type { PlaceOf } from '../../core/place/place.js';
import { say, type Locale } from '../../core/text.js';
import { blocks, bounded, cellCode, code, table } from '../markdown.js';
import { documentRole } from '../explain/roles.js';
import { listed } from '../explain/words.js';
import { accessOfResource } from './access.js';
import type { Explanation, HoverContext } from './explanation.js';
import { explainSegment } from '../explain/segments.js';
import { hoverVariable } from './variable.js';
import { actionTexts, resourceTexts as texts } from '../explain/wording.js';

export function hoverResource(
  { spot, statement }: PlaceOf<'resource'>,
  context: HoverContext,
): Explanation | undefined {
  const { node } = spot;
  const { locale, catalogue } = context;
  if (node?.kind !== 'string') return undefined;
  const resource = readResource(node.value);
  const [first, ...others] = servedLines(resource, statement, context);
  const actions = [first, accessOfResource(node, statement, context), ...others];
  if (resource.form === 'all') return { span: node, markdown: blocks(say(texts.all, locale), ...actions) };
  if (resource.form === 'malformed') return { span: node, markdown: malformed(resource, locale) };
  const service = catalogue.service(segment(resource, 'service'));
  const rows = segmentNames.map((name) => {
    const value = segment(resource, name);
    const meaning = explainSegment(name, value, { ...context, resource, service });
    return [say(segmentTitles[name], locale), value ? cellCode(value) : '', meaning];
  });
  const head = [say(texts.segment, locale), say(texts.value, locale), say(texts.meaning, locale)];
  const role = roleIn(resource, context);
  return hoverVariable(spot, context) ?? { span: node, markdown: blocks(...actions, table(head, rows), role) };
}

/** What the role that the resource names is for, where a service asks for it. */
const roleIn = (resource: ResourcePattern, context: HoverContext): string | undefined => {
  const name = /^(?:roleName|role)\/(\w+)$/u.exec(segment(resource, 'path'))?.[1];
  return name !== undefined && segment(resource, 'service') === 'cam' ? documentRole(name, context) : undefined;
};

const malformed = ({ segments }: ResourcePattern, locale: Locale): string =>
  segments.length === 6 ? say(texts.start, locale) : say(texts.malformed, locale, { count: segments.length });

type Service = 'serves' | 'needs-all' | 'other' | 'unknown';

/** The most names of each group; the rest is counted. */
const shownNames = 10;

/** The statement's actions, grouped by whether they take the resource; a line for each group. */
function servedLines(
  resource: ResourcePattern,
  statement: Statement,
  { catalogue, locale }: HoverContext,
): readonly string[] {
  const groups: { readonly [kind in Service]: string[] } = { serves: [], 'needs-all': [], other: [], unknown: [] };
  for (const item of statement.actions?.items ?? []) {
    const actions = actionsOf(catalogue, item);
    for (const [kind, count] of countsOf(actions, resource))
      groups[kind].push(nameOf(item, count, actions.length, locale));
  }
  return (Object.keys(groups) as Service[])
    .filter((kind) => kind !== 'unknown' && groups[kind].length > 0)
    .map((kind) =>
      say(texts[kind], locale, {
        names: listed(
          bounded(groups[kind], shownNames, (count) => say(actionTexts.more, locale, { count })),
          locale,
        ),
      }),
    );
}

function countsOf(actions: readonly Action[], resource: ResourcePattern): ReadonlyMap<Service, number> {
  const counts = new Map<Service, number>();
  for (const action of actions) {
    const kind = serviceTo(action, resource);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** Whether an action takes the resource; all take `*`. */
function serviceTo({ level, resourceTypes }: Action, resource: ResourcePattern): Service {
  if (resource.form === 'all') return 'serves';
  if (level?.level === 'operation') return narrows(resource) ? 'needs-all' : 'unknown';
  if (resourceTypes.length === 0) return 'unknown';
  const fits = resourceTypes.map(({ format }) => fit(resource, readFormat(format)));
  return fits.includes('fits') ? 'serves' : fits.includes('could') ? 'unknown' : 'other';
}

/** The action as written; for a wildcard also how many of its actions belong to the group. */
function nameOf({ service, name }: PolicyAction, count: number, total: number, locale: Locale): string {
  const pattern = code(`${service}:${name}`);
  return total > 1 && count < total ? say(texts.part, locale, { pattern, count, total }) : pattern;
}
