import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDenied } from './denied-message.js';

/** `svc:Action on resources`, or `?product:Action` where the message names no service. */
const read = (text: string): string[] =>
  readDenied(text).calls.map(
    ({ service, product, action, resources }) =>
      `${service ?? `?${product ?? ''}`}:${action}${resources.length > 0 ? ` on ${resources.join(' ')}` : ''}`,
  );

const cases: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
  [
    'of the Java SDK',
    'AuthFailure.UnauthorizedOperation-You are not authorized to perform this operation. Check your CAM policies, and ensure that you are using the correct access keys. [[request id:6ecbe97c-0000]you are not authorized to perform operation (sms:SendSms)\nresource (*) has no permission',
    'sms:SendSms on *',
  ],
  [
    'of the command line, with a project',
    '[TencentCloudSDKException] code:UnauthorizedOperation message:[request id:7bdd]you are not authorized to perform operation (cvm:StopInstances)\nresource (qcs:id/0:cvm:ap-guangzhou:uin/100000000001:instance/ins-aaaa1111) has no permission\n requestId:7bdd',
    'cvm:StopInstances on qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-aaaa1111',
  ],
  [
    'of the Go SDK in a log, escaped',
    'Code=UnauthorizedOperation, Message="[request id:x]you are not authorized to perform operation (cvm:AllocateAddresses)\\nresource (qcs::cvm:ap-guangzhou:uin\\/100000000001:eip\\/*) has no permission\\n", RequestId=y',
    'cvm:AllocateAddresses on qcs::cvm:ap-guangzhou:uin/100000000001:eip/*',
  ],
  [
    'in JSON in JSON',
    '{\\"Message\\": \\"request unauthorized([request id:1]you are not authorized to perform operation (cfs:DescribeCfsFileSystems)\\\\nresource (qcs::cfs:ap-beijing:uin/1:filesystem/*) has no permission\\\\n)\\"}',
    'cfs:DescribeCfsFileSystems on qcs::cfs:ap-beijing:uin/1:filesystem/*',
  ],
  [
    'with full-width signs in a name',
    'you are not authorized to perform operation (cos:GetObject) resource (qcs::cos:ap-beijing:uid/1:b-1/报告（终稿）【1】：a，b.txt) has no permission',
    'cos:GetObject on qcs::cos:ap-beijing:uid/1:b-1/报告（终稿）【1】：a，b.txt',
  ],
  [
    'with full-width signs in a name and around it',
    '您没有权限执行操作（cvm:StopInstances），资源（qcs::cvm::uin/1:instance/a（b）），请联系管理员',
    'cvm:StopInstances on qcs::cvm::uin/1:instance/a（b）',
  ],
  [
    'with full-width signs in names and between them',
    '操作（cvm:StopInstances），资源：【“qcs::cvm::uin/1:instance/a（b）”，（qcs::cvm::uin/1:instance/［c］），qcs::cvm::uin/1:instance/d】无权限',
    'cvm:StopInstances on qcs::cvm::uin/1:instance/a（b） qcs::cvm::uin/1:instance/［c］ qcs::cvm::uin/1:instance/d',
  ],
  [
    'with words in full-width brackets behind a resource',
    'operation (cvm:StopInstances) resource qcs::cvm::uin/1:instance/a（无权限）',
    'cvm:StopInstances on qcs::cvm::uin/1:instance/a',
  ],
  [
    'with commas between',
    'you are not authorized to perform operation (sts:AssumeRole) ，resource (qcs::cam::uin/1:roleName/xxxx) has no permission',
    'sts:AssumeRole on qcs::cam::uin/1:roleName/xxxx',
  ],
  [
    'with its other word order',
    'operation (cls:SearchLog) no permission on resource (qcs::cls:ap-nanjing:uin/123:topic/t1)',
    'cls:SearchLog on qcs::cls:ap-nanjing:uin/123:topic/t1',
  ],
  [
    'of several resources',
    'you are not authorized to perform operation (cvm:RunInstances)\nresource (qcs::cvm:gz:uin/1:instance/*,qcs::vpc:gz:uin/1:subnet/s-1) has no permission',
    'cvm:RunInstances on qcs::cvm:gz:uin/1:instance/* qcs::vpc:gz:uin/1:subnet/s-1',
  ],
  [
    'with conditions behind',
    'you are not authorized to perform operation (tke:CreateCluster) resource (qcs::tke:gz:uin/1:cluster/*) has no permission with or without condition:[{"condition":{"key":"qcs:resource_tag","value":["a&b"]}}]',
    'tke:CreateCluster on qcs::tke:gz:uin/1:cluster/*',
  ],
  ['cut off', 'you are not authorized to perform operation (asr:CreateRecTask)', 'asr:CreateRecTask'],
  [
    'of the Chinese site',
    '操作未授权，请检查CAM策略。[[request id:5]you are not authorized to perform operation (ssl:UploadCertificate)\nresource (*) has no permission]',
    'ssl:UploadCertificate on *',
  ],
  [
    'in Chinese words',
    '您没有权限执行操作（cvm:DescribeInstances），资源（qcs:id/1158313:cvm:ap-guangzhou:uin/1:instance/*）',
    'cvm:DescribeInstances on qcs::cvm:ap-guangzhou:uin/1:instance/*',
  ],
  [
    'several at once',
    'you are not authorized to perform operation (a:B)\nresource (*) has no permission\n---\nyou are not authorized to perform operation (c:D)\nresource (qcs::c:::x/1) has no permission\nyou are not authorized to perform operation (a:B) resource (qcs::a:::y/1) has no permission',
    'a:B on * qcs::a:::y/1',
    'c:D on qcs::c:::x/1',
  ],
  ['of a console: no permission', 'The sub-account has no cam:GetRole permission.', 'cam:GetRole'],
  ['of a console, in Chinese', '子账号缺少 cam:GetRole 权限，请联系管理员。', 'cam:GetRole'],
  [
    'of a console: no API permissions',
    'No API permissions (message:GetReceiversOnAllType). Please contact your developer.',
    'message:GetReceiversOnAllType',
  ],
  [
    'of the MPS console',
    'Your account does not have permission for the "DescribeUserInfo" API of MPS.',
    '?MPS:DescribeUserInfo',
  ],
  ['of the MPS console, in Chinese', '当前账号没有 MPS 的 DescribeUserInfo 接口权限', '?MPS:DescribeUserInfo'],
  [
    'that is none',
    '[TencentCloudSDKException] code:AuthFailure.UnauthorizedOperation message:system policy not verify',
  ],
  ['that is something else', 'operation timed out: resource (x) busy'],
];

