/** Which actions of CAM allow what an action of another cloud does. Never more: a wildcard stands for what has an equal, not for a wildcard. */
import type { Foreign, ForeignActionData } from '../catalogue/foreign.js';
import { readAction } from '../policy/action.js';
import type { Effect } from '../policy/elements.js';
import { matches } from '../wildcard.js';
import type { Facts } from './facts.js';

/** What a statement says around its actions. */
export interface Around {
  /** Undefined where it is neither. */
  readonly effect: Effect | undefined;
  /** Its resources name objects of some bucket but not that bucket itself, so that only actions on objects do anything. */
  readonly objectsOnly: boolean;
  /** The actions whose requests carry its condition's keys; undefined where all may. */
  readonly carrying: ReadonlySet<string> | undefined;
}

const cos = 'cos';

/** The actions of CAM, at least one; undefined where there is no equal. The text itself where CAM says it the same. */
export function actionsInCam(
  text: string,
  foreign: Foreign,
  around: Around,
  facts: Facts,
): readonly string[] | undefined {
  const { form, service, name } = readAction(text);
  if (text.includes('?')) return undefined;
  const isAll = form === 'all';
  const isStorage = service.toLowerCase() === foreign.data.storage;
  if (isAll && !around.objectsOnly) return [text];
  if (isStorage && name === '*' && !around.objectsOnly && !around.carrying) return [`${cos}:*`];
  const found = foreign
    .matching(isAll ? `${foreign.data.storage}:*` : text)
    .filter(({ scope }) => !around.objectsOnly || scope === 'object');
  const equals = new Set(
    found.flatMap(({ equals: own }) => own).filter((action) => around.carrying?.has(action) ?? true),
  );
  if (around.effect === 'deny') for (const action of alsoDenied(found, foreign, name, facts)) equals.add(action);
  return equals.size > 0 ? [...equals] : undefined;
}

/** What a deny must say besides: ways round it, and under a wildcard the actions of COS by such names that nothing of the other cloud is the equal of. */
function alsoDenied(
  found: readonly ForeignActionData[],
  { data }: Foreign,
  name: string,
  { catalogue }: Facts,
): readonly string[] {
  const ways = found.flatMap(({ denies = [] }) => denies);
  if (!name.includes('*') || found.every(({ equals }) => !equals.some((action) => action.startsWith(`${cos}:`))))
    return ways;
  const taken = new Set(data.actions.flatMap(({ equals }) => equals));
  const wanted = name.toLowerCase();
  const more = (catalogue.service(cos)?.actions() ?? [])
    .map((action) => `${cos}:${action.name}`)
    .filter((action) => !taken.has(action) && matches(wanted, action.slice(cos.length + 1).toLowerCase()));
  return [...ways, ...more];
}

/** Whether an action acts on buckets or on the account and on nothing in a bucket, all it is known to stand for. */
export function isAboutBuckets(text: string, foreign: Foreign): boolean {
  const found = foreign.matching(text);
  return found.length > 0 && found.every(({ scope }) => scope !== 'object');
}
