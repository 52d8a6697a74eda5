/** Reads a message: which permissions the policy lacks, and what no permission can solve. */
import type { Choice } from '../../../../protocol/answers.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Language } from '../../core/catalogue/language.js';
import { readDenied, type Denied } from '../../core/denial/denied-message.js';
import type { NamedCondition } from '../../core/denial/named-conditions.js';
import type { CosRefusal } from '../../core/denial/cos-refusal.js';
import type { GrantCondition } from '../../core/edits/statement-text.js';
import { operationLevelOf } from '../../core/knowledge/level.js';
import { knownOperator } from '../../core/knowledge/operators.js';
import { readAction } from '../../core/policy/action.js';
import { isTagListKey } from '../../core/policy/condition.js';
import type { Policy } from '../../core/policy/model.js';

/** A permission that is missing. */
export interface Need {
  readonly service: string;
  readonly name: string;
  /** `service:Name`. */
  readonly action: string;
  /** Empty where the message names none. */
  readonly resources: readonly string[];
  readonly conditions: readonly GrantCondition[];
  /** Named without values, or without an operator that could be told. */
  readonly unread: readonly NamedCondition[];
}

export interface Needs {
  readonly needs: readonly Need[];
  /** Refused by an explicit deny. */
  readonly denied: readonly { readonly action: string; readonly by: readonly string[] }[];
  /** Names of actions whose service is not known. */
  readonly lost: readonly string[];
  readonly choices: readonly Choice[];
  /** Keys of COS in which `*` stands, which a policy takes for a wildcard. */
  readonly wild: readonly string[];
  readonly ownedByOther: boolean;
  /** The message is of another cloud. */
  readonly otherCloud: boolean;
  /** Whether the message was read at all. */
  readonly understood: boolean;
}

/** What `message` says; `chosen`: names of COS actions that the person chose for a request that names none. */
export function needsOf(
  message: string,
  policy: Policy,
  { catalogue, language }: { readonly catalogue: Catalogue; readonly language: Language },
  chosen: readonly string[] = [],
): Needs {
  const { calls, cos, ownedByOther, otherCloud } = readDenied(message);
  const named = calls.map((call) => ({ ...call, service: call.service ?? serviceOf(call, policy, catalogue) }));
  const known = named.flatMap((call) => (call.service === undefined ? [] : [{ ...call, service: call.service }]));
  const choices = cos.map(choiceOf);
  return {
    needs: [
      ...known.filter(({ deniedBy }) => !deniedBy).map((call) => needOf(call.service, call, language)),
      ...choices.flatMap(({ resource, actions }) =>
        chosen.filter((name) => actions.includes(name)).map((name) => plainNeed(name, resource)),
      ),
    ],
    denied: known.flatMap(({ service, action, deniedBy }) =>
      deniedBy ? [{ action: `${service}:${action}`, by: deniedBy }] : [],
    ),
    lost: named.filter(({ service }) => service === undefined).map(({ action }) => action),
    choices: chosen.length > 0 ? [] : choices,
    wild: cos.map(({ key }) => key).filter((key) => key.includes('*')),
    ownedByOther,
    otherCloud,
    understood: calls.length > 0 || cos.length > 0 || ownedByOther || otherCloud,
  };
}

function needOf(service: string, { action: name, resources, conditions }: Denied, language: Language): Need {
  const read = conditions.map((condition) => ({ condition, operator: operatorOf(condition, language) }));
  return {
    service,
    name,
    action: `${service}:${name}`,
    resources,
    conditions: read.flatMap(({ condition: { key, values }, operator }) =>
      operator === undefined ? [] : [{ operator, key, values }],
    ),
    unread: read.filter(({ operator }) => operator === undefined).map(({ condition }) => condition),
  };
}

/** Whether the message names a resource for an action that CAM asks about with `*`, which nothing else is sure to meet. */
export const needsWhole = ({ action, resources }: Need, catalogue: Catalogue): boolean =>
  resources.some((resource) => resource !== '*') && operationLevelOf(catalogue, readAction(action)) !== undefined;

const plainNeed = (name: string, resource: string): Need => ({
  service: 'cos',
  name,
  action: `cos:${name}`,
  resources: [resource],
  conditions: [],
  unread: [],
});

/** The operator that is named, or for tags the one that documents use. Source: CAM, tags in conditions, 598/73088. */
function operatorOf({ key, values, operator }: NamedCondition, language: Language): string | undefined {
  if (values.length === 0) return undefined;
  if (operator !== undefined) return knownOperator(operator, language) ? operator : undefined;
  return isTagListKey(key) ? 'for_any_value:string_equal' : undefined;
}

/** The object, or everything in the bucket. Source: COS, access policy language, 436/12469. */
const choiceOf = ({ region, appId, bucket, key, actions }: CosRefusal): Choice => ({
  resource: `qcs::cos:${region}:uid/${appId}:${bucket}/${key === '' ? '*' : key}`,
  actions,
});

/** The service that a message means without naming it: the product's, or the only one of the policy's services that has the action. */
function serviceOf({ action, product }: Denied, policy: Policy, catalogue: Catalogue): string | undefined {
  const lower = product?.toLowerCase();
  const named = lower === undefined ? undefined : catalogue.service(lower);
  if (named?.action(action)) return named.data.service;
  const own = new Set(policy.statements.flatMap(({ actions }) => actions?.items.map(({ service }) => service) ?? []));
  const having = [...own].filter((service) => catalogue.service(service)?.action(action));
  return having.length === 1 ? having[0] : undefined;
}
