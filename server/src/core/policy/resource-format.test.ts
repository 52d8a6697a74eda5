import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fit, readFormat, withLostPart, type Fit } from './resource-format.js';
import { readResource } from './resource.js';

const fitOf = (resource: string, format: string): Fit => fit(readResource(resource), readFormat(format));
const instance = 'qcs::cvm:${region}:uin/${uin}:instance/${InstanceId}';
const queue = 'qcs::cmqqueue:${region}:uin/${uin}:queueName/uin/${CreateUin}/${QueueName}';
const product = 'qcs::iot:${region}:uin/${uin}:project/${ProjectId}/product/${ProductId}';

describe('resource formats', () => {
  const cases: readonly (readonly [string, string, Fit])[] = [
    ['qcs::cvm:gz::instance/ins-1', instance, 'fits'],
    ['qcs::cvm:gz::instance/*', instance, 'fits'],
    ['qcs::cvm:gz::instance/ins-*', instance, 'fits'],
    ['qcs::cvm:gz::*', instance, 'fits'],
    ['qcs::cvm:gz::inst*', instance, 'fits'],
    ['qcs:::::instance/ins-1', instance, 'fits'],
    ['*', instance, 'fits'],
    ['qcs::cvm:gz::instance/${uin}', instance, 'fits'],
    ['qcs::cvm:gz::instance/$instanceId', instance, 'fits'],
    ['qcs::cvm:gz::instance/<id>', instance, 'fits'],
    ['qcs::cvm:gz::instance', instance, 'could'],
    ['qcs::cvm:gz::instance/', instance, 'could'],
    ['qcs::cvm:gz::instance/a/b', instance, 'could'],
    ['qcs::cvm', instance, 'could'],
    ['qcs::cvm:gz::volume/disk-1', instance, 'cannot'],
    ['qcs::cvm:gz::Instance/ins-1', instance, 'cannot'],
    ['qcs::cvm:gz::ins-1', instance, 'cannot'],
    ['qcs::vpc:gz::instance/ins-1', instance, 'cannot'],
    ['qcs::iot:::project/p', product, 'could'],
    ['qcs::iot:::project/p/*', product, 'fits'],
    ['qcs::iot:::project/p/service/s', product, 'cannot'],
    ['qcs::iot:::project/*/product/x', product, 'fits'],
    ['qcs::cmqqueue:::queueName/uin/1/q', queue, 'fits'],
    ['qcs::cmqqueue:::queueName/1/q', queue, 'cannot'],
    ['qcs::cmqqueue:::queueName/*', queue, 'fits'],
    ['qcs::mps:::vts/a', 'qcs::mps::uin/${uin}:vts/*', 'fits'],
    ['qcs::mps:::vts', 'qcs::mps::uin/${uin}:vts/*', 'could'],
    ['qcs::ccr:::repo/n/i:t', 'qcs::ccr:::repo/${namespace}/${name}:${tag}', 'fits'],
    ['qcs::cos::uid/1:prefix//1/b', 'qcs::cos:${region}:uid/${appid}:${bucket}/${key}', 'could'],
    ['qcs::cos::uid/1:prefix//1', 'qcs::cos:${region}:uid/${appid}:${bucket}/${key}/${more}', 'could'],
    ['qcs::cos::uid/1:b-1/a/b/c', 'qcs::cos:${region}:uid/${appid}:${bucket}/${key}', 'could'],
  ];
  for (const [resource, format, expected] of cases)
    it(`${resource} ${expected} ${format}`, () => {
      assert.equal(fitOf(resource, format), expected);
    });

  it('fit what is made by filling them in, whatever the region and account', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '1', '-'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(instance, queue, product), value, (format, text) => {
        assert.equal(fitOf(format.replace(/\$\{\w+\}/gu, text), format), 'fits');
      }),
    );
  });

  it('never fit what a different type begins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(instance, queue, product),
        fc.string({ unit: fc.constantFrom('x', '/', '1') }),
        (format, rest) => {
          const { service } = readFormat(format);
          assert.equal(fitOf(`qcs::${service}:::other${rest}`, format), 'cannot');
        },
      ),
    );
  });

  it('take a service under another name where told so', () => {
    const consolevod = readResource('qcs::consolevod:::subAppId/1');
    const format = readFormat('qcs::vod::uin/${uin}:subAppId/${subAppId}');
    assert.equal(fit(consolevod, format), 'cannot');
    assert.equal(fit(consolevod, format, { service: (code) => code.replace('console', '') }), 'fits');
  });

  it('find the part that was lost', () => {
    assert.equal(withLostPart('queueName/123/q', readFormat(queue)), 'queueName/uin/123/q');
    assert.equal(withLostPart('queueName/${uin}/*', readFormat(queue)), 'queueName/uin/${uin}/*');
    assert.equal(withLostPart('queueName/uin/q', readFormat(queue)), undefined);
    assert.equal(withLostPart('topicName/123/q', readFormat(queue)), undefined);
    assert.equal(withLostPart('project/p/x', readFormat(product)), 'project/p/product/x');
    assert.equal(withLostPart('instance', readFormat(instance)), undefined);
  });
});
