import assert from 'node:assert/strict';
import type { Context } from '../src/features/context.js';
import { plainAbilities } from '../src/features/abilities.js';
import { resolveCompletion } from '../src/features/completion/index.js';
import { clientOf } from '../src/server/client.js';
import { completes, completionAt, completionContext } from './completing.js';
import { shippedCatalogue } from './shipped-catalogue.js';
import { cursorIn } from './marks.js';

/** A policy of one line with one statement that holds what is given. */
const statement = (members: string): string => `{"version":"2.0","statement":[{${members}}]}`;
const action = (value: string): string => statement(`"effect":"allow","action":${value},"resource":"*"`);
const resource = (actions: string, value: string): string =>
  statement(`"effect":"allow","action":${actions},"resource":${value}`);

describe('completion of elements', () => {
  it('offers what a policy lacks, in natural order', () => {
    completes('{"version":"2.0",|}', {
      exactly: ['statement', 'principal'],
      result: '{"version":"2.0","statement": [\n  {\n    \n  }\n]}',
    });
  });

  it('completes a half-written key with quotes, value and commas', () => {
    completes('{"ver|"}', { first: 'version', result: '{"version": "2.0"}' });
    completes('{ver|}', { first: 'version', result: '{"version": "2.0"}' });
    completes('{"ver|', { first: 'version', result: '{"version": "2.0"' });
    completes('{\r\n\t"ver|\r\n\t"statement": []\r\n}', {
      first: 'version',
      result: '{\r\n\t"version": "2.0",\r\n\t"statement": []\r\n}',
    });
    completes('{\n  "statement": []\n  "|"\n}', {
      first: 'version',
      result: '{\n  "statement": [],\n  "version": "2.0"\n}',
    });
  });

  it('replaces only the key where a value follows', () => {
    completes('{"ver|": "2.0", "statement": []}', {
      first: 'version',
      result: '{"version": "2.0", "statement": []}',
    });
    completes('{"ver|sn": "2.0"}', { first: 'version', replaced: '{"version": "2.0"}' });
  });

  it('offers what a statement lacks', () => {
    completes(statement('"effect":"allow",|'), { exactly: ['action', 'resource', 'condition', 'principal'] });
    completes(statement('"action":["mps:ProcessImage"],"res|"'), {
      first: 'resource',
      result: statement('"action":["mps:ProcessImage"],"resource": "*"'),
    });
    completes(statement('"action":["trtc:DismissRoom"],"res|"'), {
      first: 'resource',
      result: statement('"action":["trtc:DismissRoom"],"resource": [""]'),
    });
    completes(statement('|'), { first: 'effect', result: statement('"effect": "allow"') });
  });

  it('knows that a trust policy has no resource', () => {
    completes(statement('"principal":{"service":"cvm.qcloud.com"},"action":"name/sts:AssumeRole",|'), {
      exactly: ['effect', 'condition'],
    });
  });

  it('closes a string that swallowed the next one', () => {
    completes(statement('"|"effect":"allow"'), {
      offers: ['action'],
      result: statement('"action": [""],"effect":"allow"'),
    });
  });

  it('offers values with what they mean', () => {
    completes('{"version":|}', { exactly: ['2.0', '3.0'], result: '{"version":"2.0"}' });
    completes('{"version": 2|}', { first: '2.0', result: '{"version": "2.0"}' });
    completes(statement('"effect":"|"'), { exactly: ['allow', 'deny'], result: statement('"effect":"allow"') });
    completes(statement('"effect":de|'), { first: 'deny', result: statement('"effect":"deny"') });
    completes(statement('"effect": |\n"action":[]'), {
      first: 'allow',
      result: statement('"effect": "allow",\n"action":[]'),
    });
  });

  it('stays silent where nothing may begin', () => {
    for (const marked of [
      '{"version"|:"2.0"}',
      '{"version":|"2.0"}',
      '{"version":"2.0"|}',
      statement('"effect":"allow"|'),
      statement('"action":["mps:*"]|'),
      '{"unknown":"|"}',
      '{"version":"2.0", // the | version\n"statement":[]}',
      '{"version":"2.0", /* | */ "statement":[]}',
      statement('"action":["mps:Pro |]'),
      statement('"effect":"allow“,|\n"action":"cos:*"'),
    ])
      completes(marked, { exactly: [] });
  });
});

