/** Completion of the elements of a policy and of a statement, and of the values that two of them choose from. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  effects,
  policyElements,
  statementElements,
  versions,
  type ElementInfo,
  type PolicyElement,
  type StatementElement,
} from '../../core/policy/elements.js';
import type { PrincipalKind } from '../../core/policy/principal.js';
import { isTrust } from '../../core/policy/statement-kind.js';
import type { PlaceOf } from '../../core/place/place.js';
import { isMultiline } from '../../core/syntax/measure.js';
import type { JsonProperty } from '../../core/syntax/json.js';
import { say } from '../../core/text.js';
import { effectTexts, versionTexts, words } from '../explain/words.js';
import { onlyOperationLevel } from './actions-of.js';
import type { Candidate, CompletionContext } from './candidate.js';
import { choice } from './snippet.js';
import { policyStarts, statementStarts } from './start.js';

type Skeletons<Name extends string> = { readonly [name in Name]: string };

/** The usual principal of a bucket policy. */
const principal = '{ "qcs": ["$1"] }$0';

/** The principal of a trust policy; the person chooses its kind. */
const trusted = `{ "${choice(1, ['service', 'qcs', 'federated'] satisfies PrincipalKind[])}": ["$2"] }$0`;

/** The elements that the policy lacks, each with the beginning of its value; templates if it has no element yet. */
export function completePolicyKey(
  { spot, object, property }: PlaceOf<'policy-key'>,
  context: CompletionContext,
): readonly Candidate[] {
  const { policy } = context.document;
  const present = policy.members.filter((member) => member.property !== property).map(({ element }) => element);
  const oneLine = policy.members.length > 1 && !isMultiline(policy.tree.text, object);
  const skeletons: Skeletons<PolicyElement> = {
    version: '"2.0"',
    statement: oneLine ? '[{ $0 }]' : '[\n\t{\n\t\t$0\n\t}\n]',
    principal,
  };
  return [
    ...elementCandidates(policyElements, skeletons, present, context),
    ...(present.length === 0 && isUnwritten(property) ? policyStarts(spot.offset, context) : []),
  ];
}

/** The elements that the statement lacks; no `resource` in a trust policy. */
export function completeStatementKey(
  { spot, statement, property }: PlaceOf<'statement-key'>,
  context: CompletionContext,
): readonly Candidate[] {
  const present = statement.members.filter((member) => member.property !== property).map(({ element }) => element);
  const skeletons: Skeletons<StatementElement> = {
    principal: statement.actions?.items.every(({ service }) => service === 'sts') ? trusted : principal,
    effect: `"${choice(1, effects)}"`,
    action: '["$1"]$0',
    resource: onlyOperationLevel(statement, context) ? '"*"' : '["$1"]$0',
    condition: '{ $1 }$0',
    sid: '"$1"$0',
  };
  const left: readonly StatementElement[] = isTrust(statement, context.document.policy) ? ['resource'] : [];
  return [
    ...elementCandidates(statementElements, skeletons, [...present, ...left], context),
    ...(present.length === 0 && isUnwritten(property) ? statementStarts(spot.offset, context) : []),
  ];
}

/** Whether there is no key yet, or only its beginning: otherwise whole members would be inserted between a key and its colon. */
const isUnwritten = (property: JsonProperty | undefined): boolean => property === undefined || property.colon < 0;

/** The documented elements that are not `present`: required ones, then optional ones, then `principal`, which few policies have. */
function elementCandidates<Name extends string>(
  table: { readonly [name in Name]: ElementInfo },
  skeletons: Skeletons<Name>,
  present: readonly (Name | undefined)[],
  { locale }: CompletionContext,
): readonly Candidate[] {
  const names = (Object.keys(table) as Name[]).filter((name) => !table[name].undocumented && !present.includes(name));
  const sorted = names.sort((a, b) => rankOf(a, table[a]) - rankOf(b, table[b]));
  return sorted.map((name) => ({
    label: name,
    form: 'key',
    value: skeletons[name],
    kind: CompletionItemKind.Property,
    description: say(table[name].required === false ? words.optional : words.required, locale),
    documentation: say(table[name].description, locale),
    order: 'first',
    ...(asksMore(skeletons[name]) ? { goesOn: true } : {}),
  }));
}

/** Whether the cursor ends up where something can be completed; a choice brings its own list. */
const asksMore = (skeleton: string): boolean => /\$\d/u.test(skeleton) && !skeleton.includes('|}');

const rankOf = (name: string, { required }: ElementInfo): number =>
  required === false ? (name === 'principal' ? 2 : 1) : 0;

export const completeVersion = (_: PlaceOf<'version'>, { locale }: CompletionContext): readonly Candidate[] =>
  versions.map((version) => ({
    label: version,
    kind: CompletionItemKind.EnumMember,
    documentation: say(versionTexts[version], locale),
    order: 'first',
  }));

export const completeEffect = (_: PlaceOf<'effect'>, { locale }: CompletionContext): readonly Candidate[] =>
  effects.map((effect) => ({
    label: effect,
    kind: CompletionItemKind.EnumMember,
    documentation: say(effectTexts[effect], locale),
    order: 'first',
  }));
