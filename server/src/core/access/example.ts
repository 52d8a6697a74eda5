/** A request of a gain with real names: of an action, a resource and an account, as far as any are known that show the same. */
import type { Facts } from '../knowledge/facts.js';
import { readAction } from '../policy/action.js';
import { covers, matches } from '../wildcard.js';
import type { BoundResource } from './binding.js';
import { ownAccount } from './segments.js';
import { isOperation, knownActions, type Compared } from './comparing.js';
import type { CompareQuestion, Example, Found } from './comparison.js';
import { assuming, contextAt, isGained, type Gain, type Search } from './gains.js';
import { fresh } from './glob.js';
import type { Filling } from './key-groups.js';
import type { Caller, ContextValue } from './question.js';
import type { Point } from './regions.js';

/** So many actions of the catalogue are tried. */
const maxTried = 40;

/** What a made-up part of a name may read as: the first that shows the same. */
const names = ['Example', 'X', 'Other', 'Q0'];
const words = ['example', 'x', 'other', 'q0'];

export function foundOf(
  gain: Gain,
  search: Search,
  question: CompareQuestion,
  compared: Compared,
  facts: Facts,
): Found {
  const { grant, deniedBy, action, resource, region } = gain;
  return {
    by: grant.source,
    deniedBy: deniedBy?.source,
    actions: action.text,
    resources: resource,
    among: action.form === 'set' ? action.text : `${region.service}:${region.name}`,
    example: exampleOf(gain, search, question, compared, facts),
  };
}

interface Shown {
  readonly point: Point;
  readonly context: Filling;
}

function exampleOf(gain: Gain, search: Search, question: CompareQuestion, compared: Compared, facts: Facts): Example {
  const reading = assuming(search.reading, gain.region);
  const shows = (point: Point): Shown | undefined => {
    const context = contextAt(search, gain, point, reading);
    return typeof context === 'string' ? undefined : { point, context };
  };
  const firstThat = (points: Iterable<Point>): Shown | undefined => {
    for (const point of points) {
      const shown = shows(point);
      if (shown) return shown;
    }
    return undefined;
  };
  const made = new Set<Example['made'][number]>();
  let best: Shown = { point: gain.point, context: gain.context };
  const better = (points: Iterable<Point>): boolean => {
    const found = firstThat(points);
    if (found) best = found;
    return found !== undefined;
  };
  if (!isExact(best.point) && !better(knownPoints(gain, best.point, facts))) {
    made.add('action');
    better(
      names.map((name) => ({
        ...best.point,
        service: filled(best.point.service, 'svc'),
        name: filled(best.point.name, name),
      })),
    );
  }
  const caller = callerOf(search, question, compared);
  // Where an account is named, it may be the own one as long as that is not known.
  const isTold = [...compared.callers.named].every((part) => caller.caller[part] !== undefined);
  const own = isTold ? search.binding.ownNames : [];
  for (const part of ['project', 'service', 'region', 'account', 'path'] as const) {
    const { where } = best.point;
    if (where.all || !where[part].includes(fresh)) continue;
    const texts = textsFor(part, best.point, own, facts);
    if (part === 'path' || !better(texts.known.map((text) => ({ ...best.point, where: { ...where, [part]: text } })))) {
      made.add('resource');
      better(texts.made.map((text) => ({ ...best.point, where: { ...where, [part]: text } })));
    }
  }
  const context = readable(best.context, (each) => isGained(search, gain, best.point, each, reading));
  if (context !== best.context) made.add('context');
  if (caller.made) made.add('caller');
  return {
    action: `${best.point.service}:${best.point.name}`,
    resource: resourceText(best.point.where, caller.caller),
    context: Object.fromEntries(context),
    caller: caller.caller,
    made: [...made],
  };
}

const isExact = ({ service, name }: Point): boolean => !service.includes(fresh) && !name.includes(fresh);
const filled = (text: string, word: string): string => text.replaceAll(fresh, word);

/** The point with each action that the catalogue knows of the region. */
function* knownPoints({ region }: Gain, point: Point, facts: Facts): Iterable<Point> {
  let tried = 0;
  for (const { service, name, exact } of knownActions(readAction(`${region.service}:${region.name}`), facts)) {
    if (!exact || (!point.where.all && isOperation(facts, service, name))) continue;
    if (++tried > maxTried) return;
    yield { ...point, service, name };
  }
}

type Part = 'project' | 'service' | 'region' | 'account' | 'path';

function textsFor(
  part: Part,
  { service, where }: Point,
  ownNames: readonly string[],
  { language }: Facts,
): { readonly known: readonly string[]; readonly made: readonly string[] } {
  const text = where[part];
  const glob = text.replaceAll(fresh, '*');
  const fill = (by: readonly string[]): readonly string[] => by.map((word) => filled(text, word));
  switch (part) {
    case 'project':
      return { known: [''], made: fill(['id/7']) };
    case 'service':
      return { known: [service, ''].filter((text) => matches(glob, text)), made: fill(words) };
    case 'region': {
      const regions = language.data.regions.flatMap(({ region }) => region ?? []);
      return {
        known: [...(covers(glob, '') ? [''] : []), ...regions.filter((region) => matches(glob, region))],
        made: fill(words),
      };
    }
    case 'account':
      return {
        known: ownNames.some((name) => matches(glob, name)) ? [ownAccount] : [],
        made: [...(text === fresh ? ['uin/900000000001'] : []), ...fill(['900000000001', ...words])],
      };
    default:
      return { known: [], made: fill([...words, 'example/example']) };
  }
}

/** The caller that shows it, as far as it is known or the answer hangs on it. */
function callerOf(
  { binding }: Search,
  { caller = {} }: CompareQuestion,
  { callers }: Compared,
): { readonly caller: Caller; readonly made: boolean } {
  const open = callers.open.map(({ part }) => [part, binding.caller[part]] as const);
  return { caller: { ...caller, ...Object.fromEntries(open) }, made: open.length > 0 };
}

function resourceText({ all, project, service, region, account, path }: BoundResource, { owner }: Caller): string {
  if (all) return '*';
  const own = owner === undefined ? '' : `uin/${owner}`;
  return ['qcs', project, service, region, account === ownAccount ? own : account, path].join(':');
}

/** The context with readable words for what no text says: the first that show the same, else the made-up sign. */
function readable(context: Filling, isSame: (context: Filling) => boolean): Filling {
  const texts = [...context.values()].flatMap((value) => value ?? []);
  if (!texts.some((text) => text.includes(fresh))) return context;
  const filledWith = (word: string): Filling =>
    new Map([...context].map(([key, value]) => [key, mapped(value, (text) => filled(text, word))]));
  return contextWords.map(filledWith).find(isSame) ?? context;
}

const contextWords = ['other', 'x', 'q0', 'zz9', '-', 'Example'];

const mapped = (value: ContextValue, change: (text: string) => string): ContextValue =>
  value === null ? null : typeof value === 'string' ? change(value) : value.map(change);
