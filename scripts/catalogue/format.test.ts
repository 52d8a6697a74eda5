import assert from 'node:assert/strict';
import { mostExact, readFormat, type FormatRules } from './format.js';

const rules: FormatRules = {
  exceptions: {
    'qcs::vpc$region:$account:dcg/$id': {
      format: 'qcs::vpc:${region}:uin/${uin}:dcg/${id}',
      reason: 'a colon is missing',
    },
    'qcs::cat:uin/1:TaskId/t': { format: null, reason: 'five segments' },
  },
  slips: [[': +', ':', 'a blank']],
  variables: [
    ['[Uu]in$', 'account'],
    ['[Nn]ame$', 'name'],
    ['[Ii]d$', 'id'],
  ],
};
const format = (printed: string): string | undefined => readFormat(printed, 'svc', rules)?.format;

describe('reading resource formats', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      'qcs::as:$region:$account:auto-scaling-group/$AutoScalingGroupId',
      'qcs::as:${region}:uin/${uin}:auto-scaling-group/${AutoScalingGroupId}',
    ],
    ['qcs::batch:${region}:uin/${uin}:job/${jobId}', 'qcs::batch:${region}:uin/${uin}:job/${jobId}'],
    [
      'qcs::chdfs:${region-id}:uin/${account-uin}:filesystem/${file-system-id}',
      'qcs::chdfs:${region}:uin/${uin}:filesystem/${fileSystemId}',
    ],
    [
      'qcs::cmqqueue:$region:uin/{root account uin}:queueName/uin/{creator Uin}/{queue name}',
      'qcs::cmqqueue:${region}:uin/${uin}:queueName/uin/${creatorUin}/${queueName}',
    ],
    ['qcs::${ApiModule}:${Region}:uin/:domain/${DomainName}', 'qcs::svc:${region}:uin/${uin}:domain/${DomainName}'],
    ['qcs::svc::uin/${uin}: thing/${Id}', 'qcs::svc::uin/${uin}:thing/${Id}'],
    ['qcs::tpns::uin/1000000000:app/*', 'qcs::tpns::uin/${uin}:app/*'],
    ['qcs::ci:${region}:uid/${appid}:bucket/${bucketName}/*', 'qcs::ci:${region}:uid/${appid}:bucket/${bucketName}/*'],
    ['qcs::ccr:::repo/${spaceName}/${name}:${tagName}', 'qcs::ccr:::repo/${spaceName}/${name}:${tagName}'],
    ['qcs::vpc$region:$account:dcg/$id', 'qcs::vpc:${region}:uin/${uin}:dcg/${id}'],
  ];
  for (const [printed, ours] of cases) it(printed, () => assert.equal(format(printed), ours));

  it('classifies the variable parts', () => {
    assert.deepEqual(readFormat('qcs::svc:$region:$account:queue/uin/$createUin/$queueName', 'svc', rules)?.variables, [
      { name: 'region', kind: 'region' },
      { name: 'uin', kind: 'account' },
      { name: 'createUin', kind: 'account' },
      { name: 'queueName', kind: 'name' },
    ]);
  });

  it('drops what an exception drops', () => assert.equal(format('qcs::cat:uin/1:TaskId/t'), undefined));

  const unreadable: readonly (readonly [string, RegExp])[] = [
    ['qcs::monitor:uin/1:cm-policy', /not six segments/],
    ['qcs:id/0:cvm:gz::instance/*', /not six segments/],
    ['qcs::APIgateway:gz::service/*', /service segment/],
    ['qcs::cvm:everywhere::instance/*', /region segment/],
    ['qcs::cvm:gz:somebody:instance/*', /account segment/],
    ['qcs::cvm:gz::instance/ins-1234abcd', /looks like an example/],
    ['qcs::cvm:gz::instance/$colour', /unclassified variable \$\{colour\}.*formats\.json/],
  ];
  for (const [printed, why] of unreadable) it(`stops on ${printed}`, () => assert.throws(() => format(printed), why));
});

describe('mostExact', () => {
  it('drops wildcards that another format says more exactly', () => {
    assert.deepEqual(
      mostExact([
        'qcs::cvm:${region}:uin/${uin}:instance/*',
        'qcs::cvm:${region}::instance/${id}',
        'qcs::cvm:::image/*',
      ]),
      ['qcs::cvm:${region}::instance/${id}', 'qcs::cvm:::image/*'],
    );
  });

  it('takes formats that differ in names or account only for one, the first', () => {
    assert.deepEqual(mostExact(['qcs::bm:::instance/${InstanceId}', 'qcs::bm:${region}:uin/${uin}:instance/${id}']), [
      'qcs::bm:::instance/${InstanceId}',
    ]);
  });
});
