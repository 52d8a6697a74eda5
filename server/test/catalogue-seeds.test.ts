/** Goes through what the three documents say that the product was made from: each fact must be in the shipped data. */
import assert from 'node:assert/strict';
import type { Action, Service } from '../src/core/catalogue/catalogue.js';
import type { SegmentData } from '../src/core/catalogue/language.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

function service(id: string): Service {
  const found = shippedCatalogue.service(id);
  assert.ok(found, id);
  return found;
}
function action(name: string): Action {
  const [id = '', bare = ''] = name.split(':');
  const found = service(id).action(bare);
  assert.ok(found, name);
  return found;
}
function segment(name: SegmentData['segment']): SegmentData {
  const found = shippedLanguage.data.segments.find((item) => item.segment === name);
  assert.ok(found, name);
  return found;
}
const scenario = (at: number) => service('mps').data.scenarios?.[at];
const role = (name: string) => service('mps').data.roles?.find((item) => item.name === name);
const formats = (id: string): string => (service(id).data.resourceTypes ?? []).map(({ format }) => format).join(' ');

type Facts = readonly (readonly [fact: string, text: () => string | undefined, says: RegExp])[];

const mps: Facts = [
  ['the service must be activated first', () => scenario(0)?.symptom.en, /neither its console nor its API/],
  ['the root account activates it, free of charge', () => scenario(0)?.remedy.en, /root account activates.*free/],
  [
    'a sub-account with the preset policy may activate it',
    () => scenario(0)?.remedy.en,
    /sub-account with QcloudMPSFullAccess/,
  ],
  ['the console asks for DescribeUserInfo first', () => scenario(1)?.symptom.en, /DescribeUserInfo/],
  ['the preset policy covers everything', () => service('mps').data.presets?.[0]?.scope.en, /^All actions/],
  ['a policy of one’s own takes all resources', () => scenario(1)?.remedy.en, /all resources/],
  [
    'the SDK needs RequestFromSdk',
    () => service('mps').data.companions?.find(({ for: use }) => use === 'sdk')?.action,
    /^mps:RequestFromSdk$/,
  ],
  ['COS input needs MPS_QcsRole', () => role('MPS_QcsRole')?.when?.en, /COS/],
  ['VOD input needs MPS_QCSLinkedRoleInVOD', () => role('MPS_QCSLinkedRoleInVOD')?.when?.en, /VOD Pro/],
  ['input from S3 or a URL needs no role', () => role('MPS_QcsRole')?.when?.en, /not for input from AWS S3 or a URL/],
  [
    'making a role enables and costs nothing',
    () => role('MPS_QcsRole')?.when?.en,
    /need not be enabled, and nothing is charged/,
  ],
  ['MPS_QcsRole reads, writes and uploads', () => role('MPS_QcsRole')?.purpose.en, /read files.*write/],
  [
    'without a role the task fails after it was accepted',
    () => scenario(3)?.symptom.en,
    /accepts the task, which then fails.*TaskId/,
  ],
  ['the console looks for the role with cam:GetRole', () => scenario(4)?.actions?.join(), /^cam:GetRole$/],
  ['without cam:GetRole the API still works', () => scenario(4)?.symptom.en, /API still works/],
  [
    'cam:GetRole is granted on all resources',
    () => service('mps').data.companions?.find(({ action: name }) => name === 'cam:GetRole')?.resource,
    /^\*$/,
  ],
  [
    'three things are for everyone, two for some uses',
    () =>
      service('mps')
        .data.scenarios?.map(({ required }) => (required ? 'r' : 'o'))
        .join(''),
    /^rrroo$/,
  ],
];

