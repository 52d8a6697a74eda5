/** The shipped catalogue: what it must hold, and that it is whole. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Action, Service } from '../src/core/catalogue/catalogue.js';
import { sampleOf } from './sampling.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

function service(id: string): Service {
  const found = shippedCatalogue.service(id);
  assert.ok(found, `service ${id}`);
  return found;
}

function action(name: string): Action {
  const [id = '', bare = ''] = name.split(':');
  const found = service(id).action(bare);
  assert.ok(found, name);
  return found;
}

const firstClass = ['mps', 'trtc', 'cmqqueue', 'cmqtopic', 'cam', 'sts'];

describe('catalogue data: whole', () => {
  const ids = shippedCatalogue.summaries.map((summary) => summary.service);
  const services = ids
    .filter((id) => firstClass.includes(id) || sampleOf(ids, 5).includes(id))
    .map(service)
    .map((found) => ({ data: found.data, actions: found.actions() }));

  it('has every service of the index, with names in both languages', () => {
    assert.ok(ids.length > 300);
    for (const { data } of services) assert.ok(data.product.en && data.product.zh, data.service);
  });

  it('names sources that exist, everywhere', () => {
    for (const { data } of services) {
      const count = data.sources?.length ?? 0;
      for (const [, list = ''] of JSON.stringify(data).matchAll(/"sources":\[([\d,]*)\]/g)) {
        for (const index of list.split(',').filter(Boolean))
          assert.ok(Number(index) < count, `${data.service}: source ${index} of ${count}`);
      }
    }
  });

  it('titles sources in both languages, with links to documents, and names no repository', () => {
    const sources = [...services.flatMap(({ data }) => data.sources ?? []), ...shippedLanguage.data.sources];
    for (const { title, zh = '', document, url, date } of sources) {
      assert.match(title, /^[^\p{Script=Han}]+$/u);
      assert.notEqual(zh, '', title);
      assert.doesNotMatch(`${title}${zh}`, /[\w-]+\/[\w-]+:|intlcloud-documents|qcloud-documents|\.md/, title);
      assert.equal(document === undefined || url !== undefined, true, `${title}: no link to ${document ?? ''}`);
      if (document?.startsWith('598/') && date === undefined)
        assert.match(title, /without a date|Conditions/, document);
    }
  });

  it('says of every level where it is from', () => {
    for (const { data, actions } of services) {
      for (const { name, level } of actions) if (level) assert.ok(level.sources.length > 0, `${data.service}:${name}`);
    }
  });

  it('gives a restriction to operation-level actions only, and resource types to the others only', () => {
    for (const { data, actions } of services) {
      for (const { name, level, facts } of actions) {
        if (facts?.restriction) assert.equal(level?.level, 'operation', `${data.service}:${name}`);
        if (facts?.resourceTypes) assert.notEqual(level?.level, 'operation', `${data.service}:${name}`);
      }
    }
  });

  it('describes every first-class action in both languages, each a sentence', () => {
    const cmqOfTdmq = service('tdmq').matching('*Cmq*');
    for (const { name, facts } of [...firstClass.flatMap((id) => service(id).actions()), ...cmqOfTdmq]) {
      assert.match(facts?.description?.en ?? '', /^[A-Z].*\.$/, name);
      assert.match(facts?.description?.zh ?? '', /\p{Script=Han}.*。$/u, name);
    }
  });

  it('calls only those services complete whose list is', () => {
    assert.deepEqual(
      services.flatMap(({ data }) => (data.complete ? [data.service] : [])),
      [...firstClass].sort(),
    );
  });

  it('gives equals in other clouds that CAM has', () => {
    const { operators } = shippedLanguage.data;
    const isOperator = (name: string): boolean =>
      operators.some((operator) => name.replace(/^for_any_value:|_if_exist$/gu, '') === operator.name);
    for (const { data, isService } of shippedLanguage.foreign) {
      for (const { equals, denies = [] } of data.actions)
        for (const name of [...equals, ...denies]) assert.ok(action(name).facts?.status === undefined, name);
      for (const { key, equal, operators: own = {} } of data.conditionKeys) {
        assert.ok(shippedLanguage.conditionKey(key.endsWith('/') && equal.endsWith('/') ? `${equal}x` : equal), equal);
        for (const name of [...Object.keys(own), ...Object.values(own)]) assert.ok(isOperator(name), name);
      }
      for (const id of data.services) {
        assert.equal(shippedCatalogue.service(id), undefined, `${id} is a service of CAM, too`);
        assert.ok(isService(id));
      }
    }
  });

  it('keeps to the sizes', () => {
    const sizes = ['first-class', 'services', 'language', 'details'].map((name) => {
      const text = readFileSync(`server/catalogue/generated/${name}.pack`);
      return { name, raw: text.length, packed: gzipSync(text, { level: 9 }).length };
    });
    const limits = [250_000, 1_200_000, 50_000, 1_800_000];
    sizes.forEach(({ name, raw }, at) => {
      assert.ok(raw <= (limits[at] ?? 0), `${name}: ${raw}`);
    });
    const together = sizes.reduce((sum, { packed }) => sum + packed, 0);
    assert.ok(together <= 490_000, `everything, compressed: ${together}`);
  });
});

describe('catalogue data: facts', () => {
  const services = shippedCatalogue.summaries.map((summary) => service(summary.service));

  const levels: readonly (readonly [string, 'resource' | 'operation' | undefined, string | undefined])[] = [
    ['mps:CreateResource', 'resource', 'action'],
    ['mps:BindSdkAuthInfo', 'resource', 'action'],
    ['mps:CreateSchedule', 'operation', 'action'],
    ['mps:ProcessMedia', 'operation', 'instruction'],
    ['trtc:DismissRoom', 'resource', 'action'],
    ['trtc:CreateTrtcApp', 'operation', 'action'],
    ['trtc:StartStreamIngest', 'resource', 'product'],
    ['trtc:StopWebRecord', undefined, undefined],
    ['cmqqueue:CreateQueue', 'resource', 'action'],
    ['cmqqueue:DescribeQueueDetail', 'operation', 'action'],
    ['cmqqueue:ListQueue', 'operation', 'instruction'],
    ['cmqtopic:CreateSubscribe', 'resource', 'action'],
    ['cmqtopic:PublishMessage', 'resource', 'product'],
    ['cmqqueue:DeleteMessage', 'resource', 'product'],
    ['cam:CreatePolicy', 'operation', 'action'],
    ['cam:GetUser', undefined, undefined],
    ['cam:AddUser', 'operation', 'action'],
    ['cam:PassRole', 'resource', 'action'],
    ['sts:AssumeRole', 'resource', 'action'],
    ['tdmq:CreateCmqQueue', 'operation', 'action'],
    ['tdmq:SendCmqMsg', 'resource', 'action'],
    ['cvm:TerminateInstances', 'resource', 'action'],
    ['cvm:DescribeZones', undefined, undefined],
    ['cos:GetService', 'operation', 'action'],
    ['cos:PutObject', 'resource', 'action'],
    ['organization:AddOrganizationNode', 'operation', 'action'],
    ['msp:ListMigrationTask', 'operation', 'product'],
    ['waf:DescribeDomains', undefined, undefined],
  ];
  for (const [name, level, scope] of levels) {
    it(`${name}: ${level ?? 'not known'}`, () => {
      assert.equal(action(name).level?.level, level);
      assert.equal(action(name).level?.scope, scope);
    });
  }

  it('lets no level follow from a word on a product that is old, undated or contradicted by its rows', () => {
    for (const id of ['dsgc', 'cwp', 'waf', 'tem', 'ocr', 'faceid', 'ses', 'tag', 'cam', 'sms', 'vms'])
      assert.equal(service(id).data.levelOfRest, undefined, id);
    for (const { data } of services) {
      const { levelOfRest, sources = [] } = data;
      if (levelOfRest?.scope !== 'product') continue;
      assert.ok(
        levelOfRest.sources.some((index) => (sources[index]?.date ?? '') >= '2024-11-22'),
        data.service,
      );
    }
    for (const id of ['msp', 'advisor']) assert.notEqual(service(id).data.granularity?.level, 'service', id);
  });

  it('leaves no action of CMQ without a level, and says which are derived', () => {
    for (const id of ['cmqqueue', 'cmqtopic']) {
      for (const { name, level, resourceTypes } of service(id).actions()) {
        assert.ok(level, name);
        assert.equal(resourceTypes.length > 0, level.level === 'resource', name);
        assert.equal(level.derived !== undefined, level.scope === 'product', name);
      }
    }
  });

  it('knows no resource of an action by case alone', () => {
    assert.equal(service('cmqqueue').action('Sendmessages'), undefined);
    assert.equal(service('cmqqueue').nearest('Sendmessages')[0], 'SendMessage');
  });

  it('classes what issues or changes permissions as such, whatever the verb', () => {
    for (const name of [
      'sts:GetFederationToken',
      'sts:AssumeRole',
      'cam:AttachUserPolicy',
      'cam:PassRole',
      'cos:PutBucketPolicy',
      'mps:CreateFederationToken',
      'tcr:CreateInstanceToken',
      'apigw:CreateApiKey',
      'ccc:CreateUserSig',
      'tke:DescribeClusterKubeconfig',
      'tke:AcquireClusterAdminRole',
      'ssm:GetSecretValue',
      'cvm:ModifyImageSharePermission',
      'organization:CreateRoleAssignment',
      'dlc:AttachUserPolicy',
    ]) {
      assert.equal(action(name).access, 'permission', name);
    }
    assert.equal(action('mps:ParseNotification').access, 'read');
    assert.equal(action('cam:ListUsers').access, 'list');
    for (const name of ['cam:TagRole', 'tke:ModifyClusterTags', 'cdb:ModifyInstanceTag'])
      assert.equal(action(name).access, 'tagging', name);
    for (const name of ['tcr:DeleteRepositoryTags', 'faceid:ApplyLivenessToken', 'cvm:CreateSecurityGroupPolicy'])
      assert.equal(action(name).access, 'write', name);
  });

  it('keeps both sides of each conflict', () => {
    assert.match(action('trtc:CreateSpearConf').facts?.conflict?.en ?? '', /resource-level.*operation-level/s);
    assert.equal(action('trtc:CreateSpearConf').level?.level, 'resource');
    assert.match(service('mps').data.conflicts?.[0]?.en ?? '', /service-level.*resource-level/s);
    assert.match(action('cmqtopic:CreateTopic').facts?.conflict?.en ?? '', /cmqqueue.*cmqtopic/s);
    assert.match(service('cmqqueue').data.resourceTypes?.[0]?.conflict?.en ?? '', /inner uin\//);
    assert.match(action('tdmq:ClearCmqQueue').facts?.conflict?.en ?? '', /cmqqueue/);
    for (const [name, ...types] of [
      ['tcr:DescribeRepositories', 'repository', 'instance-2'],
      ['tcr:PullRepository', 'repository', 'instance-2'],
      ['gse:AttachCcnInstances', 'fleet', 'asset'],
    ] as const) {
      assert.deepEqual(action(name).facts?.resourceTypes, types);
      assert.match(action(name).facts?.conflict?.en ?? '', /own sample polic(?:y|ies).*which comes first/);
      assert.equal(action(name).service.sources(action(name).level?.sources).length, 2);
    }
  });

  it('follows renames to actions that exist', () => {
    const renamed = service('trtc')
      .actions()
      .flatMap(({ facts }) => facts?.status?.successor ?? []);
    assert.equal(renamed.length, 6);
    for (const successor of renamed) assert.ok(service('trtc').action(successor), successor);
    for (const id of ['cmqqueue', 'cmqtopic', 'ccs', 'ccr'])
      assert.ok(shippedCatalogue.service(service(id).data.successor?.service ?? ''), id);
  });

  it('has parameters with the one that names the resource', () => {
    const parameters = action('trtc:DismissRoom').facts?.parameters;
    assert.deepEqual(parameters, [
      { name: 'SdkAppId', type: 'number', required: true, resource: true },
      { name: 'RoomId', type: 'number', required: true },
    ]);
    assert.match(action('trtc:DismissRoom').facts?.link ?? '', /Product=trtc&Version=2019-07-22&Action=DismissRoom$/);
  });

  it('knows names that documents or CAM itself print, where no SDK has them', () => {
    // Policies that vendors print for CAM’s console.
    for (const name of ['ListMaskedSubAccounts', 'ListGroupsForConsole']) assert.ok(service('cam').action(name), name);
    for (const name of [
      'cvm:DisassociateAddress',
      'cvm:ReleaseAddresses',
      'cvm:ModifyAddressAttribute',
      'cvm:CreateSecurityGroup',
      'cls:pushLog',
      'tcr:PushRepository',
      'cns:RecordList',
      'finance:GetContractList',
    ])
      assert.ok(action(name), name);
    assert.equal(shippedLanguage.conditionKey('tke:clusterExtranetEndpoint')?.state, 'seen');
    assert.equal(service('scf').data.regionAlso, 'short');
  });

  it('knows by which abbreviation CAM knows a product, and what came after an older one', () => {
    for (const [id, other] of [
      ['billing', 'finance'],
      ['dasb', 'bh'],
      ['cbs', 'cvm'],
    ] as const)
      assert.equal(service(id).data.authorizedAs?.service, other);
    for (const [id, other] of [
      ['cns', 'dnspod'],
      ['ccs', 'tke'],
      ['ccr', 'tcr'],
    ] as const)
      assert.equal(service(id).data.successor?.service, other);
  });

  it('knows of products and of single actions whether conditions on tags and IP addresses work', () => {
    assert.equal(service('waf').data.conditions?.tag?.support, 'yes');
    assert.equal(service('ocr').data.conditions?.tag?.support, 'no');
    assert.equal(service('ms').data.conditions?.ip?.support, 'no');
    assert.equal(service('mps').data.conditions?.tag?.support, 'yes');
    assert.equal(service('cam').data.conditions?.tag?.support, 'no');
    assert.deepEqual(action('kms:BindCloudResource').facts?.conditions, { ip: false });
  });

  it('knows which services and actions people use most', () => {
    const first = shippedCatalogue.summaries
      .filter(({ rank }) => rank !== undefined && rank < 8)
      .map((summary) => summary.service);
    for (const id of ['cos', 'cam', 'cvm', 'vpc']) assert.ok(first.includes(id), `${id} among ${first.join()}`);
    assert.ok((action('cos:GetObject').rank ?? Infinity) < 10);
    assert.ok((action('mps:ProcessMedia').rank ?? 0) < (action('mps:ProcessImage').rank ?? Infinity));
    assert.equal(action('cvm:DescribeChcHosts').rank, undefined);
  });

  it('has sentences, required parameters and pages of the API for actions of other services', () => {
    const details = service('tke').details('AcquireClusterAdminRole');
    assert.match(details?.description?.en ?? '', /administrator/);
    assert.deepEqual(details?.parameters, [{ name: 'ClusterId', type: 'string', required: true, resource: true }]);
    assert.match(details.link ?? '', /Product=tke&Version=2018-05-25&Action=AcquireClusterAdminRole$/);
    assert.match(service('cvm').details('CreateDisks')?.link ?? '', /Product=cbs&/);
    assert.match(service('trtc').details('DismissRoom')?.link ?? '', /Action=DismissRoom$/);
  });

  it('knows other names of services', () => {
    assert.equal(shippedCatalogue.service('consolevod'), service('vod'));
    assert.equal(shippedCatalogue.service('consolesms'), service('sms'));
    assert.equal(shippedCatalogue.service('apigateway'), service('apigw'));
  });
});

describe('language data', () => {
  const { data } = shippedLanguage;

  it('has the operators, each with its AWS spelling and sources', () => {
    assert.equal(data.operators.length, 23);
    assert.equal(shippedLanguage.operatorOfAws('NumericLessThanEquals')?.name, 'numeric_less_than_equal');
    assert.equal(shippedLanguage.operator('null_equal')?.ifExist, undefined);
    assert.equal(shippedLanguage.operator('ip_equal')?.type, 'ip');
  });

  it('knows keys by their exact case, and any tag', () => {
    assert.equal(shippedLanguage.conditionKey('qcs:ip')?.state, 'current');
    assert.equal(shippedLanguage.conditionKey('qcs:IP'), undefined);
    assert.equal(shippedLanguage.conditionKey('qcs:resource_tag/team')?.key, 'qcs:resource_tag/<key>');
    assert.equal(shippedLanguage.conditionKey('qcs:resource_tag/'), undefined);
  });

  it('knows regions by name and by short code', () => {
    assert.equal(shippedLanguage.region('gz'), shippedLanguage.region('ap-guangzhou'));
    assert.equal(shippedLanguage.region('st')?.region, undefined);
    assert.equal(shippedLanguage.region('ap-nowhere'), undefined);
    for (const right of Object.values(data.misspeltRegions)) assert.ok(shippedLanguage.region(right), right);
  });

  it('names services that the catalogue has, and sources that exist', () => {
    for (const { service: id } of [
      ...data.principals,
      ...data.conditionKeys.flatMap(({ service: owner }) => (owner ? [{ service: owner }] : [])),
    ]) {
      assert.ok(shippedCatalogue.service(id), id);
    }
    const all = [
      data.operators,
      data.conditionKeys,
      data.regions,
      data.principals,
      data.errorCodes,
      data.variables,
    ].flat();
    for (const entry of all) assert.equal(shippedLanguage.sources(entry.sources).length, entry.sources.length);
  });

  it('has each name once', () => {
    const names = [
      data.operators.map(({ name }) => name),
      data.conditionKeys.map(({ key }) => key),
      data.regions.flatMap(({ region, short }) => [...(region ? [region] : []), ...(short ?? [])]),
      data.errorCodes.map(({ code }) => code),
    ];
    for (const list of names) assert.equal(new Set(list).size, list.length, list.join());
  });
});