const refused = (action: string, rest: string): string =>
  `you are not authorized to perform operation (${action}) resource (qcs::cvm:gz:uin/1:instance/ins-1) has no permission ${rest}`;

describe('explicit denies', () => {
  const deniedBy = (text: string): readonly string[] | undefined => readDenied(text).calls[0]?.deniedBy;
  for (const rest of [
    'with or without condition:[{"effect":"deny","strategyId":219185}]',
    '[{effect: deny, strategyId: 219185}]',
    "{'effect': 'deny', 'strategyId': '219185'}",
    'effect=deny&strategyId=219185',
    '[{\\"effect\\":\\"deny\\",\\"strategyId\\":219185}]',
    '，effect：deny，strategyId：219185',
    ', denied by policy 219185 explicitly',
    '. The effect is deny, strategyId is 219185',
    '原因：被策略 219185 拒绝（显式deny）',
    'with an explicit deny in policy 219185',
    '被策略（ID：219185）显式拒绝',
  ])
    it(`are known by ${rest}`, () => assert.deepEqual(deniedBy(refused('cvm:StopInstances', rest)), ['219185']));

  it('are known without the policy, and not taken for granted', () => {
    assert.deepEqual(deniedBy(refused('cvm:StopInstances', 'because of an explicit deny')), []);
    assert.deepEqual(deniedBy(refused('cvm:StopInstances', 'with an explicit deny in a boundary')), []);
    assert.deepEqual(deniedBy(refused('cvm:StopInstances', 'permission boundary deny')), []);
    assert.equal(deniedBy(refused('cvm:StopInstances', 'no explicit deny was found')), undefined);
    for (const words of ['未显式拒绝', 'nothing was denied explicitly', '(access denied by policy)', '被策略拒绝'])
      assert.equal(deniedBy(refused('cvm:StopInstances', words)), undefined, words);
    assert.equal(deniedBy(refused('cvm:StopInstances', '')), undefined);
    assert.equal(deniedBy(refused('cvm:StopInstances', '[{"effect":"allow","strategyId":1}]')), undefined);
  });

  it('name each of their policies, and nothing else', () => {
    assert.deepEqual(deniedBy(refused('cvm:StopInstances', 'explicit deny, policy version 2.0, policy 10.0')), []);
    const ids = deniedBy(refused('cvm:StopInstances', 'effect: "DENY", strategyIds: [219185, 219186]'));
    assert.deepEqual(ids, ['219185', '219186']);
  });

  it('are known before the operation, where there is no other', () => {
    const before = '{"effect":"deny","strategyId":219185} ';
    assert.deepEqual(deniedBy(before + refused('cvm:A', '')), ['219185']);
    assert.deepEqual(deniedBy('CAM策略显式拒绝: operation (cvm:A)'), []);
    assert.equal(deniedBy(`${before + refused('cvm:A', '')} ${refused('cvm:B', '')}`), undefined);
    assert.deepEqual(deniedBy('子账号的 cam:GetRole 权限被显式拒绝'), []);
  });

  it('belong to their own call', () => {
    const text = refused('cvm:A', '[{"effect":"deny","strategyId":1}]') + refused('cvm:B', '');
    assert.deepEqual(
      readDenied(text).calls.map((call) => call.deniedBy),
      [['1'], undefined],
    );
  });
});

