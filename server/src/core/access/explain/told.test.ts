/** What the explanation lists as allowed, and what it does not, is what single decisions say. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asMuchAs } from '../../../../test/sampling.js';
import { shippedLanguage as language } from '../../../../test/shipped-catalogue.js';
import { tinyCatalogue as catalogue } from '../../../../test/tiny-catalogue.js';
import { operationLevelOf } from '../../knowledge/level.js';
import { readAction } from '../../policy/action.js';
import { readPolicy } from '../../policy/read.js';
import { readResource } from '../../policy/resource.js';
import { coversResource, overlapsResource } from '../../policy/resource-pattern.js';
import { matches } from '../../wildcard.js';
import { can } from '../can.js';
import type { Decision } from '../question.js';
import { explain } from './explain.js';
import type { Exception, Explanation, Scope } from './explanation.js';
import { everyService } from './reached.js';

const facts = { catalogue, language };

const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;
const queue = (name: string): string => `qcs::cmqqueue:gz:uin/100000000001:queueName/uin/100000000001/${name}`;

const some = (...items: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });

const statement = fc.record(
  {
    effect: fc.constantFrom('allow', 'allow', 'deny'),
    action: some(
      ...['*', 'trtc:*', 'trtc:RemoveUser', 'trtc:R*', 'name/trtc:DismissRoom', 'trtc:CreateTrtcApp', 'trtc:D*'],
      ...[
        'cmqqueue:*',
        'cmqqueue:SendMessage',
        'cmqqueue:CreateQueue',
        'cmqqueue:RewindQueue',
        'nosuch:Go',
        'nosuch:*',
      ],
      ...['*:R*', '*:Go', 'tr*:*', 'cmq*:S*', '*q*:C*', 'trtc:removeuser', 'TRTC:D*'],
    ),
    resource: some(
      '*',
      app('1'),
      app('2'),
      app('*'),
      'qcs::trtc:::*',
      'qcs::trtc:::sdkappid/1',
      queue('a'),
      queue('*'),
    ),
    condition: fc.constantFrom({ ip_equal: { 'qcs:ip': '10.0.0.0/8' } }, { bool_equal: { 'qcs:mfa': 'true' } }, {}),
  },
  { requiredKeys: ['effect', 'action', 'resource'] },
);

/** Of a resource that no document has for the action the explanation does not speak. */
const places: { readonly [service: string]: readonly string[] } = {
  trtc: [app('1'), app('2'), app('3')],
  cmqqueue: [queue('a'), queue('b')],
  nosuch: [app('1'), queue('b'), 'qcs::nosuch:::it'],
};
const asked = [
  ...['trtc:RemoveUser', 'trtc:DismissRoom', 'trtc:CreateTrtcApp', 'trtc:DescribeRecordStatistic'],
  ...['cmqqueue:SendMessage', 'cmqqueue:CreateQueue', 'cmqqueue:RewindQueue', 'nosuch:Go', 'nosuch:Stop'],
].flatMap((text) => {
  const action = readAction(text);
  const resources = operationLevelOf(catalogue, action) ? ['*'] : (places[action.service] ?? []);
  return resources.map((resource) => ({ action, resource: readResource(resource) }));
});
type Asked = (typeof asked)[number];

/** Whether the action is among those of the scope, as a reader takes it. */
const lists = ({ service, reached }: Scope, { action }: Asked): boolean => {
  if (!matches(service, action.service)) return false;
  const isKnown = catalogue.service(service)?.action(action.name) !== undefined;
  return isKnown
    ? reached.classes.some(({ names }) => names.includes(action.name))
    : reached.all || reached.patterns.some((pattern) => matches(pattern, action.name));
};

/** Whether nothing is said of it with *perhaps*. */
const isSure = (scope: Scope | Exception, { action: { name } }: Asked): boolean =>
  !('unsure' in scope && scope.unsure) &&
  !scope.doubtful.star.includes(name) &&
  !scope.doubtful.case.some((each) => each.toLowerCase() === name.toLowerCase());

const mayReach = ({ resources }: Scope, { resource }: Asked): boolean =>
  resources.length === 0 || resources.some((one) => overlapsResource(one, resource));
const reachesAll = ({ resources, tests, unreadCondition }: Scope, { resource }: Asked): boolean =>
  tests.length === 0 &&
  !unreadCondition &&
  (resources.length === 0 || resources.some((one) => coversResource(one, resource)));

type Told = 'allowed' | 'not allowed' | 'unsure';

/** What a reader of the explanation takes from it. */
function toldOf({ services, gone, denials }: Explanation, one: Asked): Told {
  const grants = services.flatMap((service) => service.grants).filter((grant) => lists(grant, one));
  const denies = [
    ...services.flatMap((service) => service.grants.flatMap(({ except }) => except)),
    ...denials,
    ...gone.flatMap(({ except }) => except),
  ].filter((deny) => lists(deny, one) || deny.service === everyService || deny.reached.all);
  if (!grants.some((grant) => mayReach(grant, one))) return 'not allowed';
  if (denies.some((deny) => lists(deny, one) && isSure(deny, one) && reachesAll(deny, one))) return 'not allowed';
  return grants.some((grant) => isSure(grant, one) && reachesAll(grant, one)) &&
    !denies.some((deny) => mayReach(deny, one))
    ? 'allowed'
    : 'unsure';
}

const answerOf = (decision: Decision): string =>
  decision.is === 'undecided' ? answerOf(decision.otherwise) : decision.is;

describe('what the explanation tells of actions and resources', () => {
  it('is what is decided of single requests', () => {
    const tally = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
        const policy = readPolicy(JSON.stringify({ version: '2.0', statement: statements }));
        const explanation = explain(policy, facts);
        for (const one of asked) {
          const told = toldOf(explanation, one);
          const { action, resource } = one;
          const is = answerOf(can({ policies: [policy], action: action.text, resource: resource.text }, facts));
          const expected = { allowed: ['allowed'], 'not allowed': ['denied', 'not-allowed'], unsure: [is] }[told];
          assert.ok(
            expected.includes(is),
            `${action.text} ${resource.text} told ${told}, is ${is}: ${JSON.stringify(statements)}`,
          );
          tally.set(told, (tally.get(told) ?? 0) + 1);
        }
      }),
      { numRuns: asMuchAs(500, 20) },
    );
    for (const told of ['allowed', 'not allowed', 'unsure']) assert.ok((tally.get(told) ?? 0) > 0, told);
  });
});
