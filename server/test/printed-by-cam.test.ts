/** What CAM prints in its own messages is evidence: a statement made from a message brings no doubt about its words. */
import assert from 'node:assert/strict';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { addStatement } from '../src/features/add-statement/index.js';
import { documentOf, onlyPolicy } from './documents.js';
import { shippedCatalogue as catalogue, shippedLanguage as language } from './shipped-catalogue.js';
import { testContext } from './documents.js';

/** Operations and resources as messages print them. Sources: public issues of SDKs and consoles, as listed in docs/catalogue.md. */
const printed: readonly (readonly [action: string, resource: string])[] = [
  ['cns:RecordList', '*'],
  ['scf:GetFunction', 'qcs::scf:gz:uin/100000000001:namespace/default/function/*'],
  ['cvm:DescribeInstances', 'qcs:id/0:cvm:ap-guangzhou:uin/100000000001:instance/*'],
  ['sms:SendSms', '*'],
  ['tke:CreateCluster', 'qcs::tke:ap-guangzhou:uin/100000000001:cluster/*'],
  ['ssl:UploadCertificate', '*'],
  ['cls:SearchLog', 'qcs::cls:ap-nanjing:uin/100000000001:topic/12345678-1234-1234-1234-123456789012'],
  ['sts:AssumeRole', 'qcs::cam::uin/100000000001:roleName/Example'],
  ['cvm:AllocateAddresses', 'qcs::cvm:ap-guangzhou:uin/100000000001:eip/*'],
  ['cam:GetRole', 'qcs::cam::uin/100000000001:roleName/MPS_QcsRole'],
];

/** Rules that speak of words, not of what is allowed. */
const words = [
  'unknown-action',
  'unknown-service',
  'invalid-resource-path',
  'region-form',
  'action-case',
  'unknown-condition-key',
];

describe('what CAM prints', () => {
  for (const [action, resource] of printed)
    it(`is not doubted: ${action} on ${resource}`, () => {
      const message = `you are not authorized to perform operation (${action})\nresource (${resource}) has no permission`;
      const { edit } = addStatement(onlyPolicy(documentOf('')), message, testContext);
      const [change] = Object.values(edit?.changes ?? {}).flat();
      const text = change?.newText ?? assert.fail('nothing was added');
      const found = lint(readPolicy(text), { catalogue, language, rules }).filter(({ code }) => words.includes(code));
      assert.deepEqual(
        found.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
        [],
      );
    });

  it('holds for condition keys, too', () => {
    const text = JSON.stringify({
      version: '2.0',
      statement: [
        {
          effect: 'allow',
          action: 'tke:CreateClusterEndpoint',
          resource: '*',
          condition: { bool_equal: { 'tke:clusterExtranetEndpoint': 'false' } },
        },
      ],
    });
    const found = lint(readPolicy(text), { catalogue, language, rules });
    assert.deepEqual(
      found.filter(({ code }) => code === 'unknown-condition-key'),
      [],
    );
  });
});

/** Resources as documents print them, though other documents of the same action print other forms. */
const documented: readonly (readonly [action: string, path: string])[] = [
  ['sts:AssumeRole', 'cam::uin/12345678:role/4611686018427397919'],
  ['sts:AssumeRole', 'cam::uin/12345678:role/tencentcloudServiceRole/4611686018427397920'],
  ['sts:AssumeRole', 'cam::uin/12345678:role/tencentcloudServiceRoleName/testServiceRoleName'],
  ['cam:PassRole', 'cam::uin/12345678:role/tencentcloudServiceRoleName/TEM_QCSLinkedRoleInAccessCluster'],
  ['iotcloud:CreateProductResource', 'iotcloud::uin/12345678:ProductId/ABCDE12345'],
  ['iotcloud:CreateMultiDevicesTask', 'iotcloud::uin/12345678:productId/ABCDE12345'],
];

describe('what documents print', () => {
  for (const [action, path] of documented)
    it(`is not doubted: ${action} on ${path}`, () => {
      const statement = { effect: 'allow', action, resource: `qcs::${path}` };
      const text = JSON.stringify({ version: '2.0', statement: [statement] });
      assert.deepEqual(lint(readPolicy(text), { catalogue, language, rules }), []);
    });
});
