/** Writes tests for a policy that all pass: one or two requests for each statement, found and answered by the engine. */
import { can } from '../access/can.js';
import { compare } from '../access/compare.js';
import type { Example } from '../access/comparison.js';
import type { Caller, Decision } from '../access/question.js';
import type { Facts } from '../knowledge/facts.js';
import { accountOf } from '../knowledge/resource-template.js';
import { readPolicy } from '../policy/read.js';
import type { Policy, Statement } from '../policy/model.js';
import { say, type Locale, type Text } from '../text.js';
import { allBut } from './all-but.js';
import { sourcesOf } from './sources-of.js';

/** More statements are not asked about. */
const maxStatements = 20;

const texts = {
  allowed: { en: '{action} is allowed', zh: '允许 {action}' },
  denied: { en: '{action} is denied', zh: '拒绝 {action}' },
  'not-allowed': { en: '{action} is not allowed', zh: '未允许 {action}' },
  without: { en: '{name} without {keys}', zh: '{name}（没有 {keys}）' },
  never: { en: 'nothing of {service} is allowed', zh: '未允许 {service} 的任何操作' },
} satisfies { readonly [name: string]: Text };

/** The service whose actions hand out rights. */
const rights = 'cam';

interface WrittenTest {
  readonly name: string;
  readonly [member: string]: unknown;
}

/**
 * The text of a file of tests for the policy, which `reference` names; undefined where the policy's text is no whole JSON, or nothing can be asked about it.
 * Accounts and callers that the policy does not name are made up.
 */
export function writeTests(policy: Policy, reference: string, facts: Facts, locale: Locale): string | undefined {
  if (!policy.node || policy.unknown || policy.tree.problems.length > 0) return undefined;
  const caller = callerFor(policy);
  const tests = policy.statements
    .slice(0, maxStatements)
    .flatMap((statement) => testsFor(statement, { policy, reference, caller, facts, locale }));
  if (tests.length === 0) return undefined;
  const never = neverTest(policy, caller, facts, locale);
  const file = { policies: [reference], caller, tests: [...unlike(tests), ...(never ? [never] : [])] };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** A user of the account that the policy names. */
function callerFor(policy: Policy): Required<Caller> {
  const owner = /^uin\/(\d+)$/u.exec(accountOf(policy))?.[1] ?? '100000000001';
  const appIds = policy.statements.flatMap(({ resources }) =>
    (resources?.items ?? []).flatMap(({ text }) => /:uid\/(\d+):/u.exec(text)?.[1] ?? []),
  );
  return { uin: owner === '100000000002' ? '100000000003' : '100000000002', owner, appId: appIds[0] ?? '1250000001' };
}

interface Writing {
  readonly policy: Policy;
  readonly reference: string;
  readonly caller: Required<Caller>;
  readonly facts: Facts;
  readonly locale: Locale;
}

/** A request that the statement applies to; and where it has a condition, the same without the keys that it looks at. */
function testsFor(statement: Statement, writing: Writing): readonly WrittenTest[] {
  const example = exampleOf(statement, writing);
  if (!example) return [];
  const keys = Object.keys(example.context);
  const without = Object.fromEntries(keys.map((key) => [key, null]));
  const first = testOf(example, example.context, writing);
  const second = keys.length > 0 ? testOf(example, without, writing, keys) : undefined;
  return [first, second].filter((test) => test !== undefined);
}

const nothing = readPolicy('{"version":"2.0","statement":[]}');

/** A request that the statement by itself would allow, or denies. */
function exampleOf({ node }: Statement, { policy, caller, facts }: Writing): Example | undefined {
  const members = Object.entries(JSON.parse(policy.tree.text.slice(node.start, node.end)) as object);
  const allowing = members.map(([name, value]) => [
    name,
    name.toLowerCase() === 'effect' ? 'allow' : (value as unknown),
  ]);
  const alone = readPolicy(JSON.stringify({ version: '2.0', statement: [Object.fromEntries(allowing)] }));
  const question = { before: { policies: [nothing] }, after: { policies: [alone] }, caller };
  for (const actions of ['known', 'any'] as const) {
    const { gained } = compare({ ...question, actions }, facts);
    if (gained.is === 'some' && gained.found[0]) return gained.found[0].example;
  }
  return undefined;
}

/** Undefined where the answer is not sure. */
function testOf(
  { action, resource }: Example,
  context: Example['context'],
  { policy, reference, caller, facts, locale }: Writing,
  lacks: readonly string[] = [],
): WrittenTest | undefined {
  const decision = can({ policies: [policy], caller, action, resource, context }, facts);
  if (!isSure(decision)) return undefined;
  const [by] = sourcesOf(decision);
  const plain = say(texts[decision.is], locale, { action });
  const name = lacks.length === 0 ? plain : say(texts.without, locale, { name: plain, keys: lacks.join(', ') });
  return {
    name,
    action,
    ...(resource === '*' ? {} : { resource }),
    ...(Object.keys(context).length > 0 ? { context } : {}),
    expect: decision.is,
    ...(by ? { by: `${reference.replace(/^\.\//u, '')}#${by.statement + 1}` } : {}),
  };
}

const isSure = (decision: Decision): decision is Extract<Decision, { is: 'allowed' | 'denied' | 'not-allowed' }> =>
  decision.is === 'allowed' || decision.is === 'denied' || decision.is === 'not-allowed';

/** That nothing of the service is allowed that hands out rights; undefined where something is. */
function neverTest(policy: Policy, caller: Caller, facts: Facts, locale: Locale): WrittenTest | undefined {
  const actions = [`${rights}:*`];
  const { gained } = compare(
    { before: { policies: [allBut(actions, [])] }, after: { policies: [policy] }, caller },
    facts,
  );
  return gained.is === 'none'
    ? { name: say(texts.never, locale, { service: rights }), notGranted: { actions } }
    : undefined;
}

/** Without those that ask the same as one before. */
function unlike(tests: readonly WrittenTest[]): readonly WrittenTest[] {
  const asked = new Map(tests.map((test) => [JSON.stringify({ ...test, name: '' }), test]));
  return [...asked.values()];
}
