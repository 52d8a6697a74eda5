/** What a comparison looks through: both sides for each caller there may be, and the actions that a pattern is asked for. */
import type { Facts } from '../knowledge/facts.js';
import { actionsOf, operationLevelOf } from '../knowledge/level.js';
import { spellingsOf } from '../knowledge/spellings.js';
import { once } from '../memo.js';
import { hasWildcard, readAction, type ActionPattern } from '../policy/action.js';
import { bindingOf, type Binding } from './binding.js';
import { callersOf, type Callers } from './callers.js';
import type { Attached, CompareQuestion } from './comparison.js';
import type { Caller } from './question.js';
import { sideOf, type Side } from './grants.js';
import { matches } from '../wildcard.js';

/** Both sides as they read for one caller. */
export interface Bound {
  readonly binding: Binding;
  readonly before: Side;
  readonly after: Side;
}

export interface Compared {
  /** For each account that the policies may be of, those who may call. They are bound when first asked for. */
  readonly accounts: readonly (readonly (() => Bound)[])[];
  readonly callers: Callers;
  /** For a caller of whom only what is said is known. */
  readonly base: () => Bound;
}

/**
 * Whether there may be such a caller. The root account is none: policies do not apply to it. An APPID is no uin. What is said is taken as it is.
 * Source: CAM evaluation logic page, 598/10605.
 */
function mayCall(one: Required<Caller>, said: Caller): boolean {
  const differ = (a: keyof Caller, b: keyof Caller): boolean =>
    one[a] !== one[b] || (said[a] !== undefined && said[b] !== undefined);
  return differ('uin', 'owner') && differ('uin', 'appId') && differ('owner', 'appId');
}

export function comparedOf({ before, after, caller = {} }: CompareQuestion, facts: Facts): Compared {
  const callers = callersOf(caller, [before, after].flatMap(textsOf));
  const spellings = spellingsOf(facts);
  const accounts = new Map<string, (() => Bound)[]>();
  const boundFor = (one: Required<Caller>): (() => Bound) =>
    once(() => {
      const binding = bindingOf(one, spellings);
      const side = (attached: Attached): Side => sideOf(attached, binding, facts.language);
      return { binding, before: side(before), after: side(after) };
    });
  const base = boundFor(callers.base);
  for (const one of callers.all) {
    if (!mayCall(one, caller)) continue;
    const key = `${one.owner} ${one.appId}`;
    const account = accounts.get(key) ?? [];
    accounts.set(key, account);
    account.push(one === callers.base ? base : boundFor(one));
  }
  return { accounts: [...accounts.values()], callers, base };
}

/** All texts in which the number of a caller may stand. */
const textsOf = ({ policies, boundary }: Attached): readonly string[] =>
  [...policies, ...(boundary ? [boundary] : [])].flatMap(({ statements }) =>
    statements.flatMap(({ resources, conditions }) => [
      ...(resources?.items ?? []).map(({ text }) => text),
      ...conditions.flatMap(({ keys }) =>
        keys.flatMap(({ values }) => values.flatMap((value) => (value.kind === 'string' ? [value.value] : []))),
      ),
    ]),
  );

/** The actions of the catalogue that the pattern stands for, service by service; the pattern itself where no such service is known. */
export function* knownActions(pattern: ActionPattern, { catalogue }: Facts): Iterable<ActionPattern> {
  const all = pattern.form === 'all';
  const services =
    all || hasWildcard(pattern.service)
      ? catalogue.summaries.map(({ service }) => service).filter((service) => all || matches(pattern.service, service))
      : [pattern.service];
  let found = pattern.form === 'set' || pattern.exact;
  if (found) yield pattern;
  for (const service of found ? [] : services)
    for (const { name } of actionsOf(catalogue, readAction(`${service}:${all ? '*' : pattern.name}`))) {
      found = true;
      yield readAction(`${service}:${name}`);
    }
  if (!found && services.every((service) => !catalogue.service(service))) yield pattern;
}

/** As `knownActions`, without names that a known service does not have. */
export function listedActions(pattern: ActionPattern, facts: Facts): Iterable<ActionPattern> {
  const service = pattern.form === 'action' && pattern.exact ? facts.catalogue.service(pattern.service) : undefined;
  return service && !service.action(pattern.name) ? [] : knownActions(pattern, facts);
}

/** Whether the action, which is no pattern, is asked with the lone `*` only, as it has no resource-level support. */
export const isOperation = ({ catalogue }: Facts, service: string, name: string): boolean =>
  operationLevelOf(catalogue, readAction(`${service}:${name}`)) !== undefined;
