/** Whether a policy is written in the language of another cloud. CAM reads the same shape otherwise, so that one cause has many consequences. */
import type { Foreign } from '../catalogue/foreign.js';
import { memoByObject } from '../memo.js';
import { versions } from '../policy/elements.js';
import type { Policy, Principal, Statement } from '../policy/model.js';
import { perFacts, type Facts } from './facts.js';
import { foreignOperator } from './foreign-condition.js';
import { arnOf } from './foreign-resource.js';

/** What may tell a language. One of them is not enough: a version copied from elsewhere makes no foreign policy. */
type Sign = 'version' | 'resource' | 'principal' | 'key' | 'operator' | 'action' | 'capitals';

/** Operators and capitals are shared by several clouds: they count beside a sign of one only. */
const shared: ReadonlySet<Sign> = new Set<Sign>(['operator', 'capitals']);
const enough = 2;

/**
 * The language of another cloud that `policy` is written in; undefined where it is CAM's own, or where it cannot be told. A policy that has a version of CAM
 * or any string in CAM's form is CAM's, whatever else stands in it.
 */
export const dialectOf = (policy: Policy, facts: Facts): Foreign | undefined => dialects(facts)(policy);

const dialects = perFacts((facts) =>
  memoByObject((policy: Policy): Foreign | undefined => {
    const version = versionOf(policy);
    if (versions.some((own) => own === version) || policy.statements.length === 0) return undefined;
    const shown = clearest(
      facts.language.foreign.map((foreign) => ({ foreign, signs: signsOf(policy, foreign, version, facts) })),
    );
    return shown && !policy.statements.some((statement) => isOwn(statement)) ? shown : undefined;
  }),
);

function versionOf({ element }: Policy): string | undefined {
  const value = element.version?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

/** The language with the most signs of its own, and enough of them. Clouds share names such as `rds`, so that a policy of one may have signs of another. */
const clearest = (
  candidates: readonly { readonly foreign: Foreign; readonly signs: ReadonlySet<Sign> }[],
): Foreign | undefined =>
  candidates.filter(({ signs }) => isShown(signs)).sort((a, b) => b.signs.size - a.signs.size)[0]?.foreign;

const isShown = (signs: ReadonlySet<Sign>): boolean =>
  signs.size >= enough && [...signs].some((sign) => !shared.has(sign));

function signsOf(policy: Policy, foreign: Foreign, version: string | undefined, facts: Facts): ReadonlySet<Sign> {
  const signs = new Set<Sign>();
  if (version !== undefined && foreign.data.versions.includes(version)) signs.add('version');
  if (isCapital(policy)) signs.add('capitals');
  addPrincipal(signs, policy.principal, foreign);
  for (const statement of policy.statements) addSigns(signs, statement, foreign, facts);
  return signs;
}

function addSigns(signs: Set<Sign>, statement: Statement, foreign: Foreign, { language }: Facts): void {
  const { actions, resources, conditions, principal } = statement;
  if (resources?.items.some(({ text }) => arnOf(text, foreign))) signs.add('resource');
  if (actions?.items.some(({ form, service }) => form === 'action' && foreign.isService(service))) signs.add('action');
  for (const { operator, keys } of conditions) {
    if (foreignOperator(operator, language)) signs.add('operator');
    if (keys.some(({ key }) => key.startsWith(foreign.data.keys))) signs.add('key');
  }
  addPrincipal(signs, principal, foreign);
}

function addPrincipal(signs: Set<Sign>, principal: Principal | undefined, { data }: Foreign): void {
  for (const { kind, values } of principal?.entries ?? [])
    if (kind === data.principal || values.some(({ value }) => data.hosts.some((host) => value.endsWith(host))))
      signs.add('principal');
}

/** Whether a policy writes its elements with capitals and says nothing of any one service: so do policies of an administrator. */
const isCapital = ({ element, statements }: Policy): boolean =>
  element.statement?.key.value === 'Statement' &&
  statements.every(
    ({ element: own, actions }) =>
      own.effect?.key.value === 'Effect' && (actions?.items ?? []).every(({ form }) => form === 'all'),
  );

/** Abbreviations of services that no other cloud has. */
const ownServices: ReadonlySet<string> = new Set(['cos', 'cvm', 'cam']);

/** Whether a statement has a string that only CAM's language has. */
const isOwn = ({ actions, resources, principal }: Statement): boolean =>
  resources?.items.some(({ form }) => form === 'six') === true ||
  actions?.items.some(({ prefix, form, service }) => prefix !== '' || form === 'set' || ownServices.has(service)) ===
    true ||
  principal?.entries.some(
    ({ kind, values }) => kind === 'qcs' || values.some(({ value }) => value.startsWith('qcs:')),
  ) === true;
