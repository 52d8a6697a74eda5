import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actionParts, keyParts, operatorParts, resourceParts, variableParts, type Part } from './parts.js';

const shown = (parts: readonly Part[]): string => parts.map(({ kind, text }) => `${kind}=${text}`).join(' ');

describe('parts of strings', () => {
  const actions: readonly [string, string][] = [
    ['*', 'wildcard=*'],
    ['*:*', 'wildcard=* wildcard=*'],
    ['mps:Describe*', 'service=mps action=Describe wildcard=*'],
    ['name/cos:*Bucket*', 'prefix=name service=cos wildcard=* action=Bucket wildcard=*'],
    ['permid/280655', 'prefix=permid id=280655'],
    ['mps', ''],
  ];
  for (const [text, expected] of actions)
    it(`of the action ${text}`, () => assert.equal(shown(actionParts(text)), expected));

  const resources: readonly [string, string][] = [
    ['*', 'wildcard=*'],
    [
      'qcs::trtc::uin/100000000001:sdkappid/1400000000',
      'qcs=qcs service=trtc account-kind=uin account=100000000001 type=sdkappid id=1400000000',
    ],
    [
      'qcs:id/0:cmqqueue:gz:uin/1:queueName/uin/${uin}/orders',
      'qcs=qcs project=id/0 service=cmqqueue region=gz account-kind=uin account=1 type=queueName account-kind=uin variable=${uin} id=orders',
    ],
    [
      'qcs::cos:ap-beijing:uid/1250000000:logs-1250000000/a/*',
      'qcs=qcs service=cos region=ap-beijing account-kind=uid account=1250000000 id=logs-1250000000 wildcard=*',
    ],
    ['qcs::cos::uid/1:prefix//1250000000/b/*', 'qcs=qcs service=cos account-kind=uid account=1 type=prefix wildcard=*'],
    ['qcs::cam::uin/1:uin/2', 'qcs=qcs service=cam account-kind=uin account=1 account-kind=uin account=2'],
    ['qcs::cam::uin/1:root', 'qcs=qcs service=cam account-kind=uin account=1 type=root'],
    ['qcs::cvm:::instance/ins-*', 'qcs=qcs service=cvm type=instance id=ins- wildcard=*'],
    ['qcs::scf:::namespace/a/function/f', 'qcs=qcs service=scf type=namespace id=a type=function id=f'],
    ['qcs::cv', 'qcs=qcs service=cv'],
    ['arn:aws:s3:::bucket', ''],
  ];
  for (const [text, expected] of resources)
    it(`of the resource ${text}`, () => assert.equal(shown(resourceParts(text)), expected));

  it('of operators and keys', () => {
    assert.equal(
      shown(operatorParts('for_any_value:string_equal_if_exist')),
      'qualifier=for_any_value operator=string_equal if-exist=_if_exist',
    );
    assert.equal(shown(keyParts('qcs:resource_tag/team')), 'service=qcs key=resource_tag tag-key=team');
    assert.equal(shown(variableParts('a${uin}b${region}')), 'variable=${uin}');
  });

  it('say where they stand', () => {
    const word = fc.constantFrom('qcs', ':', '/', '*', 'uin', '1', 'a-1250000000', '${uin}', 'name/', 'x', '', ' ');
    const texts = fc.array(word, { maxLength: 14 }).map((words) => words.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        for (const parts of [actionParts(text), resourceParts(text), operatorParts(text), keyParts(text)]) {
          let at = 0;
          for (const { start, end, text: own } of parts) {
            assert.ok(start >= at && end > start);
            assert.equal(text.slice(start, end), own);
            at = end;
          }
        }
      }),
    );
  });
});
