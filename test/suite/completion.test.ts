/** Every place of a policy offers what may stand there, and what is taken goes in whole. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, completions, cursor, labelOf, openUntitled, ready, takeCompletion } from './support.js';

interface Case {
  /** The text with the cursor. */
  readonly at: string;
  /** What must be among the suggestions; the first one is taken. */
  readonly offers: readonly string[];
  readonly lacks?: readonly string[];
  /** The text once it is taken, nothing being typed at its tab stops. */
  readonly gives: string | RegExp;
}

const statement = (members: string): string => `{"version":"2.0","statement":[{${members}}]}`;
const ofAction = (value: string): string => statement(`"effect":"allow","action":["${value}"],"resource":"*"`);
const ofResource = (action: string, value: string): string =>
  statement(`"effect":"allow","action":["${action}"],"resource":["${value}"]`);
const ofCondition = (value: string): string =>
  statement(`"effect":"allow","action":["cos:GetObject"],"resource":"*","condition":${value}`);

const places: Readonly<Record<string, Case>> = {
  'an empty file': {
    at: '|',
    offers: [
      'MPS: full access',
      'TRTC: rooms of one application',
      'COS: read one bucket',
      'Role trust policy: a service',
    ],
    gives: /^\{\s+"version": "2.0",\s+"statement": \[[^]*"mps:\*"[^]*\}\s*$/u,
  },
  'the elements of a policy': {
    at: '{"version":"2.0",|}',
    offers: ['statement', 'principal'],
    lacks: ['version'],
    gives: /^\{"version":"2.0","statement": \[\s*\{\s*\}\s*\]\}$/u,
  },
  'the elements of a statement': {
    at: statement('"effect":"allow","act|"'),
    offers: ['action'],
    lacks: ['effect'],
    gives: statement('"effect":"allow","action": [""]'),
  },
  effect: { at: statement('"effect":"|"'), offers: ['deny', 'allow'], gives: statement('"effect":"deny"') },
  version: { at: '{"version": |}', offers: ['2.0'], gives: '{"version": "2.0"}' },
  'the services of an action': { at: ofAction('cmqq|'), offers: ['cmqqueue'], gives: ofAction('cmqqueue:') },
  'the actions of a service': {
    at: ofAction('mps:PM|'),
    offers: ['ProcessMedia'],
    gives: ofAction('mps:ProcessMedia'),
  },
  'wildcards of actions': { at: ofAction('trtc:Desc|'), offers: ['Describe*'], gives: ofAction('trtc:Describe*') },
  'the resources that the actions take': {
    at: ofResource('trtc:RemoveUser', '|'),
    offers: ['sdkappid/${SdkAppId}', '*'],
    gives: /"resource":\["qcs::trtc::uin\/\w+:sdkappid\/\w+"\]/u,
  },
  'the service of a resource': {
    at: ofResource('cmqtopic:PublishMessage', 'qcs::|'),
    offers: ['cmqtopic', 'cmqqueue'],
    gives: ofResource('cmqtopic:PublishMessage', 'qcs::cmqtopic:'),
  },
  'the region of a resource': {
    at: ofResource('cmqtopic:PublishMessage', 'qcs::cmqtopic:b|'),
    offers: ['bj'],
    lacks: ['ap-beijing'],
    gives: ofResource('cmqtopic:PublishMessage', 'qcs::cmqtopic:bj:'),
  },
  'the account of a resource, used elsewhere': {
    at: `{"version":"2.0","statement":[{"effect":"deny","action":["trtc:*"],"resource":["qcs::trtc::uin/100000000077:sdkappid/1"]},{"effect":"allow","action":["trtc:*"],"resource":["qcs::trtc::|"]}]}`,
    offers: ['uin/100000000077'],
    gives: /"qcs::trtc::uin\/100000000077:"\]\}\]\}$/u,
  },
  'the path of a resource': {
    at: ofResource('cmqqueue:SendMessage', 'qcs::cmqqueue:gz:uin/1:|'),
    offers: ['queueName/uin/${CreateUin}/${QueueName}'],
    gives: /"qcs::cmqqueue:gz:uin\/1:queueName\/uin\/\w+\/\w+"/u,
  },
  'condition operators': {
    at: ofCondition('{"ip_e|"}'),
    offers: ['ip_equal'],
    gives: /"condition":\{"ip_equal": \{\s*\}\}/u,
  },
  'operators behind a qualifier': {
    at: ofCondition('{"for_any_value:string_e|": {}}'),
    offers: ['string_equal'],
    gives: ofCondition('{"for_any_value:string_equal": {}}'),
  },
  'condition keys': {
    at: ofCondition('{"ip_equal":{"|":[]}}'),
    offers: ['qcs:ip'],
    lacks: ['cos:prefix'],
    gives: ofCondition('{"ip_equal":{"qcs:ip":[]}}'),
  },
  'condition values': {
    at: ofCondition('{"bool_equal":{"cos:secure-transport":"|"}}'),
    offers: ['true', 'false'],
    gives: ofCondition('{"bool_equal":{"cos:secure-transport":"true"}}'),
  },
  'kinds of principals': {
    at: statement('"principal":{"|":[]},"effect":"allow","action":["name/sts:AssumeRole"]'),
    offers: ['service', 'qcs', 'federated'],
    gives: statement('"principal":{"service":[]},"effect":"allow","action":["name/sts:AssumeRole"]'),
  },
  principals: {
    at: statement('"principal":{"service":["cvm|"]},"effect":"allow","action":["name/sts:AssumeRole"]'),
    offers: ['cvm.qcloud.com'],
    gives: statement('"principal":{"service":["cvm.qcloud.com"]},"effect":"allow","action":["name/sts:AssumeRole"]'),
  },
};

describe('completion of', () => {
  before(ready);
  afterEach(closeAll);

  for (const [place, { at, offers, lacks = [], gives }] of Object.entries(places))
    it(place, async () => {
      const { text, offset } = cursor(at);
      const editor = await openUntitled(text);
      const { document } = editor;
      const position = document.positionAt(offset);
      const items = await completions(document, position);
      const labels = items.map(labelOf);
      for (const label of offers) assert.ok(labels.includes(label), `${label} is not one of ${labels.join(', ')}`);
      for (const label of lacks) assert.ok(!labels.includes(label), `${label} is offered`);
      const wanted = items.find((item) => labelOf(item) === offers[0]);
      assert.ok(wanted);
      editor.selection = new vscode.Selection(position, position);
      await takeCompletion(editor, wanted);
      if (typeof gives === 'string') assert.equal(document.getText(), gives);
      else assert.match(document.getText(), gives);
    });
});
