/** Goes through the facts of the three documents that the product was made from: each is seen by a person, in a hover, a list or a message. */
import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { addStatement } from '../src/features/add-statement/index.js';
import { hover } from '../src/features/hover/index.js';
import type { Context } from '../src/features/context.js';
import { completionAt, completionContext } from './completing.js';
import { documentOf, textOf } from './documents.js';
import { cursorIn } from './marks.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const context: Context = { ...completionContext, catalogue: shippedCatalogue, language: shippedLanguage };

/** A fact, where it is seen, and what is read there; Chinese is checked for being there. */
type Fact = readonly [fact: string, marked: string, says: RegExp];

const policy = (members: string): string => `{"version":"2.0","statement":[{${members}}]}`;
const action = (text: string): string => policy(`"effect":"allow","action":["${text}"],"resource":"*"`);
const resource = (text: string): string => policy(`"effect":"allow","action":["cam:GetRole"],"resource":["${text}"]`);

function hoverText(marked: string, locale: Context['locale']): string {
  const { text, offset } = cursorIn(marked);
  const document = documentOf(text, { context });
  const position = textOf(document).positionAt(offset);
  const found = document.policyAt(position);
  const shown = found && hover(found, position, { ...context, locale });
  return shown ? (shown.contents as MarkupContent).value : '';
}

const mpsService = action('mp|s:*');
const mps: readonly Fact[] = [
  ['the service is activated first', mpsService, /Activate the service.*neither its console nor its API/],
  ['by the root account, free of charge', mpsService, /The root account activates it.*free of charge/],
  ['or a sub-account with the preset policy', mpsService, /a sub-account with QcloudMPSFullAccess may do so/],
  ['the preset policy covers everything', mpsService, /`QcloudMPSFullAccess`: All actions of MPS/],
  ['the console asks for DescribeUserInfo', mpsService, /no permission for DescribeUserInfo/],
  ['a policy of one’s own takes all resources', mpsService, /the actions wanted on all resources/],
  ['the SDK needs RequestFromSdk', mpsService, /`mps:RequestFromSdk` on `\*` \(SDK\)/],
  ['the console needs cam:GetRole', mpsService, /`cam:GetRole` on `\*` \(console\)/],
  ['without it the API still works', mpsService, /no permission for cam:GetRole; the API still works/],
  ['a task fails without a role', mpsService, /ProcessMedia accepts the task, which then fails.*TaskId/],
  ['what is for everyone', mpsService, /Activate the service\*\* \(for everyone\)/],
  ['what is for some uses', mpsService, /Let MPS reach the files\*\* \(for some uses\)/],
  [
    'MPS_QcsRole, from a resource',
    resource('qcs::cam::uin/1:roleName/MPS_Qcs|Role'),
    /read files of COS.*Needed where files.*COS/,
  ],
  [
    'and from a principal',
    policy('"principal":{"qcs":["qcs::cam::uin/1:roleName/MPS_Qcs|Role"]},"effect":"allow","action":"cos:GetObject"'),
    /Lets MPS read files of COS buckets/,
  ],
  ['S3 and URLs need no role', resource('qcs::cam::uin/1:roleName/MPS_Qcs|Role'), /not for input from AWS S3 or a URL/],
  ['nothing is charged for a role', resource('qcs::cam::uin/1:roleName/MPS_Qcs|Role'), /nothing is charged/],
  [
    'MPS_QCSLinkedRoleInVOD, from its service',
    policy('"principal":{"service":["getvod.mps.|cloud.tencent.com"]},"effect":"allow","action":"sts:AssumeRole"'),
    /`MPS_QCSLinkedRoleInVOD`: .*VOD Pro/,
  ],
];

