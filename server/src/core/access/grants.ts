/** The statements of a side of a comparison, for one caller, and which of them speak of an action and a resource. */
import type { Language } from '../catalogue/language.js';
import { memoByObject } from '../memo.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import type { Effect } from '../policy/elements.js';
import type { Policy } from '../policy/model.js';
import { meetsResource, type Binding, type BoundResource } from './binding.js';
import { bound, type Test } from './condition-test.js';
import type { Attached } from './comparison.js';
import { saidIn, type Speaking } from './said.js';
import { conditionsOf, principalTest } from './statement-tests.js';
import type { Source } from './question.js';
import type { Reading } from './reading.js';
import { matches } from '../wildcard.js';
import { meetsAction, type AskedAction } from './request.js';

/** A statement for one caller. */
export interface Grant {
  readonly source: Source;
  readonly effect: Effect;
  readonly actions: readonly ActionPattern[];
  readonly named: Named;
  readonly resources: readonly { readonly text: string; readonly bound: BoundResource }[];
  readonly tests: readonly Test[];
  /** Whom the statement names; undefined: no one in particular. */
  readonly who: Test | undefined;
  /** What tells the tests apart; the same texts for the same tests. */
  readonly testKeys: ReadonlySet<string>;
  /** All of them as one text. */
  readonly testsKey: string;
}

/** Actions of a statement, found by name. */
interface Named {
  /** Those without wildcards, as `service:Name`. */
  readonly exact: ReadonlySet<string>;
  /** The same in lower case. */
  readonly folded: ReadonlySet<string>;
  readonly patterns: readonly ActionPattern[];
}

/** Grants, found by action. */
export interface Grants {
  readonly all: readonly Grant[];
  /** Those of which an action may stand for the given one, in some reading. */
  speakingOf(action: AskedAction): readonly Grant[];
}

export interface Side {
  readonly allows: Grants;
  readonly denies: Grants;
  /** What the permissions boundary allows; undefined where none is set. */
  readonly limits: Grants | undefined;
}

/** The statements of policies for the caller of `binding`; the denies of a boundary count as well. */
export function sideOf({ policies, boundary }: Attached, binding: Binding, language: Language): Side {
  const own = policies.flatMap((policy, index) => grantsIn(policy, index, binding, language));
  const limits = boundary ? grantsIn(boundary, 'boundary', binding, language) : undefined;
  const ofEffect = (grants: readonly Grant[], wanted: Effect): readonly Grant[] =>
    grants.filter(({ effect }) => effect === wanted);
  return {
    allows: indexed(ofEffect(own, 'allow')),
    denies: indexed(ofEffect([...own, ...(limits ?? [])], 'deny')),
    limits: limits && indexed(ofEffect(limits, 'allow')),
  };
}

/** Of a policy the statements of `chosen`; all that it says or may say where nothing is said. */
export function grantsIn(
  policy: Policy,
  place: Source['policy'],
  binding: Binding,
  language: Language,
  chosen?: readonly Speaking[],
): readonly Grant[] {
  const made = (effective: Speaking): Grant => {
    const { statement, effect, actions, resources } = effective;
    const who = principalTest(effective, language);
    const tests = [...conditionsOf(effective, policy.tree.text, language), ...(who ? [who] : [])];
    const own = tests.map((test) => bound(test, binding));
    const testKeys = new Set(own.map(keyOfTest));
    return {
      source: { policy: place, statement: statement.index, span: statement.node },
      effect,
      actions,
      named: namedIn(effective),
      resources: resources.map((resource) => ({ text: resource.text, bound: binding.pattern(resource) })),
      tests: own,
      who,
      testKeys,
      testsKey: [...testKeys].sort().join('\u{0}'),
    };
  };
  return (chosen ?? saidIn(policy)).map(made);
}

const keyOfTest = ({ operatorText, key, values }: Test): string =>
  `${operatorText}\n${key}\n${[...new Set(values)].sort().join('\n')}`;

