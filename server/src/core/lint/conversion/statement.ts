/** Converts the actions and resources of a statement. What one says depends on the other, so that nothing is allowed that was not. */
import type { Foreign } from '../../catalogue/foreign.js';
import type { Facts } from '../../knowledge/facts.js';
import { cosKey } from '../../knowledge/cos-keys.js';
import { actionsInCam, isAboutBuckets, type Around } from '../../knowledge/foreign-action.js';
import { foreignOperator } from '../../knowledge/foreign-condition.js';
import { arnOf, bucketsNamedIn, storedIn, storedInCam } from '../../knowledge/foreign-resource.js';
import { foreignElementNamed } from '../../policy/elements.js';
import type { PolicyAction, Statement } from '../../policy/model.js';
import { convertCondition, convertibleKey } from './condition.js';
import { convertItems, type Converted } from './items.js';
import { join, leave, nothing, rename, type Part } from './part.js';
import { convertPrincipal } from './principal.js';

/** A statement in the language of another cloud, and the document's text. */
export interface Source {
  readonly text: string;
  readonly foreign: Foreign;
  readonly facts: Facts;
}

/** All of a statement but the names of its elements. */
export function convertStatement(statement: Statement, source: Source): Part {
  const value = statement.element.effect?.value;
  const { effect, principal, members } = statement;
  return join([
    value?.kind === 'string' && effect && value.value !== effect ? rename(value, effect) : nothing,
    convertActions(statement, source),
    convertResources(statement, source),
    convertCondition(statement, source, isOfStorage(statement, source)),
    principal ? convertPrincipal(principal, source.foreign) : nothing,
    ...members.map(({ property: { key }, element }) =>
      !element && foreignElementNamed(key.value) !== undefined ? leave(key, 'element', key.value) : nothing,
    ),
  ]);
}

/** Whether all actions are of the storage service, so that the condition may ask for what only COS knows. */
const isOfStorage = ({ actions }: Statement, { foreign }: Source): boolean =>
  actions?.items.every(({ service, form }) => form === 'action' && service.toLowerCase() === foreign.data.storage) ??
  false;

function convertActions(statement: Statement, source: Source): Part {
  const { actions } = statement;
  const { text, foreign, facts } = source;
  if (!actions) return nothing;
  const around = aroundOf(statement, source);
  const converted: Converted[] = [];
  const left: Part[] = [];
  for (const item of actions.items) {
    const texts = item.node.closed ? actionsInCam(item.text, foreign, around, facts) : undefined;
    converted.push({ item, texts: texts ?? [item.text] });
    if (!texts) left.push(leaveAction(item, facts));
  }
  return join([convertItems(text, actions, converted, wholeService), ...left]);
}

/** `cos:*` says all that other actions of COS do. */
const wholeService = (action: string): string => `${action.slice(0, action.indexOf(':'))}:*`;

const leaveAction = ({ form, service, text, node }: PolicyAction, { catalogue }: Facts): Part => {
  if (form === 'malformed' || form === 'set') return nothing;
  return leave(node, catalogue.service(service) ? 'same-name' : 'action', text);
};

/** What stands around the actions of a statement, for what they may become. */
function aroundOf(statement: Statement, source: Source): Around {
  const { effect, resources } = statement;
  if (effect === 'deny') return { effect, objectsOnly: false, carrying: undefined };
  const stored = (resources?.items ?? []).flatMap(({ text }) => storedIn(text, source.foreign) ?? []);
  const whole = resources?.items.some(({ form }) => form === 'all') ?? true;
  const isNamed = bucketsNamedIn(stored);
  const objectsOnly = !whole && stored.some(({ bucket, key }) => key !== '' && !isNamed(bucket));
  return { effect, objectsOnly, carrying: carryingOf(statement, source) };
}

/** The actions of CAM whose requests carry all keys that the condition will ask for; undefined where none is said to be carried by some only. */
function carryingOf(statement: Statement, source: Source): ReadonlySet<string> | undefined {
  let carrying: ReadonlySet<string> | undefined;
  for (const { operator, keys } of statement.conditions) {
    const written = foreignOperator(operator, source.facts.language);
    for (const key of written === undefined ? [] : keys) {
      const actions = cosKey(source.foreign.conditionKey(key.key)?.data.equal ?? '')?.actions;
      if (!actions || !convertibleKey(key, written ?? '', source, isOfStorage(statement, source))) continue;
      carrying = new Set(actions.map((name) => `cos:${name}`).filter((action) => carrying?.has(action) ?? true));
    }
  }
  return carrying;
}

function convertResources({ effect, actions, resources }: Statement, { text, foreign }: Source): Part {
  if (!resources) return nothing;
  const isDeny = effect === 'deny';
  const bucketsOnly = actions?.items.every((action) => isAboutBuckets(action.text, foreign)) ?? false;
  const whole = new Set(
    resources.items.flatMap((item) => {
      const stored = storedIn(item.text, foreign);
      return stored?.key === '/*' ? [stored.bucket] : [];
    }),
  );
  const converted: Converted[] = [];
  const left: Part[] = [];
  for (const item of resources.items) {
    const stored = item.node.closed ? storedIn(item.text, foreign) : undefined;
    // In CAM the bucket is written with all that is in it, which actions on objects must not reach.
    const reachesMore =
      stored?.key === '' && !isDeny && !bucketsOnly && !stored.bucket.endsWith('*') && !whole.has(stored.bucket);
    const written = stored && !reachesMore ? storedInCam(stored, isDeny) : undefined;
    converted.push({ item, texts: [written ?? item.text] });
    if (reachesMore) left.push(leave(item.node, 'bucket', item.text));
    else if (written === undefined && arnOf(item.text, foreign)) left.push(leave(item.node, 'resource', item.text));
  }
  return join([convertItems(text, resources, converted, (resource) => `${resource}*`), ...left]);
}