describe('completion of whole policies and statements', () => {
  it('offers templates in an empty document', () => {
    completes('|', { offers: ['MPS: full access', 'TRTC: everything on one application', 'COS: read one bucket'] });
    completes('mps|', {
      offers: ['MPS: full access'],
      result: `{\n  "version": "2.0",\n  "statement": [\n    {\n      "effect": "allow",\n      "action": ["mps:*"],\n      "resource": "*"\n    }\n  ]\n}`,
    });
    completes('"|"', { offers: ['MPS: full access'] });
    completes('{|}', { first: 'version', offers: ['MPS: full access'] });
  });

  it('offers statements', () => {
    completes('{"version":"2.0","statement":[|]}', {
      first: 'Statement that allows',
      result: '{"version":"2.0","statement":[{\n  "effect": "allow",\n  "action": [""],\n  "resource": [""]\n}]}',
    });
    completes('{"statement":[{} |]}', { offers: ['MPS: full access'] });
    completes('{"statement":|}', { offers: ['Statement that denies'] });
  });

  it('calls statements so, and offers no policies among them', () => {
    const listed = completionAt('{"statement":[]}', 14).items;
    assert.ok(listed.every(({ label }) => !/policy|policies/iu.test(label)));
    assert.ok(
      listed.every(({ labelDetails }) => /^(?:statement|\d statements)$/u.test(labelDetails?.description ?? '')),
    );
    assert.ok(listed.some(({ labelDetails }) => labelDetails?.description === '2 statements'));
    completes('{"statement":[{|}]}', { offers: ['Role: trust a service'], lacks: ['Role trust policy: a service'] });
  });

  it('explains what null_equal and numeric operators take', () => {
    const described = (marked: string): readonly (readonly [string, string | undefined])[] => {
      const { text, offset } = cursorIn(marked);
      return completionAt(text, offset).items.map(({ label, labelDetails }) => [label, labelDetails?.description]);
    };
    assert.deepEqual(described('{"statement":[{"condition":{"null_equal":{"qcs:ip":"|"}}}]}'), [
      ['true', 'the key is absent or empty'],
      ['false', 'the key has a value'],
    ]);
    assert.deepEqual(described('{"statement":[{"condition":{"numeric_equal":{"any:key":"|"}}}]}'), [['1', 'example']]);
    const documentationOf = (name: string): string =>
      JSON.stringify(resolveCompletion({ label: name, data: { about: 'operator' } }, completionContext).documentation);
    assert.match(documentationOf('null_equal'), /null_equal[^`]*qcs:ip[^`]*: true \}/u);
    assert.match(documentationOf('numeric_equal'), /cos:tls-version[^`]*: 1\.2 \}/u);
  });
});

describe('completion of an action', () => {
  it('offers services, then actions', () => {
    completes(action('["|"]'), { offers: ['mps', 'trtc', '*'] });
    completes(action('["mp|"]'), { first: 'mps', result: action('["mps:"]') });
    completes(action('["mps:Pro|"]'), { offers: ['ProcessMedia'], result: action('["mps:ProcessMedia"]') });
    completes(action('["mps:PM|"]'), { first: 'ProcessMedia' });
    completes(action('"mps:Process|Image"'), { offers: ['ProcessMedia'], replaced: action('"mps:ProcessMedia"') });
  });

  it('puts commas beside comments, not into them', () => {
    completes('{"statement":[{"action":[|// first\n"mps:EditMedia"]}]}', {
      offers: ['trtc'],
      result: '{"statement":[{"action":["trtc:",// first\n"mps:EditMedia"]}]}',
    });
    completes('{"statement":[{"action":["mps:EditMedia" // first\n|]}]}', {
      offers: ['trtc'],
      result: '{"statement":[{"action":["mps:EditMedia", // first\n"trtc:"]}]}',
    });
  });

  it('works without quotes and commas', () => {
    completes(action('[|]'), { offers: ['mps'], result: action('["mps:"]') });
    completes(action('[mps:Pro|]'), { offers: ['ProcessMedia'], result: action('["mps:ProcessMedia"]') });
    completes(action('["mps:EditMedia" |]'), { offers: ['trtc'], result: action('["mps:EditMedia", "trtc:"]') });
    completes(action('["mps:EditMedia" "mps:Man|"]'), {
      first: 'ManageTask',
      result: action('["mps:EditMedia", "mps:ManageTask"]'),
    });
    completes(action('["mps:Man|" "mps:EditMedia"]'), {
      first: 'ManageTask',
      result: action('["mps:ManageTask", "mps:EditMedia"]'),
    });
    completes('{"statement":[{"effect":"allow","action": mps:Man|', {
      first: 'ManageTask',
      result: '{"statement":[{"effect":"allow","action": "mps:ManageTask"',
    });
    completes(action('mps:Ma|n'), { first: 'ManageTask', result: action('"mps:ManageTask"') });
    completes(action('mps:|'), { offers: ['ManageTask'], result: action('"mps:ManageTask"') });
    completes('{"statement":[{"action":["mps:Man|', {
      first: 'ManageTask',
      result: '{"statement":[{"action":["mps:ManageTask"',
    });
    completes('{"statement":[{"action":"mps:Man|, "resource":"*"}]}', {
      first: 'ManageTask',
      result: '{"statement":[{"action":"mps:ManageTask", "resource":"*"}]}',
    });
    completes('{"statement":[{"action":["|"mps:EditMedia"]}]}', {
      offers: ['trtc'],
      result: '{"statement":[{"action":["trtc:","mps:EditMedia"]}]}',
    });
  });

  it('keeps the marker', () => {
    completes(action('["name/mps:Man|"]'), { first: 'ManageTask', result: action('["name/mps:ManageTask"]') });
    completes(action('["name/mp|"]'), { first: 'mps', result: action('["name/mps:"]') });
    completes(action('["name/cam:GetRole", "mp|"]'), {
      first: 'mps',
      result: action('["name/cam:GetRole", "name/mps:"]'),
    });
  });

  it('leaves out what is there, and puts what is gone last', () => {
    completes(action('["mps:EditMedia", "mps:|"]'), { lacks: ['EditMedia'], offers: ['ManageTask'] });
    completes(action('["trtc:|"]'), {
      exactly: [
        ...['DescribeRecordStatistic', 'Describe*', 'DescribeTRTCMarketScaleData', 'CreateTrtcApp'],
        ...['CreateSpearConf', 'RemoveUser', 'DismissRoom', '*', 'DescribeCallDetail'],
      ],
    });
  });

  it('offers wildcards for what is typed', () => {
    completes(action('["cvm:Describe|"]'), { first: 'DescribeZones', offers: ['Describe*'] });
    completes(action('["cvm:DescribeI|"]'), { offers: ['DescribeI*'] });
    completes(action('["mps:|"]'), { offers: ['*'], result: action('["mps:*"]') });
  });

  it('puts actions first that a restricted statement can grant', () => {
    completes(resource('["trtc:|"]', '["qcs::trtc::uin/1:sdkappid/1"]'), {
      exactly: [
        ...['DescribeTRTCMarketScaleData', 'Describe*', 'CreateSpearConf', 'RemoveUser', 'DismissRoom'],
        ...['DescribeRecordStatistic', 'CreateTrtcApp', '*', 'DescribeCallDetail'],
      ],
    });
  });

  it('puts first what is done to the same thing as the last action, then what is named elsewhere', () => {
    const policy = (own: string): string =>
      `{"statement":[{"action":["cvm:RunInstances"]},{"action":[${own}"cvm:|"]}]}`;
    completes(policy(''), { first: 'RunInstances' });
    completes(policy('"cvm:DescribeZones","cvm:TerminateInstances",'), { first: 'DescribeInstances' });
    const workspace = {
      accounts: () => [],
      ids: () => [],
      services: () => ['trtc'],
      actions: () => ['TerminateInstances'],
    };
    const context = { ...completionContext, workspace };
    completes('{"statement":[{"action":["cvm:|"]}]}', { first: 'TerminateInstances' }, context);
    completes('{"statement":[{"action":["|"]}]}', { first: 'trtc' }, context);
    completes('{"statement":[{"action":["mps:EditMedia","|"]}]}', { first: 'mps' }, context);
  });

  it('offers what a multipart upload takes as one item', () => {
    const context = { ...completionContext, catalogue: shippedCatalogue };
    const parts = ['InitiateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload', 'AbortMultipartUpload'];
    const all = (names: readonly string[]): string => names.map((name) => `"name/cos:${name}"`).join(', ');
    completes(
      action('["name/cos:Upload|"]'),
      { offers: ['Multipart upload'], result: action(`[${all([...parts, 'ListParts'])}]`) },
      context,
    );
    completes(
      action('["name/cos:ListParts","name/cos:multi|'),
      { offers: ['Multipart upload'], result: action(`["name/cos:ListParts",${all(parts)}`) },
      context,
    );
    completes(action('"cos:Upload|"'), { lacks: ['Multipart upload'] }, context);
    completes(
      action('["vod:Upload|"]'),
      { offers: ['Upload of media'], result: action('["vod:ApplyUpload", "vod:CommitUpload"]') },
      context,
    );
  });

  it('finds policies by the products that they are about', () => {
    const context = { ...completionContext, catalogue: shippedCatalogue };
    completes('media|', { offers: ['MPS: start jobs and see their results'] }, context);
    completes('对象存储|', { offers: ['COS: read one bucket'], lacks: ['MPS: full access'] }, context);
  });

  it('finds services by their products and actions by their bare names', () => {
    completes(action('["媒体|"]'), { first: 'mps', result: action('["mps:"]') });
    completes(action('["media|"]'), { offers: ['mps'] });
    const list = (last: string): string => action(`["name/mps:EditMedia",${last}]`);
    const result = list('"name/mps:ManageTask"');
    completes(list('"ManageTa|"'), { first: 'mps:ManageTask', result });
    completes(list('ManageTa|'), { first: 'mps:ManageTask', result });
  });
});

describe('completion of a resource', () => {
  it('begins with what the actions take', () => {
    completes(resource('["trtc:DismissRoom"]', '["|"]'), {
      first: 'sdkappid/${SdkAppId}',
      result: resource('["trtc:DismissRoom"]', '["qcs::trtc::uin/uin:sdkappid/SdkAppId"]'),
    });
    completes(resource('["mps:ProcessImage"]', '|'), {
      first: '*',
      result: resource('["mps:ProcessImage"]', '"*"'),
    });
  });

  it('works without quotes', () => {
    const actions = '["cmqqueue:CreateQueue"]';
    completes(resource(actions, 'qcs::cmqqueue:g|'), {
      first: 'gz',
      result: resource(actions, '"qcs::cmqqueue:gz:"'),
    });
    completes(resource(actions, 'qcs::cmqqueue:gz:uin/1:|'), { first: 'queueName/uin/${CreateUin}/${QueueName}' });
  });

  it('goes on segment by segment', () => {
    const actions = '["cmqqueue:CreateQueue"]';
    const at = (before: string, after = ''): string => resource(actions, `["${before}|${after}"]`);
    completes(at('qcs::'), { first: 'cmqqueue', result: resource(actions, '["qcs::cmqqueue:"]') });
    completes(at('qcs::cmqqueue:'), { first: ':', offers: ['gz', 'bj'], lacks: ['ap-guangzhou'] });
    completes(at('qcs::cvm:ap-guang'), {
      first: 'ap-guangzhou',
      result: resource(actions, '["qcs::cvm:ap-guangzhou:"]'),
    });
    completes(at('qcs::cvm:', ':uin/1:instance/*'), {
      offers: ['ap-beijing'],
      lacks: [':'],
      result: resource(actions, '["qcs::cvm:ap-beijing:uin/1:instance/*"]'),
    });
    completes(at('qcs::cmqqueue:gz:'), { offers: ['uin/', ':'] });
    completes(at('qcs::cmqqueue:gz:uin/1:'), {
      first: 'queueName/uin/${CreateUin}/${QueueName}',
      offers: ['*'],
    });
    completes(at('qcs::cmqqueue:gz:uin/1:queueName/uin/'), { offers: ['${CreateUin}/${QueueName}', '${uin}', '*'] });
    completes(resource('["trtc:DismissRoom"]', '["qcs:|"]'), { first: ':' });
    completes(resource('["trtc:DismissRoom"]', '["qcs::|"]'), {
      first: 'trtc',
      result: resource('["trtc:DismissRoom"]', '["qcs::trtc::"]'),
    });
  });

  it('knows accounts and resources that are used already', () => {
    const used = (second: string): string =>
      `{"statement":[{"action":"trtc:RemoveUser","resource":"qcs::trtc::uin/100000000001:sdkappid/1400000000"},{"action":"trtc:DismissRoom","resource":["${second}"]}]}`;
    completes(used('|'), {
      offers: ['qcs::trtc::uin/100000000001:sdkappid/1400000000'],
      result: used('qcs::trtc::uin/100000000001:sdkappid/1400000000'),
    });
    completes(used('qcs::trtc::|'), {
      first: 'uin/100000000001',
      result: used('qcs::trtc::uin/100000000001:'),
    });
    completes(used('qcs::trtc::uin/100000000001:|'), { offers: ['sdkappid/1400000000', 'sdkappid/*'] });
    completes(used('|'), {
      first: 'sdkappid/${SdkAppId}',
      result: used('qcs::trtc::uin/100000000001:sdkappid/SdkAppId'),
    });
  });

  it('lets a person choose among regions, the used ones first, in the naming of the service', () => {
    const queue = 'queueName/uin/${CreateUin}/${QueueName}';
    const beside = (resource: string): string =>
      `{"statement":[{"action":"x:Y","resource":"${resource}"},{"action":"cmqqueue:CreateQueue","resource":["|"]}]}`;
    const textBeside = (resource: string): string => {
      const { text, offset } = cursorIn(beside(resource));
      const item = completionAt(text, offset).items.find(({ label }) => label === queue);
      return item?.textEdit?.newText ?? item?.textEditText ?? '';
    };
    assert.match(textBeside('*'), /^qcs::cmqqueue:\$\{1\|bj,gz,/u);
    assert.match(textBeside('qcs::cmqqueue:sg:uin/1:queueName/uin/1/a'), /^qcs::cmqqueue:\$\{1\|sg,bj,gz,/u);
    assert.match(textBeside('qcs::cvm:ap-tokyo:uin/1:instance/ins-1'), /^qcs::cmqqueue:\$\{1\|bj,gz,/u);
  });
});

describe('completion of principals', () => {
  it('offers kinds, then who', () => {
    completes(statement('"principal":{|}'), { exactly: ['qcs', 'service', 'federated'] });
    completes(statement('"principal":|'), { first: '*', offers: ['qcs'] });
    completes(statement('"action":"name/sts:AssumeRole","princ|"'), {
      first: 'principal',
      result: statement('"action":"name/sts:AssumeRole","principal": { "service": [""] }'),
    });
    completes(statement('"action":"name/cos:GetObject","princ|"'), {
      result: statement('"action":"name/cos:GetObject","principal": { "qcs": [""] }'),
    });
    completes(statement('"principal":"|"'), {
      offers: ['service'],
      result: statement('"principal":{ "service": [""] }'),
    });
    completes(statement('"principal":{"qcs":["|"]}'), { offers: ['qcs::cam::uin/<uin>:root'] });
    completes(statement('"principal":{"qcs":["qcs::cam::uin/1:|"]}'), {
      exactly: ['root', 'uin/', 'roleName/', 'roleName/MPS_QcsRole'],
    });
    completes(resource('["cam:PassRole"]', '["qcs::cam::uin/1:roleName/M|"]'), {
      first: 'MPS_QcsRole',
      result: resource('["cam:PassRole"]', '["qcs::cam::uin/1:roleName/MPS_QcsRole"]'),
    });
    completes(statement('"principal":{"service":["scf|"]}'), { first: 'scf.qcloud.com' });
  });
});

describe('completion of conditions', () => {
  const condition = (text: string): string =>
    statement(`"effect":"allow","action":"cos:GetObject","condition":${text}`);

  it('combines operators as they are typed', () => {
    completes(condition('{"|"}'), {
      offers: ['string_equal', 'ip_equal', 'for_any_value:'],
      lacks: ['string_equal_if_exist'],
    });
    completes(condition('{"string_|"}'), { offers: ['string_equal', 'string_equal_if_exist'] });
    completes(condition('{"ip|"}'), { first: 'ip_equal', result: condition('{"ip_equal": {  }}') });
    completes(condition('{"for_any_value:str|"}'), {
      first: 'string_equal',
      result: condition('{"for_any_value:string_equal": {  }}'),
    });
    completes(condition('{"StringLike|"}'), { first: 'string_like' });
    completes(condition('{"for_any|": {}}'), { first: 'for_any_value:', result: condition('{"for_any_value:": {}}') });
  });

  it('takes a qualifier without quotes for what it is', () => {
    for (const written of ['for_any_value:|', 'for_any_value:s|', 'for_any_value:st|r'])
      completes(condition(`{${written}}`), {
        first: 'string_equal',
        lacks: ['qcs:ip'],
        result: condition('{"for_any_value:string_equal": {  }}'),
      });
    completes(condition('{ for_all_value:string_l|: {"qcs:tag": "a"} }'), {
      first: 'string_like',
      result: condition('{ "for_all_value:string_like": {"qcs:tag": "a"} }'),
    });
    completes(condition('{"ip_equal":{}, for_any_value:s|'), { first: 'string_equal' });
    completes(condition('{ string_equal:| }'), { lacks: ['string_like'] });
    completes(condition('{ "for_any_value":s| }'), { lacks: ['string_equal'] });
  });

  it('offers keys that fit the operator', () => {
    completes(condition('{"ip_equal":{"|"}}'), {
      first: 'qcs:ip',
      lacks: ['qcs:current_time'],
      result: condition('{"ip_equal":{"qcs:ip": ["10.121.2.0/24"]}}'),
    });
    completes(condition('{"date_less_than":{"|"}}'), {
      first: 'qcs:current_time',
      result: condition('{"date_less_than":{"qcs:current_time": "2026-11-22T00:00:00Z"}}'),
    });
    completes(condition('{"ip_equal":|}'), { result: condition('{"ip_equal":{ "qcs:ip": ["10.121.2.0/24"] }}') });
    completes(condition('|'), { first: 'ip_equal qcs:ip' });
  });

  it('offers values of the form that is wanted', () => {
    completes(condition('{"date_less_than":{"qcs:current_time":"|"}}'), {
      exactly: ['2026-11-22T00:00:00Z', '2026-12-22T00:00:00Z', '2026-11-22T12:30:15Z'],
    });
    completes(condition('{"bool_equal":{"cos:secure-transport":|}}'), { exactly: ['true', 'false'] });
    completes(condition('{"for_any_value:string_equal":{"qcs:resource_tag":["|"]}}'), {
      exactly: ['key&value'],
      result: condition('{"for_any_value:string_equal":{"qcs:resource_tag":["key&value"]}}'),
    });
    completes(condition('{"string_equal":{"qcs:create_uin":"|"}}'), { offers: ['${uin}'] });
  });
});

describe('a completion list', () => {
  it('is not there where a string goes over several lines, and an item would replace them', () => {
    for (const marked of [resource('["trtc:*"]', '["qcs::trtc::uin/1:\nsdk|"]'), action('["trtc:\nDis|"]')])
      assert.equal(completionAt(cursorIn(marked).text, cursorIn(marked).offset).list?.items.length ?? 0, 0, marked);
  });

  const listAt = (marked: string, context: Context = completionContext) => {
    const { text, offset } = cursorIn(marked);
    const { list } = completionAt(text, offset, context);
    assert.ok(list);
    return list;
  };

  it('says once what is the same for all, to clients that take it', () => {
    const list = listAt(action('["mps:|"]'));
    const item = list.items.find(({ label }) => label === 'ProcessMedia');
    assert.deepEqual(Object.keys(item ?? {}).sort(), ['kind', 'label', 'labelDetails', 'sortText']);
    assert.deepEqual(list.itemDefaults?.data, { about: 'action', service: 'mps' });
    assert.ok(list.itemDefaults.editRange && 'insert' in list.itemDefaults.editRange);
  });

  it('gives other clients no snippets, commands, defaults or two ranges', () => {
    const context = { ...completionContext, abilities: plainAbilities };
    for (const marked of [action('["|"]'), action('["mps:|"]'), statement('|'), '|', resource('["trtc:*"]', '["|"]')]) {
      const list = listAt(marked, context);
      assert.equal(list.itemDefaults, undefined);
      for (const item of list.items) {
        assert.ok(item.textEdit && 'range' in item.textEdit, item.label);
        assert.equal(item.insertTextFormat, undefined);
        assert.equal(item.command, undefined);
        assert.equal(item.labelDetails, undefined);
      }
    }
    completes(
      resource('["trtc:RemoveUser"]', '["|'),
      {
        first: 'sdkappid/${SdkAppId}',
        result: resource('["trtc:RemoveUser"]', '["qcs::trtc::uin/<uin>:sdkappid/<SdkAppId>"'),
      },
      context,
    );
    const account = listAt(resource('["trtc:RemoveUser"]', '["qcs::trtc::|"]'), context).items.find(
      ({ label }) => label === 'uin/',
    );
    assert.equal(account?.textEdit?.newText, 'uin/<uin>:');
    const tag = listAt(
      statement('"effect":"allow","action":"mps:*","condition":{"string_equal":{"|"}}'),
      context,
    ).items.find(({ label }) => label === 'qcs:resource_tag/<key>');
    assert.equal(tag?.textEdit?.newText, '"qcs:resource_tag/<key>": "<prod>"');
  });

  it('asks for more only where the client knows how', () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const command = 'editor.action.triggerSuggest';
    assert.equal(clientOf(params).abilities.suggestCommand, undefined);
    assert.equal(clientOf({ ...params, clientInfo: { name: 'Neovim' } }).abilities.suggestCommand, undefined);
    assert.equal(clientOf({ ...params, clientInfo: { name: 'Visual Studio Code' } }).abilities.suggestCommand, command);
    const initializationOptions = { commands: [command] };
    assert.equal(clientOf({ ...params, initializationOptions }).abilities.suggestCommand, command);
    assert.equal(listAt(action('["mp|"]')).items.find(({ label }) => label === 'mps')?.command?.command, command);
  });

  it('strikes out what is gone', () => {
    const gone = listAt(action('["trtc:|"]')).items.find(({ label }) => label === 'DescribeCallDetail');
    assert.deepEqual(gone?.tags, [1]);
  });

  it('begins the label of a resource with what tells it from others, and tells the whole of it besides', () => {
    const format = 'qcs::trtc::uin/${uin}:sdkappid/${SdkAppId}';
    const { items } = listAt(resource('["trtc:RemoveUser"]', '["|"]'));
    const item = items.find(({ label }) => label === 'sdkappid/${SdkAppId}');
    assert.equal(item?.labelDetails?.description, 'Application · qcs::trtc::uin/${uin}:');
    assert.equal(item.filterText, format);
    assert.deepEqual(item.documentation, { kind: 'markdown', value: `Application\n\n\`${format}\`` });
  });

  it('documents an operator with the qualifier that it goes behind', () => {
    const documentation = (written: string): string => {
      const { items, itemDefaults } = listAt(statement(`"condition":{"${written}|"}`));
      const item = items.find(({ label }) => label === 'string_equal');
      assert.ok(item);
      const data: unknown = item.data ?? itemDefaults?.data;
      return JSON.stringify(resolveCompletion({ ...item, data }, completionContext).documentation);
    };
    assert.match(documentation('for_any_value:str'), /some value that the key has.*qcs:resource_tag\\": \\"env&prod/u);
    assert.match(documentation('str'), /qcs:resource_tag\/env\\": \\"prod/u);
  });

  it('documents an item when it is looked at', () => {
    const documented = (marked: string, label: string, context: Context = completionContext): string => {
      const list = listAt(marked, context);
      const item = list.items.find((candidate) => candidate.label === label);
      assert.ok(item, label);
      assert.equal(item.documentation, undefined);
      const data: unknown = item.data ?? list.itemDefaults?.data;
      const { documentation } = resolveCompletion({ ...item, data }, context);
      return typeof documentation === 'object' ? documentation.value : '';
    };
    assert.match(documented(action('["trtc:|"]'), 'DismissRoom'), /Closes a room/u);
    assert.match(documented(action('["cvm:|"]'), 'Describe*'), /4 actions/u);
    assert.match(documented(action('["|"]'), 'mps'), /Media Processing Service/u);
    assert.match(documented(statement('"condition":{|}'), 'ip_equal'), /CIDR/u);
    assert.match(documented(statement('"condition":{"ip_equal":{|}}'), 'qcs:ip'), /case-sensitive/u);
    const plain = { ...completionContext, abilities: plainAbilities };
    assert.match(documented(action('["trtc:|"]'), 'DismissRoom', plain), /Closes a room/u);
  });

  it('speaks Chinese', () => {
    const context: Context = { ...completionContext, locale: 'zh' };
    for (const marked of ['|', statement('|'), action('["mps:|"]'), action('["|"]'), resource('["trtc:*"]', '["|"]')])
      assert.match(JSON.stringify(listAt(marked, context).items), /\p{Script=Han}/u, marked);
  });

  it('offers what the workspace uses', () => {
    const workspace = {
      accounts: () => ['uin/100000000009'],
      ids: () => ['sdkappid/1400000009', 'a"b'],
      services: () => [],
      actions: () => [],
    };
    const context: Context = { ...completionContext, workspace };
    completes(resource('["trtc:*"]', '["qcs::trtc::|"]'), { first: 'uin/100000000009' }, context);
    const path = resource('["trtc:*"]', '["qcs::trtc::uin/1:|"]');
    completes(path, { offers: ['sdkappid/1400000009'], lacks: ['a"b'] }, context);
  });
});
