/** Compares the shipped catalogue with the documents it must cover and with policies as people write them, where those lie beside the repository. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedCatalogue } from './shipped-catalogue.js';

const knows = (service: string, action: string): boolean =>
  shippedCatalogue.service(service)?.action(action) !== undefined;

/** What the documents name, for where they are not at hand: TRTC's page in full, the others' actions and notes. */
const named = {
  trtc: [
    'DismissRoom RemoveUser RemoveUserByStrRoomId DismissRoomByStrRoomId StartMCUMixTranscode StopMCUMixTranscode StartMCUMixTranscodeByStrRoomId StopMCUMixTranscodeByStrRoomId',
    'CreateTroubleInfo DescribeAbnormalEvent DescribeCallDetail DescribeHistoryScale DescribeRoomInformation DescribeUserInformation',
    'DescribeAppStatList DescribeSdkAppInfo ModifyAppInfo ChangeSecretKeyFlag CreateWatermark DeleteWatermark ModifyWatermark DescribeWatermark CreateSecret ToggleSecretVersion DescribeSecret',
    'DescribeTrtcAppAndAccountInfo CreateSecretUserSig DescribeSig VerifySecretUserSig VerifySig CreateSpearConf DeleteSpearConf ModifySpearConf DescribeSpearConf ToggleSpearScheme',
  ],
  restricted: [
    'DescribeDetailEvent DescribeRecordStatistic DescribeTrtcInteractiveTime DescribeTrtcMcuTranscodeTime DescribeTrtcStatistic DescribeDurationPackages GetUserList GetUserInfo GetCommState',
    'GetElasticSearchData CreateTrtcApp HardDescribeMixConf ModifyMixConf RemindBalance',
  ],
  mps: ['DescribeUserInfo RequestFromSdk ProcessMedia'],
  cmqqueue: ['GetQueueAttributes ListQueue ReceiveMessage BatchDeleteMessage'],
  cmqtopic: ['GetTopicAttributes'],
  cam: ['GetRole CreateCamStrategy OperateCamStrategy'],
};
const words = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '));

describe('catalogue covers the documents it is made for', () => {
  const trtc = shippedCatalogue.service('trtc');

  it('TRTC: every action with resource-level support', () => {
    for (const name of words(named.trtc)) {
      const action = trtc?.action(name);
      assert.equal(action?.level?.level, 'resource', name);
      assert.deepEqual(
        action.resourceTypes.map(({ format }) => format),
        ['qcs::trtc::uin/${uin}:sdkappid/${SdkAppId}'],
        name,
      );
      assert.ok(
        trtc?.sources(action.level.sources).some(({ document, current }) => document === '647/39549' && current),
        name,
      );
    }
  });

  it('TRTC: every action without it, with the documented reason', () => {
    for (const name of words(named.restricted)) {
      const action = trtc?.action(name);
      assert.equal(action?.level?.level, 'operation', name);
      assert.equal(action.level.scope, 'action', name);
      assert.ok(action.facts?.restriction, name);
    }
  });

  it('MPS: actions, roles, preset policy, and what console and SDK need', () => {
    for (const name of words(named.mps)) assert.ok(knows('mps', name), name);
    const data = shippedCatalogue.service('mps')?.data;
    assert.ok(data);
    assert.deepEqual(
      data.roles?.map(({ name }) => name),
      ['MPS_QcsRole', 'MPS_QCSLinkedRoleInVOD'],
    );
    assert.ok(data.presets?.some(({ name }) => name === 'QcloudMPSFullAccess'));
    assert.deepEqual(
      data.companions?.map(({ action, resource }) => `${action} on ${resource}`),
      ['cam:GetRole on *', 'mps:DescribeUserInfo on *', 'mps:RequestFromSdk on *'],
    );
  });

  it('CMQ: actions and resources, the creator in them', () => {
    for (const service of ['cmqqueue', 'cmqtopic'] as const)
      for (const name of words(named[service])) assert.ok(knows(service, name), name);
    for (const name of words(named.cam)) assert.ok(knows('cam', name), name);
    const formats = ['cmqqueue', 'cmqtopic']
      .flatMap((id) => shippedCatalogue.service(id)?.data.resourceTypes ?? [])
      .map(({ format }) => format);
    assert.deepEqual(formats, [
      'qcs::cmqqueue:${region}:uin/${uin}:queueName/uin/${CreateUin}/${QueueName}',
      'qcs::cmqtopic:${region}:uin/${uin}:topicName/uin/${CreateUin}/${TopicName}',
    ]);
  });

  const seeds = path.resolve('../shared/seeds');
  const texts = existsSync(seeds)
    ? readdirSync(seeds)
        .sort()
        .map((name) => readFileSync(path.join(seeds, name), 'utf8'))
    : [];
  const owners = [['mps', 'cam'], ['cmqqueue', 'cmqtopic', 'cam'], ['trtc']] as const;
  texts.forEach((text, number) => {
    it(`document ${number}: every word that is an action's name by its form`, () => {
      const verbs =
        'Describe|Get|List|Create|Delete|Modify|Operate|Remove|Request|Process|Receive|BatchDelete|Toggle|Verify|Change|Remind|HardDescribe|Dismiss|Start|Stop';
      const names = new Set([...text.matchAll(new RegExp(`\\b(?:${verbs})[A-Z]\\w+\\b`, 'g'))].map(([name]) => name));
      assert.ok(names.size > 0);
      for (const name of names)
        assert.ok(
          (owners[number] ?? []).some((service) => knows(service, name)),
          name,
        );
    });
  });
});

/** Actions in published policies that are mistakes. */
const mistakes: Readonly<Record<string, string>> = {
  'cmqqueue:Sendmessages': 'written so in CAM’s own syntax samples; the API is SendMessage',
};

describe('catalogue knows what policies name', () => {
  const folder = path.resolve('../shared/corpus');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.cam.json')) : [];
  const complete = shippedCatalogue.summaries.flatMap(({ service }) =>
    shippedCatalogue.service(service)?.data.complete ? [service] : [],
  );

  it(`finds no unknown action of ${complete.join(', ')} in ${files.length} policies, but real mistakes`, () => {
    const pattern = new RegExp(`"(?:name/)?(${complete.join('|')}):([A-Za-z]\\w*)"`, 'g');
    const unknown = new Set<string>();
    for (const name of files) {
      for (const [, service = '', action = ''] of readFileSync(path.join(folder, name), 'utf8').matchAll(pattern)) {
        if (!knows(service, action)) unknown.add(`${service}:${action}`);
      }
    }
    assert.deepEqual([...unknown].sort(), files.length === 0 ? [] : Object.keys(mistakes).sort());
  });
});