describe('conditions that a message names', () => {
  it('are read with their operator, where it is named', () => {
    const conditions =
      '[{"condition":{"key":"qcs:resource_tag","value":["billing&dev","a&b"],"ope":"for_any_value:string_equal"}},{"condition":{"key":"qcs:ip","value":"10.0.0.1"}}]';
    assert.deepEqual(
      readDenied(refused('tke:CreateCluster', `with or without condition:${conditions}`)).calls[0]?.conditions,
      [
        { key: 'qcs:resource_tag', values: ['billing&dev', 'a&b'], operator: 'for_any_value:string_equal' },
        { key: 'qcs:ip', values: ['10.0.0.1'], operator: undefined },
      ],
    );
  });
});

describe('conditions in other notations', () => {
  const told = (rest: string) => readDenied(refused('cvm:A', rest)).calls[0]?.conditions;
  it('are read as policies have them', () => {
    const operator = 'for_any_value:string_equal';
    const wanted = [{ key: 'qcs:request_tag', values: ['a&b'], operator }];
    for (const text of [
      '"condition":{"for_any_value:string_equal":{"qcs:request_tag":["a&b"]}}',
      'condition:[{"condition":{"for_any_value:string_equal":{"qcs:request_tag":["a&b"]}}}]',
      "condition: {'for_any_value:string_equal': {'qcs:request_tag': ['a&b']}}",
      '{"effect":"allow","condition":{"for_any_value:string_equal":{"qcs:request_tag":"a&b"}}}',
    ])
      assert.deepEqual(told(text), wanted, text);
  });

  it('keep braces and numbers in values', () => {
    assert.deepEqual(told('condition:[{"key":"cvm:x","value":["{a}",5],"ope":"string_equal"}]'), [
      { key: 'cvm:x', values: ['{a}', '5'], operator: 'string_equal' },
    ]);
  });

  it('are none where none is named', () => {
    for (const text of ['condition:[]', 'condition:[{"effect":"deny","strategyId":1}]', 'condition:null', '{x}'])
      assert.deepEqual(told(text), [], text);
  });
});

describe('resources in brackets', () => {
  it('are read whole', () => {
    for (const name of ['a (1).txt', 'a)b.txt', 'a(b', 'a, b; c', "it's"]) {
      const resource = `qcs::cos:gz:uid/1:b-1/${name}`;
      assert.deepEqual(
        readDenied(`operation (cos:GetObject) resource (${resource}) has no permission, see (1)`).calls[0]?.resources,
        [resource],
      );
    }
    assert.deepEqual(
      readDenied('operation (a:B), resource ("qcs::a:::x (1)", "qcs::a:::y") denied').calls[0]?.resources,
      ['qcs::a:::x (1)', 'qcs::a:::y'],
    );
  });
});

describe('resources of other owners', () => {
  it('are known by CAM’s and STS’s codes', () => {
    for (const text of [
      '{"code":4000,"message":"(60024)you are not resource owner","codeDesc":"StrategyResourceInvalid "}',
      '[TencentCloudSDKException]code:InvalidParameter.GrantOtherResource message:grant other resource',
    ])
      assert.ok(readDenied(text).ownedByOther, text);
    assert.ok(!readDenied(refused('cvm:A', '')).ownedByOther);
  });
});

describe('access-denied messages', () => {
  for (const [what, text, ...expected] of cases)
    it(`a message ${what}`, () => {
      assert.deepEqual(read(text), expected);
    });

  it('never throws, and never takes long, whatever the text', () => {
    const word = fc.constantFrom(
      'operation (',
      'a:B',
      ')',
      ' resource (',
      'qcs::',
      '*',
      '权限',
      'API ',
      '"',
      '\\n',
      '。',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        for (const { action, resources } of readDenied(words.join('')).calls) {
          assert.notEqual(action, '');
          for (const resource of resources) assert.match(resource, /^(?:\*|qcs:)/u);
        }
      }),
    );
    for (const part of [
      'operation (',
      'operation (a:B) resource (',
      'operation (a:B){',
      '策略 1 den',
      'arn:aws',
      '{"condition":{',
    ])
      readDenied(`operation (a:B) ${part.repeat(20_000)}`);
    readDenied(`permission ${'Ab'.repeat(50_000)}`);
  });
});
