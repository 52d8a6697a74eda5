/** What people type, and what they then want: first in the list, or among the first three. On the shipped catalogue. */
import assert from 'node:assert/strict';
import type { Context } from '../src/features/context.js';
import { completionAt, completionContext } from './completing.js';
import { cursorIn } from './marks.js';
import { shippedCatalogue } from './shipped-catalogue.js';

const context = { ...completionContext, catalogue: shippedCatalogue };
const statement = (members: string): string => `{"version":"2.0","statement":[{${members}}]}`;
const ofAction = (typed: string): string => statement(`"effect":"allow","action":["${typed}|"],"resource":"*"`);
const ofResource = (actions: string, typed: string): string =>
  statement(`"effect":"allow","action":["${actions}"],"resource":["${typed}|"]`);
const ofCondition = (action: string, text: string): string =>
  statement(`"effect":"allow","action":"${action}","resource":"*","condition":${text}`);

const first: readonly (readonly [marked: string, wanted: string])[] = [
  ['{"|"}', 'version'],
  ['{"v|"}', 'version'],
  [statement('"|"'), 'effect'],
  ['{"version":"2.0","s|"}', 'statement'],
  [statement('"e|"'), 'effect'],
  [statement('"effect":"allow","a|"'), 'action'],
  [statement('"effect":"allow","res|"'), 'resource'],
  [statement('"effect":"allow","c|"'), 'condition'],
  [statement('"effect":"a|"'), 'allow'],
  [statement('"effect":"d|"'), 'deny'],
  [ofAction('mps'), 'mps'],
  [ofAction('trtc'), 'trtc'],
  [ofAction('cmqq'), 'cmqqueue'],
  [ofAction('cmqt'), 'cmqtopic'],
  [ofAction('cvm'), 'cvm'],
  [ofAction('cos'), 'cos'],
  [ofAction('cam'), 'cam'],
  [ofAction('name/vpc'), 'vpc'],
  [ofAction('mps:ProcessM'), 'ProcessMedia'],
  [ofAction('mps:PM'), 'ProcessMedia'],
  [ofAction('mps:Req'), 'RequestFromSdk'],
  [ofAction('mps:DescribeUser'), 'DescribeUserInfo'],
  [ofAction(''), 'cos'],
  [ofAction('mps:Proc'), 'ProcessMedia'],
  [ofAction('cos:Put'), 'PutObject'],
  [ofAction('cos:put'), 'PutObject'],
  [ofAction('PutObj'), 'cos:PutObject'],
  [ofAction('GetRol'), 'cam:GetRole'],
  [ofAction('RunInst'), 'cvm:RunInstances'],
  [ofAction('trtc:room'), 'DescribeRoomInfo'],
  [ofAction('对象存储'), 'cos'],
  [statement('"action":[mp|'), 'mps'],
  [ofAction('mps:*'), '*'],
  [ofAction('trtc:Dis'), 'DismissRoom'],
  [ofAction('trtc:RU'), 'RemoveUser'],
  [ofAction('trtc:RemoveUserB'), 'RemoveUserByStrRoomId'],
  [ofAction('cmqqueue:Send'), 'SendMessage'],
  [ofAction('cmqqueue:BRM'), 'BatchReceiveMessage'],
  [ofAction('cmqtopic:Pub'), 'PublishMessage'],
  [ofAction('cam:GetR'), 'GetRole'],
  [ofAction('cam:Pass'), 'PassRole'],
  [ofAction('cvm:RunI'), 'RunInstances'],
  [ofAction('cos:GetObj'), 'GetObject'],
  [ofResource('trtc:DismissRoom', ''), 'sdkappid/${SdkAppId}'],
  [ofResource('trtc:DismissRoom', 'qcs::'), 'trtc'],
  [ofResource('trtc:DismissRoom', 'qcs::trtc::uin/1:'), 'sdkappid/${SdkAppId}'],
  [ofResource('mps:ProcessMedia', ''), '*'],
  [ofResource('cvm:TerminateInstances', 'qcs::cvm:ap-gua'), 'ap-guangzhou'],
  [ofResource('cmqqueue:CreateQueue', 'qcs::cmqqueue:b'), 'bj'],
  [statement('"principal":{"s|"}'), 'service'],
  [statement('"principal":{"service":["cvm|"]}'), 'cvm.cloud.tencent.com'],
  [ofCondition('cvm:*', '{"ip|"}'), 'ip_equal'],
  [ofCondition('cvm:*', '{"date_l|"}'), 'date_less_than'],
  [ofCondition('cvm:*', '{"string_equal_if|"}'), 'string_equal_if_exist'],
  [ofCondition('cvm:*', '{"for_any_value:string_e|"}'), 'string_equal'],
  [ofCondition('cvm:*', '{"ip_equal":{"|"}}'), 'qcs:ip'],
  [ofCondition('cos:GetObject', '{"bool_equal":{"|"}}'), 'cos:secure-transport'],
  [ofCondition('cvm:*', '{"date_less_than":{"|"}}'), 'qcs:current_time'],
  [ofCondition('cvm:*', '{"bool_equal":{"cos:secure-transport":"t|"}}'), 'true'],
];

