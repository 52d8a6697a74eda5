import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue } from '../../../test/shipped-catalogue.js';
import { nearServices } from './near-services.js';

describe('abbreviations of services that are near', () => {
  it('name Tencent Cloud’s product where another cloud’s is meant', () => {
    for (const [id, wanted] of [
      ['s3', 'cos'],
      ['oss', 'cos'],
      ['ec2', 'cvm'],
      ['ecs', 'cvm'],
      ['rds', 'cdb'],
      ['slb', 'clb'],
      ['iam', 'cam'],
      ['ram', 'cam'],
      ['dns', 'dnspod'],
      ['nat', 'vpc'],
    ] as const) {
      const near = nearServices(catalogue, id);
      assert.deepEqual([near?.kind, near?.services[0], near?.slip], ['other-name', wanted, false], id);
    }
    assert.deepEqual(nearServices(catalogue, 'rds')?.services, ['cdb', 'postgres', 'mariadb', 'sqlserver']);
  });

  it('come first that have the action', () => {
    assert.equal(nearServices(catalogue, 'ecs', 'DescribeClusters')?.services[0], 'tke');
  });

  it('say nothing of short ones, unless the action tells', () => {
    assert.equal(nearServices(catalogue, 'cmv'), undefined);
    assert.deepEqual(nearServices(catalogue, 'cmv', 'RunInstances'), { kind: 'near', services: ['cvm'], slip: false });
  });

  it('are slips where they are long and one or two letters differ', () => {
    const near = nearServices(catalogue, 'cmqqueu');
    assert.deepEqual([near?.services[0], near?.slip], ['cmqqueue', true]);
    assert.equal(nearServices(catalogue, 'camqueue')?.services[0], 'cmqqueue');
  });
});