const resourceElement = policy('"reso|urce":["*"]');
const cmq: readonly Fact[] = [
  ['parameters of CreateCamStrategy', action('cam:CreateCam|Strategy'), /strategyName.*strategyInfo/],
  ['parameters of OperateCamStrategy', action('cam:OperateCam|Strategy'), /strategyId.*actionType/],
  ['a queue names its creator', action('cmqqueue:ReceiveMess|age'), /queueName\/uin\/\$\{CreateUin\}\/\$\{QueueName\}/],
  ['a topic names its creator', action('cmqtopic:PublishMess|age'), /topicName\/uin\/\$\{CreateUin\}\/\$\{TopicName\}/],
  [
    'where the creator’s uin is shown',
    policy('"action":["cmqqueue:SendMessage"],"resource":["qcs::cmqqueue:bj:uin/1:queue|Name/uin/3232/q"]'),
    /createUin.*GetQueueAttributes/,
  ],
  [
    'and for topics',
    policy('"action":["cmqtopic:PublishMessage"],"resource":["qcs::cmqtopic:bj:uin/1:topic|Name/uin/3232/t"]'),
    /createUin.*GetTopicAttributes/,
  ],
  ['the first segment', resourceElement, /`qcs`: Always qcs/],
  ['id/0, * and id/* are all projects', resourceElement, /id\/0, \\?\* and id\/\\?\*/],
  ['an empty project', resourceElement, /Empty: Counts as id\/0 when.*granted.*all projects when it is checked/],
  ['the service cannot be empty', resourceElement, /`service`: .*all services\. Cannot be empty/],
  ['an empty region', resourceElement, /`region`: .*gz, st, tj, sh, hk, ca, shjr and bj\. Empty: All regions/],
  [
    'an empty account',
    resourceElement,
    /Empty: The root account of whoever asks: its uin.*CDN and VPC, its uid for COS/,
  ],
  ['uin/-1 of preset policies', resourceElement, /uin\/-1/],
  ['prefix of COS, host of CDN', resourceElement, /prefix of COS, host of CDN.*Cannot be empty/],
  ['an empty resource', resourceElement, /Left empty, the operation has no object, which CAM takes as \\?\*/],
  ['CDN’s host', action('cd|n:*'), /host\/\$\{host\}/],
  ['COS’s prefix', action('co|s:*'), /prefix\/\//],
  ['principal may be left out', policy('"princi|pal":{}'), /May be left out where the policy is associated/],
  [
    'the root account as a resource',
    policy('"princi|pal":{}'),
    /qcs::cam::uin\/\$\{uin\}:uin\/\$\{uin\}`: The root account/,
  ],
  ['a sub-account', policy('"princi|pal":{}'), /uin\/\$\{subUin\}`: A sub-account/],
  ['everyone', policy('"princi|pal":{}'), /qcs::cam::anonymous:anonymous`: Everyone/],
  ['a single value needs no brackets', policy('"act|ion":[]'), /A single value needs no brackets/],
];

const trtc: readonly Fact[] = [
  ['the category of an API', action('trtc:Dismiss|Room'), /Category: Room management/],
  [
    'the console’s pages',
    action('trtc:CreateTrtc|App'),
    /Called by the console: Development Assistance \\> Demo Quick Run, Application Management/,
  ],
  ['why it cannot be restricted', action('trtc:DescribeTrtc|Statistic'), /Why: .*DescribeAppStatList/],
  ['the resource is an application', action('trtc:Dismiss|Room'), /qcs::trtc::uin\/\$\{uin\}:sdkappid\/\$\{SdkAppId\}/],
  ['what needs all resources', action('trtc:RemindBal|ance'), /needs `"resource": "\*"`/],
];

describe('what a person sees of the documents the product was made from', () => {
  for (const [title, facts] of Object.entries({ MPS: mps, CMQ: cmq, TRTC: trtc }))
    describe(title, () => {
      for (const [fact, marked, says] of facts)
        it(fact, () => {
          assert.match(hoverText(marked, 'en').replaceAll('\n', ' '), says);
          assert.match(hoverText(marked, 'zh'), /\p{Script=Han}/u);
        });
    });

  it('completion tells the same of an action, and offers the roles and the regions', () => {
    const labelsAt = (marked: string): readonly string[] => {
      const { text, offset } = cursorIn(marked);
      return completionAt(text, offset, context).items.map(({ label }) => label);
    };
    assert.ok(labelsAt(resource('qcs::cam::uin/1:roleName/|')).includes('MPS_QCSLinkedRoleInVOD'));
    const regions = labelsAt(policy('"action":["cmqqueue:SendMessage"],"resource":["qcs::cmqqueue:|"]'));
    for (const code of ['gz', 'st', 'tj', 'sh', 'hk', 'ca', 'shjr', 'bj']) assert.ok(regions.includes(code), code);
  });

  it('what a refusal of the console and of the SDK means is told beside the statement that is added', () => {
    const notesOn = (name: string): string => {
      const document = documentOf(policy('"effect":"allow","action":["mps:ProcessMedia"],"resource":"*"'), { context });
      const found = document.policyAt({ line: 0, character: 0 });
      assert.ok(found);
      const message = `you are not authorized to perform operation (${name}) resource (*) has no permission`;
      return addStatement(found, message, context).notes.join('\n');
    };
    assert.match(notesOn('mps:DescribeUserInfo'), /The console opens a window.*QcloudMPSFullAccess/);
    assert.match(notesOn('mps:RequestFromSdk'), /calls through an SDK need RequestFromSdk besides/);
    assert.match(
      notesOn('cam:GetRole'),
      /no permission for cam:GetRole; the API still works\. The root account grants/,
    );
    assert.doesNotMatch(notesOn('mps:ProcessImage'), /root account/);
  });
});
