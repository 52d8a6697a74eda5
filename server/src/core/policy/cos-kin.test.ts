import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../test/shipped-catalogue.js';
import { bucketIn, isBucketService } from '../knowledge/bucket-name.js';
import { cosTraits } from './cos-kin.js';
import { readPolicy } from './read.js';
import { isBucketPolicy } from './bucket.js';
import { kindOf } from './statement-kind.js';

const kin = shippedCatalogue.summaries.map(({ service }) => service).filter((service) => cosTraits(service));

describe('services that work like COS', () => {
  it('are in the catalogue', () => {
    assert.deepEqual(kin, ['cas', 'cdcs', 'chdfs', 'ci', 'cos']);
  });

  it('are told by one list wherever they are told', () => {
    for (const service of kin) {
      const { bucketPolicies = false, beforeBucket } = cosTraits(service) ?? {};
      const resource = `qcs::${service}::uid/1250000000:${beforeBucket ?? ''}b-1250000000/k`;
      const policy = readPolicy(
        `{"statement":[{"principal":"*","action":"${service}:Get*","resource":"${resource}"}]}`,
      );
      const [statement] = policy.statements;
      assert.ok(statement);
      assert.equal(kindOf(statement), 'bucket', service);
      assert.equal(isBucketPolicy(policy), bucketPolicies, service);
      assert.equal(isBucketService(service), beforeBucket !== undefined, service);
      const [pattern] = statement.resources?.items ?? [];
      assert.equal(
        pattern && bucketIn(pattern)?.name,
        beforeBucket === undefined ? undefined : 'b-1250000000',
        service,
      );
    }
  });

  it('are nothing that a name from elsewhere could be', () => {
    assert.equal(cosTraits('cvm'), undefined);
    assert.equal(cosTraits('constructor'), undefined);
    assert.equal(cosTraits('COS'), undefined);
  });
});
