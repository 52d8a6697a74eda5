import assert from 'node:assert/strict';
import { tinyCatalogue, tinySource } from '../../../test/tiny-catalogue.js';
import type { Service } from './catalogue.js';
import { createCatalogue } from './index.js';

function service(id: string): Service {
  const found = tinyCatalogue.service(id);
  assert.ok(found, `service ${id}`);
  return found;
}
const names = (actions: readonly { readonly name: string }[]): string[] => actions.map(({ name }) => name);

describe('catalogue', () => {
  it('finds a service by abbreviation and by alias, and nothing else', () => {
    assert.equal(service('consolevod'), service('vod'));
    assert.equal(tinyCatalogue.service('Mps'), undefined);
    assert.equal(tinyCatalogue.service('constructor'), undefined);
  });

  it('loads a service once, when it is first asked for', () => {
    const source = tinySource();
    const loaded: string[] = [];
    const catalogue = createCatalogue({ ...source, load: (id) => (loaded.push(id), source.load(id)) });
    assert.deepEqual(loaded, []);
    catalogue.service('mps');
    catalogue.service('mps');
    catalogue.service('nothing');
    assert.deepEqual(loaded, ['mps']);
  });

  it('finds an action by exact name, and by name in any case', () => {
    assert.equal(service('mps').action('ProcessMedia')?.access, 'write');
    assert.equal(service('mps').action('processmedia'), undefined);
    assert.equal(service('mps').actionIgnoringCase('processmedia')?.name, 'ProcessMedia');
    assert.equal(service('mps').action('toString'), undefined);
  });

  it('lists actions sorted by name, named ones and described ones together', () => {
    assert.deepEqual(names(service('cvm').actions()), [
      'DescribeInstances',
      'DescribeInstancesStatus',
      'DescribeRegions',
      'DescribeZones',
      'RunInstances',
      'TerminateInstances',
    ]);
  });

  it('expands patterns, and remembers what they stand for', () => {
    const cvm = service('cvm');
    assert.deepEqual(names(cvm.matching('*Instances')), ['DescribeInstances', 'RunInstances', 'TerminateInstances']);
    assert.deepEqual(names(cvm.matching('Desc*Zones')), ['DescribeZones']);
    assert.deepEqual(cvm.matching('Nothing*'), []);
    assert.equal(cvm.matching('*'), cvm.actions());
    assert.equal(cvm.matching('Run*'), cvm.matching('Run*'));
  });

  it('resolves resource types, and gives actions the level of the rest only where they have none', () => {
    const mps = service('mps');
    assert.deepEqual(
      mps.action('CreateResource')?.resourceTypes.map(({ format }) => format),
      ['qcs::mps::uin/${uin}:vts/*'],
    );
    assert.equal(mps.action('CreateResource')?.level?.level, 'resource');
    assert.equal(mps.action('ProcessMedia')?.level?.scope, 'instruction');
    assert.equal(service('cvm').action('RunInstances')?.level, undefined);
  });

  it('gives the sources behind indices', () => {
    const trtc = service('trtc');
    assert.deepEqual(
      trtc.sources(trtc.action('DismissRoom')?.level?.sources).map(({ document }) => document),
      ['647/39549'],
    );
    assert.deepEqual(trtc.sources(undefined), []);
    assert.deepEqual(trtc.sources([99]), []);
  });
});

describe('nearest names', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['mps', 'ProcesMedia', 'ProcessMedia'],
    ['mps', 'ProcessMeida', 'ProcessMedia'],
    ['mps', 'processMedia', 'ProcessMedia'],
    ['cvm', 'DescribeInstance', 'DescribeInstances'],
    ['cvm', 'ListInstances', 'DescribeInstances'],
    ['cvm', 'DeleteInstance', 'TerminateInstances'],
    ['cam', 'GetRoles', 'GetRole'],
    ['cmqqueue', 'PublishMessage', undefined],
    ['cvm', 'Frobnicate', undefined],
  ];
  for (const [id, wrong, right] of cases) {
    it(`${id}:${wrong} → ${right ?? 'nothing'}`, () => {
      assert.equal(service(id).nearest(wrong)[0], right);
    });
  }

  it('gives at most the number asked for', () => {
    assert.equal(service('cvm').nearest('DescribeInstances', 1).length, 1);
  });

  it('knows services, too', () => {
    assert.deepEqual(tinyCatalogue.nearestServices('camqueue'), ['cmqqueue']);
    assert.deepEqual(tinyCatalogue.nearestServices('TRTC'), ['trtc']);
    assert.deepEqual(tinyCatalogue.nearestServices('s3'), []);
  });
});
