import assert from 'node:assert/strict';
import { createClassifier } from './access.js';
import { compile, type Compiled, type Inputs } from './compile.js';
import type { Layer } from './layer.js';

const classify = createClassifier({
  verbs: { read: ['Describe'], list: ['List'], write: ['Create', 'Bind'] },
  patterns: [['^svc:Describe\\w+List$', 'list']],
  actions: { 'svc:GetToken': 'permission' },
});
const page = { title: 'A page', date: '2024-05' };

function run(...layers: readonly Layer[]): Compiled {
  const inputs: Inputs = {
    layers,
    products: { svc: ['Service', '服务'] },
    sources: { shared: { title: 'Shared' } },
    classify,
    date: '2026-11-22',
  };
  const [service] = compile(inputs);
  assert.ok(service);
  return service;
}
const level = (value: 'resource' | 'operation', key = 'p') =>
  ({ level: value, scope: 'action', sources: [key] }) as const;

describe('merging layers', () => {
  it('sorts names by access class, the longest rule first', () => {
    const { names } = run({
      service: 'svc',
      names: ['DescribeThings', 'DescribeThingList', 'CreateThing', 'GetToken', 'ListThings'],
    });
    assert.deepEqual(names, {
      read: 'DescribeThings',
      list: 'DescribeThingList ListThings',
      write: 'CreateThing',
      permission: 'GetToken',
    });
  });

  it('stops on a name that no rule classifies, and names the file to edit', () => {
    assert.throws(
      () => run({ service: 'svc', names: ['Frobnicate', 'Describer'] }),
      /svc:Describer: no access class.*access\.json\nsvc:Frobnicate|svc:Frobnicate: no access class.*access\.json/s,
    );
  });

  it('numbers sources, each once', () => {
    const service = run(
      { service: 'svc', actions: { CreateThing: { level: level('resource') } }, sources: { p: page } },
      {
        service: 'svc',
        actions: { DescribeThing: { level: level('operation', 'other') }, BindThing: { sources: ['shared'] } },
        sources: { other: page },
      },
    );
    assert.deepEqual(service.sources, [page, { title: 'Shared' }]);
    assert.deepEqual(service.actions?.['DescribeThing']?.level?.sources, [0]);
    assert.deepEqual(service.actions['BindThing']?.sources, [1]);
  });

  it('wants a reason for a contradiction, and keeps it out of what ships', () => {
    const before: Layer = {
      service: 'svc',
      actions: { CreateThing: { level: level('resource') } },
      sources: { p: page },
    };
    const after = (reason: object): Layer => ({
      service: 'svc',
      actions: { CreateThing: { level: level('operation', 'shared'), ...reason } },
    });
    assert.throws(() => run(before, after({})), /contradicts an earlier layer's level without a reason/);
    assert.deepEqual(run(before, after({ reason: 'newer' })).actions?.['CreateThing'], {
      level: { level: 'operation', scope: 'action', sources: [1] },
      access: 'write',
    });
  });

  it('refuses entries that are stale or point nowhere', () => {
    assert.throws(
      () => run({ service: 'svc', actions: { CreateThing: { access: 'write' } } }),
      /the rules give access write already/,
    );
    assert.throws(
      () => run({ service: 'svc', descriptions: { CreateThing: ['a', 'b'] } }),
      /a description of an action that no layer has/,
    );
    assert.throws(
      () => run({ service: 'svc', actions: { CreateThing: { resourceTypes: ['thing'] } } }),
      /unknown resource type thing/,
    );
    assert.throws(
      () => run({ service: 'svc', actions: { CreateThing: { sources: ['nowhere'] } } }),
      /unknown source nowhere/,
    );
    assert.throws(() => run({ service: 'other', names: ['CreateThing'] }), /no name in .*products\.json/);
  });

  it('derives a level from a required parameter, and marks what names the resource', () => {
    const derived = { en: 'Derived.', zh: '推断。' };
    const service = run({
      service: 'svc',
      actions: { CreateThing: { parameters: 'AppId!:number Name:string' }, BindThing: { parameters: 'AppId:number' } },
      resourceParameters: ['AppId'],
      derive: [{ parameter: 'AppId', required: true, level: { ...level('resource', 'shared'), derived } }],
    });
    assert.equal(service.actions?.['CreateThing']?.parameters, 'AppId!=:number Name:string');
    assert.deepEqual(service.actions['CreateThing'].level?.derived, derived);
    assert.equal(service.actions['BindThing']?.level, undefined);
  });

  it('derives a level by name, of actions that have none', () => {
    const derive = (name: string): Layer => ({
      service: 'svc',
      actions: { BindThing: { level: level('operation', 'shared') } },
      names: ['CreateThing'],
      derive: [{ actions: [name], level: { ...level('resource', 'shared'), derived: { en: 'So.', zh: '故。' } } }],
    });
    assert.equal(run(derive('CreateThing')).actions?.['CreateThing']?.level?.level, 'resource');
    assert.throws(() => run(derive('BindThing')), /whose level is known/);
    assert.throws(() => run(derive('ListThing')), /that no layer has/);
  });

  const granularity = { level: 'operation', sources: ['p'] } as const;
  const dated = (date: string): Layer => ({ service: 'svc', granularity, sources: { p: { title: 'A page', date } } });

  it('derives the level of the rest from what is said of the product, for two years', () => {
    assert.equal(run(dated('2024-11-22')).levelOfRest?.scope, 'product');
    assert.equal(run(dated('2024-11-21')).levelOfRest, undefined);
    assert.equal(run({ service: 'svc', granularity: { ...granularity, sources: ['shared'] } }).levelOfRest, undefined);
  });

  it('derives nothing from the product where a resource of it is documented', () => {
    const recent = dated('2026-01');
    assert.equal(
      run({ ...recent, resourceTypes: [{ id: 'thing', format: 'qcs::svc:::thing/*' }] }).levelOfRest,
      undefined,
    );
    assert.equal(run({ ...recent, actions: { CreateThing: { level: level('resource') } } }).levelOfRest, undefined);
  });
});
