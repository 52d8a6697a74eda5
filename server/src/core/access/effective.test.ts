import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../../test/sampling.js';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { readAction } from '../policy/action.js';
import { matchesAction } from '../policy/action-pattern.js';
import { allowancesOf, denialsOf, mayDeny, type Surely } from './surely.js';
import { effectiveStatements } from './effective.js';
import { isAllLeftOut, leftOut } from './left-out.js';
import { readPolicy } from '../policy/read.js';
import { readResource } from '../policy/resource.js';
import { coversResource } from '../policy/resource-pattern.js';

const facts = { catalogue: shippedCatalogue, language: shippedLanguage };

interface Said {
  readonly effect: string;
  readonly action: readonly string[];
  readonly resource: readonly string[];
  readonly condition?: object;
}

const app = (id: string): string => `qcs::trtc::uin/1:sdkappid/${id}`;
const actionPatterns = ['*', 'trtc:*', 'trtc:Dis*', 'trtc:DismissRoom', 'name/trtc:RemoveUser', 'mps:*'];
const resourcePatterns = ['*', app('*'), app('1*'), app('14'), app('2')];
const actions = ['trtc:DismissRoom', 'trtc:RemoveUser', 'trtc:Describe', 'mps:EditMedia'];
const resources = [app('14'), app('15'), app('2'), 'qcs::mps::uin/1:vts/1'];

const list = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const statements: fc.Arbitrary<readonly Said[]> = fc.array(
  fc.record(
    {
      effect: fc.constantFrom('allow', 'deny'),
      action: list(actionPatterns),
      resource: list(resourcePatterns),
      condition: fc.constant({ ip_equal: { 'qcs:ip': '10.0.0.1' } }),
    },
    { requiredKeys: ['effect', 'action', 'resource'] },
  ),
  { maxLength: 4 },
);

/** CAM's evaluation of one request, written down as plainly as can be: whether a deny speaks of it whatever else the request says. */
const isDenied = (said: readonly Said[], action: string, resource: string): boolean =>
  said.some(
    ({ effect, condition, ...statement }) =>
      effect === 'deny' &&
      !condition &&
      statement.action.some((pattern) => {
        const [service = '', name = ''] = action.split(':');
        return matchesAction(readAction(pattern), service, name);
      }) &&
      statement.resource.some((pattern) => coversResource(readResource(pattern), readResource(resource))),
  );

const denialsIn = (said: readonly Said[]): Surely => denialsOf(readPolicy(JSON.stringify({ statement: said })), facts);

