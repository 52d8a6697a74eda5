import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText } from '../../../../test/arbitrary-policy.js';
import { readUses } from './uses.js';

const event = (more: object): object => ({
  eventName: 'StopInstances',
  resourceType: 'cvm',
  eventSource: 'cvm.tencentcloudapi.com',
  errorCode: '0',
  ...more,
});
const stop = { action: 'cvm:StopInstances' };

describe('what is used', () => {
  it('is read from lines, each once', () => {
    const text = [
      '# of last month',
      'cvm:StopInstances',
      '  cvm:StopInstances\r',
      '',
      'name/cos:GetObject  qcs::cos::uid/1250000000:b-1250000000/x',
      'cvm:*',
      'cvm:StopInstances everywhere',
      'cvm:StopInstances * now',
    ].join('\n');
    assert.deepEqual(readUses(text), {
      uses: [stop, { action: 'name/cos:GetObject', resource: 'qcs::cos::uid/1250000000:b-1250000000/x' }],
      unread: [
        { place: 6, text: 'cvm:*' },
        { place: 7, text: 'cvm:StopInstances everywhere' },
        { place: 8, text: 'cvm:StopInstances * now' },
      ],
      refused: 0,
    });
  });

  it('is read from what CloudAudit says, without what CAM refused', () => {
    const wrapped = (more: object): object => ({ CloudAuditEvent: JSON.stringify(event(more)), EventName: 'x' });
    const answer = { Response: { ListOver: true, Events: [wrapped({}), wrapped({ errorCode: '4102' })] } };
    const whole = { uses: [stop], unread: [], refused: 1 };
    assert.deepEqual(readUses(JSON.stringify(answer)), whole);
    assert.deepEqual(readUses(JSON.stringify(answer.Response)), whole);
    assert.deepEqual(readUses(JSON.stringify(event({}))), { ...whole, refused: 0 });
    // Event by event, as delivered to a bucket; and as EventBridge sends it.
    assert.deepEqual(readUses(`${JSON.stringify(event({}))}\n${JSON.stringify(event({ errorCode: 4 }))}\n`), whole);
    assert.deepEqual(readUses(JSON.stringify({ specversion: '1.0', data: event({}) })), { ...whole, refused: 0 });
    // Where the event is cut, what stands beside it says enough.
    const cut = [{ CloudAuditEvent: '{"a', EventName: 'StopInstances', Resources: { ResourceType: 'cvm' } }];
    assert.deepEqual(readUses(JSON.stringify(cut)), { ...whole, refused: 0 });
  });

  it('names what it cannot read', () => {
    assert.deepEqual(readUses(JSON.stringify([event({ resourceType: '' })])).unread, [
      { place: 1, text: ':StopInstances' },
    ]);
    assert.deepEqual(readUses('{}').unread, [{ place: 1, text: '' }]);
    assert.deepEqual(readUses('{').unread, [{ place: 1, text: '' }]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        readUses(text);
      }),
    );
  });
});