/** Whether `grant` surely applies where all of `others` do, as far as conditions go and whatever they mean. */
export const asksNoMore = (grant: Grant, others: readonly Grant[]): boolean => {
  for (const key of grant.testKeys)
    if (!others.some((other) => other.testKeys.has(key)) && !(isWho(grant, key) && others.some(namesAmong(grant))))
      return false;
  return true;
};

const isWho = ({ who }: Grant, key: string): boolean => who !== undefined && keyOfTest(who) === key;

/** Whether another statement names none but those whom `grant` names. */
const namesAmong =
  ({ who }: Grant) =>
  (other: Grant): boolean => {
    const names = new Set(who?.values);
    return other.who?.values.every((name) => names.has(name)) ?? false;
  };

const namedIn = memoByObject(({ actions }: Speaking): Named => {
  const exact = actions.filter((action) => action.exact).map(({ service, name }) => `${service}:${name}`);
  return {
    exact: new Set(exact),
    folded: new Set(exact.map((name) => name.toLowerCase())),
    patterns: actions.filter((action) => !action.exact),
  };
});

/** Whether an action of the grant stands for the asked one. */
export function speaksOf(
  { named: { exact, folded, patterns } }: Grant,
  action: AskedAction,
  reading: Reading,
): boolean {
  const name = `${action.service}:${action.name}`;
  return (
    exact.has(name) ||
    patterns.some((pattern) => meetsAction(pattern, action, reading)) ||
    (folded.has(name.toLowerCase()) && reading.holds({ flag: 'case' }))
  );
}

/** Whether a resource of the grant stands for the asked one. */
export const reaches = ({ resources }: Grant, asked: BoundResource, binding: Binding, reading: Reading): boolean =>
  resources.some((resource) => meetsResource(resource.bound, asked, binding, reading));

/** The grants without those that are left out. */
export const grantsBut = (grants: Grants, isLeftOut: (grant: Grant) => boolean): Grants => ({
  all: grants.all.filter((grant) => !isLeftOut(grant)),
  speakingOf: (action) => grants.speakingOf(action).filter((grant) => !isLeftOut(grant)),
});

/** An action of a grant in lower case. */
interface Entry {
  readonly grant: Grant;
  readonly service: string;
  readonly name: string;
}

interface OfService {
  readonly exact: Map<string, Grant[]>;
  readonly patterns: Entry[];
}

/** Of numbered sets nobody knows what they hold. */
const entryOf = (grant: Grant, { form, service, name }: ActionPattern): Entry =>
  form === 'action'
    ? { grant, service: service.toLowerCase(), name: name.toLowerCase() }
    : { grant, service: '*', name: '*' };

export function indexed(all: readonly Grant[]): Grants {
  const services = new Map<string, OfService>();
  const general: Entry[] = [];
  for (const grant of all) for (const action of grant.actions) add(services, general, entryOf(grant, action));
  const known = new Map<string, readonly Grant[]>();
  const find = (service: string, name: string): readonly Grant[] => {
    const own = services.get(service);
    const found = new Set<Grant>(own?.exact.get(name));
    for (const { grant, name: pattern } of own?.patterns ?? []) if (matches(pattern, name)) found.add(grant);
    for (const entry of general)
      if (matches(entry.service, service) && matches(entry.name, name)) found.add(entry.grant);
    return [...found];
  };
  return {
    all,
    speakingOf(asked) {
      const [service, name] = [asked.service.toLowerCase(), asked.name.toLowerCase()];
      const key = `${service}:${name}`;
      const found = known.get(key) ?? find(service, name);
      known.set(key, found);
      return found;
    },
  };
}

function add(services: Map<string, OfService>, general: Entry[], entry: Entry): void {
  const { grant, service, name } = entry;
  if (hasWildcard(service)) {
    general.push(entry);
    return;
  }
  const own: OfService = services.get(service) ?? { exact: new Map(), patterns: [] };
  services.set(service, own);
  const grants = own.exact.get(name);
  if (hasWildcard(name)) own.patterns.push(entry);
  else if (grants) grants.push(grant);
  else own.exact.set(name, [grant]);
}