describe('effective statements', () => {
  it('deny a single action on a single resource exactly as CAM evaluates', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(...actions), fc.constantFrom(...resources), (said, action, resource) => {
        const denial = denialsIn(said).covering(readAction(action), [readResource(resource)]);
        assert.equal(denial.length > 0, isDenied(said, action, resource));
      }),
      runs(500),
    );
  });

  it('cover a pattern only where all that it stands for is denied', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(...actionPatterns), list(resourcePatterns), (said, pattern, on) => {
        const denial = denialsIn(said).covering(readAction(pattern), on.map(readResource));
        if (denial.length === 0) return;
        for (const action of actions) {
          const [service = '', name = ''] = action.split(':');
          if (!matchesAction(readAction(pattern), service, name)) continue;
          for (const resource of resources)
            if (on.some((each) => coversResource(readResource(each), readResource(resource))))
              assert.ok(isDenied(said, action, resource), `${action} on ${resource}`);
        }
      }),
      runs(500),
    );
  });

  it('cover what several statements say together, and what is said under a condition wherever that holds', () => {
    const when = { ip_equal: { 'qcs:ip': '10.0.0.1' } };
    const deny = (resource: string, condition?: object): Said => ({
      effect: 'deny',
      action: ['trtc:*'],
      resource: [resource],
      ...(condition && { condition }),
    });
    const both = [app('14'), app('2')];
    const asked: Said = { effect: 'allow', action: ['trtc:RemoveUser'], resource: both, condition: when };
    const countOf = (said: readonly Said[], isUnderCondition: boolean): number => {
      const policy = readPolicy(JSON.stringify({ statement: [asked, ...said] }));
      const [where] = effectiveStatements(policy);
      const { covering } = denialsOf(policy, facts);
      return covering(readAction('trtc:RemoveUser'), both.map(readResource), isUnderCondition ? where : undefined)
        .length;
    };
    assert.equal(countOf([deny(app('1*')), deny(app('2'))], false), 2);
    assert.equal(countOf([deny(app('1*')), deny(app('2')), deny('*')], false), 1);
    assert.equal(countOf([deny(app('1*')), deny(app('3'))], false), 0);
    assert.equal(countOf([deny('*', when)], true), 1);
    assert.equal(countOf([deny('*', when)], false), 0);
    assert.equal(countOf([deny('*', { ip_equal: { 'qcs:ip': '10.0.0.2' } })], true), 0);
  });

  it('find a pattern that one deny repeats', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(...actionPatterns), list(resourcePatterns), (said, action, resource) => {
        const more = [...said, { effect: 'deny', action: [action], resource }];
        assert.ok(denialsIn(more).covering(readAction(action), resource.map(readResource)).length > 0);
      }),
    );
  });

  it('leave out what does nothing: trust statements, missing parts, malformed strings', () => {
    const policy = readPolicy(
      JSON.stringify({
        statement: [
          { effect: 'allow', principal: { service: ['x'] }, action: 'name/sts:AssumeRole' },
          { effect: 'permit', action: '*', resource: '*' },
          { effect: 'allow', action: ['cvm'], resource: '*' },
          { effect: 'allow', action: ['cvm', 'cvm:*'], resource: ['*', 'qcs:x'] },
        ],
      }),
    );
    const [only, ...rest] = effectiveStatements(policy);
    assert.deepEqual(rest, []);
    assert.deepEqual([only?.actions.length, only?.resources.length], [1, 1]);
    assert.equal(effectiveStatements(policy), effectiveStatements(policy));
    const indexes = (...statement: readonly object[]): readonly number[] =>
      leftOut(readPolicy(JSON.stringify({ statement }))).map(({ index }) => index);
    const whole = { effect: 'allow', action: 'cvm:*', resource: '*' };
    assert.deepEqual(indexes(whole, { ...whole, effect: 'permit' }, { ...whole, resource: ['*', 'qcs:x'] }), [1, 2]);
    assert.deepEqual(indexes({ effect: 'allow', principal: { service: ['x'] }, action: 'name/sts:AssumeRole' }), []);
    const isNothing = (...statement: readonly object[]): boolean =>
      isAllLeftOut(readPolicy(JSON.stringify({ statement })));
    assert.deepEqual([isNothing(), isNothing(whole), isNothing({ ...whole, effect: 'permit' })], [false, false, true]);
  });

  it('compare principals as sets of names, and know everyone in each of its forms', () => {
    const speaking = (...principals: readonly unknown[]) =>
      readPolicy(
        JSON.stringify({
          statement: principals.map((principal, index) => ({
            effect: 'deny',
            ...(principal === undefined ? {} : { principal }),
            action: `cos:A${index}`,
            resource: '*',
          })),
        }),
      );
    const isCovered = (outer: unknown, inner: unknown): boolean => {
      const policy = speaking(outer, inner);
      const [, asked] = effectiveStatements(policy);
      assert.ok(asked);
      return denialsOf(policy, facts).covering(readAction('cos:A0'), [readResource('*')], asked).length > 0;
    };
    const [a, b] = ['qcs::cam::uin/1:uin/2', 'qcs::cam::uin/1:uin/3'];
    for (const everyone of ['*', { qcs: ['*'] }, { qcs: '*' }, { qcs: ['qcs::cam::anonymous:anonymous'] }])
      for (const inner of [undefined, '*', { qcs: [a] }, { service: ['x'] }]) assert.ok(isCovered(everyone, inner));
    assert.ok(isCovered({ qcs: [a, b] }, { qcs: [b] }));
    assert.ok(isCovered({ qcs: [a, b] }, { qcs: [b, a] }));
    assert.ok(isCovered({ qcs: a }, { qcs: [a] }));
    assert.ok(!isCovered({ qcs: [a] }, { qcs: [a, b] }));
    assert.ok(!isCovered({ qcs: [a] }, undefined));
    assert.ok(!isCovered({ qcs: [a] }, '*'));
    assert.ok(!isCovered({ service: [a] }, { qcs: [a] }));
    assert.ok(!isCovered(undefined, { qcs: [a] }));
    assert.ok(isCovered(undefined, undefined));
  });

  it('say what the policy allows whatever the request', () => {
    const policy = readPolicy(
      JSON.stringify({
        statement: [
          { effect: 'allow', action: 'trtc:*', resource: app('*') },
          { effect: 'allow', action: 'mps:*', resource: '*', condition: { ip_equal: { 'qcs:ip': '10.0.0.1' } } },
        ],
      }),
    );
    const isAllowed = (action: string, resource: string): boolean =>
      allowancesOf(policy, facts).covering(readAction(action), [readResource(resource)]).length > 0;
    assert.ok(isAllowed('trtc:RemoveUser', app('14')));
    assert.ok(!isAllowed('trtc:RemoveUser', '*'));
    assert.ok(!isAllowed('mps:EditMedia', '*'));
  });

  it('tell a deny that may take something away from one that cannot', () => {
    const policy = readPolicy(
      JSON.stringify({
        statement: [
          {
            effect: 'deny',
            action: 'trtc:Rem*',
            resource: app('14'),
            condition: { ip_equal: { 'qcs:ip': '10.0.0.1' } },
          },
        ],
      }),
    );
    const mayBe = (action: string, resource: string): boolean =>
      mayDeny(policy, readAction(action), [readResource(resource)]);
    assert.ok(mayBe('trtc:RemoveUser', '*'));
    assert.ok(mayBe('trtc:RemoveUser', app('14')));
    assert.ok(!mayBe('trtc:RemoveUser', app('15')));
    assert.ok(!mayBe('trtc:DismissRoom', app('14')));
  });
});