const cmq: Facts = [
  [
    'CreateCamStrategy adds a policy',
    () =>
      action('cam:CreateCamStrategy')
        .facts?.parameters?.map(({ name }) => name)
        .join(),
    /^strategyName,strategyInfo,remark$/,
  ],
  [
    'OperateCamStrategy associates it',
    () =>
      action('cam:OperateCamStrategy')
        .facts?.parameters?.map(({ name }) => name)
        .join(),
    /^groupId,relateUin,strategyId,actionType$/,
  ],
  [
    'ListQueue, ReceiveMessage and BatchDeleteMessage are actions',
    () => ['ListQueue', 'ReceiveMessage', 'BatchDeleteMessage'].map((name) => action(`cmqqueue:${name}`).name).join(),
    /./,
  ],
  ['a queue names its creator', () => formats('cmqqueue'), /queueName\/uin\/\$\{CreateUin\}\/\$\{QueueName\}/],
  [
    'a topic names its creator',
    () => formats('cmqtopic'),
    /qcs::cmqtopic:.*topicName\/uin\/\$\{CreateUin\}\/\$\{TopicName\}/,
  ],
  [
    'the creator’s uin is shown in the console and in createUin',
    () =>
      service('cmqqueue').data.resourceTypes?.[0]?.variables?.find(({ name }) => name === 'CreateUin')?.description?.en,
    /console.*createUin.*GetQueueAttributes/,
  ],
  [
    'for topics by GetTopicAttributes',
    () =>
      service('cmqtopic').data.resourceTypes?.[0]?.variables?.find(({ name }) => name === 'CreateUin')?.description?.en,
    /GetTopicAttributes/,
  ],
  ['the first segment is qcs', () => segment('qcs').meaning.en, /Always qcs/],
  ['id/0, * and id/* are all projects', () => segment('project').meaning.en, /id\/0, \* and id\/\*/],
  [
    'an empty project is id/0 when granted, all when checked',
    () => segment('project').whenEmpty?.en,
    /id\/0.*all projects/,
  ],
  ['the service cannot be empty', () => String(segment('service').required), /^true$/],
  ['* is all services', () => segment('service').meaning.en, /\* stands for all services/],
  ['an empty region is all regions', () => segment('region').whenEmpty?.en, /All regions/],
  [
    'the regions are short codes',
    () =>
      ['gz', 'st', 'tj', 'sh', 'hk', 'ca', 'shjr', 'bj']
        .map((code) => (shippedLanguage.region(code) ? 'y' : code))
        .join(''),
    /^y{8}$/,
  ],
  ['the account is uin/ or uid/', () => segment('account').meaning.en, /uin\/.*uid\//],
  [
    'an empty account is the asker’s, uid for COS',
    () => segment('account').whenEmpty?.en,
    /uin for.*CDN and VPC.*uid for COS/,
  ],
  ['uin/-1 of preset policies is the holder’s root account', () => segment('account').meaning.en, /uin\/-1/],
  ['the resource cannot be empty', () => String(segment('resource').required), /^true$/],
  [
    'COS has prefix, CDN host',
    () => `${segment('resource').meaning.en} ${formats('cos')} ${formats('cdn')}`,
    /prefix of COS, host of CDN.*prefix\/\/.*host\/\$\{host\}/,
  ],
  [
    'the root account, a sub-account and everyone are resources',
    () => shippedLanguage.data.identities.map(({ form }) => form).join(' '),
    /uin\/\$\{uin\}:uin\/\$\{uin\} .*:uin\/\$\{subUin\} qcs::cam::anonymous:anonymous$/,
  ],
  [
    'an empty resource counts as *',
    () => shippedLanguage.data.elements.find(({ element }) => element === 'resource')?.note.en,
    /CAM takes as \*/,
  ],
  [
    'principal may be left out',
    () => shippedLanguage.data.elements.find(({ element }) => element === 'principal')?.note.en,
    /left out/,
  ],
  [
    'a single value needs no brackets',
    () => shippedLanguage.data.elements.find(({ element }) => element === 'action')?.note.en,
    /no brackets/,
  ],
];

const trtc: Facts = [
  [
    'CreateTrtcApp is on two pages of the console',
    () =>
      action('trtc:CreateTrtcApp')
        .facts?.consolePages?.map(({ en }) => en)
        .join(),
    /^Development Assistance > Demo Quick Run,Application Management$/,
  ],
  [
    'DescribeTrtcStatistic returns all applications at once',
    () => action('trtc:DescribeTrtcStatistic').facts?.restriction?.en,
    /./,
  ],
  ['the resource is an application', () => formats('trtc'), /qcs::trtc::uin\/\$\{uin\}:sdkappid\/\$\{SdkAppId\}/],
];
const categories = {
  'Room management': 'DismissRoom RemoveUser RemoveUserByStrRoomId DismissRoomByStrRoomId',
  'Stream mixing and transcoding':
    'StartMCUMixTranscode StopMCUMixTranscode StartMCUMixTranscodeByStrRoomId StopMCUMixTranscodeByStrRoomId',
  'Call quality monitoring':
    'CreateTroubleInfo DescribeAbnormalEvent DescribeCallDetail DescribeUserInformation DescribeHistoryScale DescribeRoomInformation DescribeDetailEvent',
  'Other APIs': 'DescribeRecordStatistic DescribeTrtcInteractiveTime DescribeTrtcMcuTranscodeTime',
};
const consoleActions =
  'DescribeAppStatList DescribeSdkAppInfo ModifyAppInfo ChangeSecretKeyFlag CreateWatermark DeleteWatermark ModifyWatermark DescribeWatermark CreateSecret ToggleSecretVersion DescribeSecret DescribeTrtcAppAndAccountInfo CreateSecretUserSig DescribeSig VerifySecretUserSig VerifySig CreateSpearConf DeleteSpearConf ModifySpearConf DescribeSpearConf ToggleSpearScheme DescribeTrtcStatistic DescribeDurationPackages GetUserList GetUserInfo GetCommState GetElasticSearchData CreateTrtcApp HardDescribeMixConf ModifyMixConf RemindBalance';

describe('catalogue data: the documents the product was made from', () => {
  for (const [title, facts] of Object.entries({ MPS: mps, CMQ: cmq, TRTC: trtc })) {
    describe(title, () => {
      for (const [fact, text, says] of facts) it(fact, () => assert.match(text() ?? '', says));
    });
  }

  it('TRTC: the category of each API', () => {
    for (const [category, names] of Object.entries(categories))
      for (const name of names.split(' ')) {
        assert.equal(action(`trtc:${name}`).facts?.category?.en, category, name);
        assert.match(action(`trtc:${name}`).facts?.category?.zh ?? '', /\p{Script=Han}/u);
      }
  });

  it('TRTC: the pages of the console that call an action', () => {
    for (const name of consoleActions.split(' ')) {
      const pages = action(`trtc:${name}`).facts?.consolePages ?? [];
      assert.ok(pages.length > 0, name);
      for (const { en, zh } of pages) {
        assert.match(en, /^[A-Z]/, name);
        assert.match(zh, /\p{Script=Han}/u, name);
      }
    }
  });

  it('names of presets, roles and actions in scenarios exist', () => {
    const { data } = service('mps');
    for (const { presets = [], roles = [], actions = [] } of data.scenarios ?? []) {
      for (const name of presets)
        assert.ok(
          data.presets?.some((preset) => preset.name === name),
          name,
        );
      for (const name of roles) assert.ok(role(name), name);
      for (const name of actions) assert.ok(action(name), name);
    }
  });
});