const amongThree: readonly (readonly [marked: string, wanted: string])[] = [
  [ofAction('cos:upload'), 'Multipart upload'],
  [ofAction('trtc:ro'), 'DescribeRoomInfo'],
  [ofAction('DescribeDBInstances'), 'cdb:DescribeDBInstances'],
  [ofAction('createroom'), 'lcic:CreateRoom'],
  [ofAction('lcic:DescribeRoom","StartRoom'), 'lcic:StartRoom'],
  [ofAction('cos:uploads'), 'PutObject'],
  [ofAction('object'), 'cos:PutObject'],
  [ofAction('Cloud Obj'), 'cos'],
  [ofAction('tdm'), 'tdmq'],
  [ofAction('mps:Describe'), 'Describe*'],
  [ofAction('trtc:Des'), 'Describe*'],
  [ofAction('name/cos:PutB'), 'PutBucket'],
  [statement('"action":["mps:Pr|"],"resource":"qcs::mps::uin/1:project/1"'), 'ProcessImage'],
  [ofAction('mps:ProcMed'), 'ProcessMedia'],
  [ofAction('cvm:SI'), 'StartInstances'],
  [ofAction('sts:Assume'), 'AssumeRole'],
  [ofAction('cos:PutO'), 'PutObject'],
  [ofCondition('cvm:*', '{"for_any_value:string_equal":{"|"}}'), 'qcs:resource_tag'],
  ['mps|', 'MPS: full access'],
];

/** Chinese words are searched from their first character. */
const chinese: readonly (readonly [marked: string, wanted: string])[] = [
  [ofAction('上'), 'cos:PutObject'],
  [ofAction('对象存'), 'cos'],
  [ofAction('cos:上'), 'PutObject'],
  [ofAction('cos:上传'), 'PutObject'],
  [ofAction('cvm:重启'), 'RebootInstances'],
  [ofAction('trtc:RemoveUser","解散'), 'trtc:DismissRoom'],
];

const labelsAt = (marked: string, own: Context = context): readonly string[] => {
  const { text, offset } = cursorIn(marked);
  return completionAt(text, offset, own).items.map(({ label }) => label);
};

describe('the order of completions', () => {
  it('puts what destroys behind what reads where both are found by their object', () => {
    const labels = labelsAt(ofAction('trtc:room'));
    assert.ok(labels.indexOf('DismissRoom') > labels.indexOf('DescribeTrtcRoomUsage'), labels.join(', '));
  });

  it('is asked for again until three letters say what is searched, and for each letter of a bare name', () => {
    const isIncomplete = (marked: string): boolean | undefined => {
      const { text, offset } = cursorIn(marked);
      return completionAt(text, offset, context).list?.isIncomplete;
    };
    for (const typed of ['', 'R', 'Ru', 'RunInst', 'trtc:', 'trtc:ro'])
      assert.equal(isIncomplete(ofAction(typed)), true, typed);
    for (const typed of ['trtc:roo', 'trtc:*', '云服务器']) assert.equal(isIncomplete(ofAction(typed)), false, typed);
  });

  for (const [marked, wanted] of first)
    it(`puts ${wanted} first in ${marked}`, () => {
      assert.equal(labelsAt(marked)[0], wanted, labelsAt(marked).slice(0, 5).join(', '));
    });
  for (const [marked, wanted] of chinese)
    it(`puts ${wanted} among the first three in ${marked} for those who read Chinese`, () => {
      const labels = labelsAt(marked, { ...context, locale: 'zh' }).slice(0, 3);
      assert.ok(labels.includes(wanted), labels.join(', '));
    });
  for (const [marked, wanted] of amongThree)
    it(`puts ${wanted} among the first three in ${marked}`, () => {
      const labels = labelsAt(marked).slice(0, 3);
      assert.ok(labels.includes(wanted), labels.join(', '));
    });
});
