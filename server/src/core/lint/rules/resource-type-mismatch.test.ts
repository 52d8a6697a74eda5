import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';
import { shopCatalogue } from '../../../../test/shop-catalogue.js';

const of = (actions: string, resource: string, effect = 'allow'): string =>
  `{"statement":[{"effect":"${effect}","action":${actions},"resource":${resource}}]}`;

testRule('resource-type-mismatch', {
  catalogue: shopCatalogue,
  valid: [
    of('"shop:Pay"', '"qcs::shop:::cart/1"'),
    of('"shop:Pay"', '["qcs::shop:::item/1","qcs::shop:::cart/*"]'),
    of('"shop:Pay"', '["qcs::shop:::item/1","*"]'),
    of('"shop:Pay"', '"qcs::shop:::*"'),
    of('"shop:Open"', '"qcs::net:::subnet/1"'),
    // Nothing is said of wildcards, of actions without formats, and of what is derived.
    of('["shop:*","shop:Some","shop:Guess","shop:Nosuch","shop:List"]', '"qcs::shop:::item/1"'),
    // A form that no document shows, or another service, could be anything.
    of('"shop:Pay"', '"qcs::shop:::basket/1"'),
    of('"shop:Pay"', '["qcs::shop:::item/1","qcs::nosuch:::a/b"]'),
    of('"shop:Pay"', '["qcs::shop:::item/1","qcs::shop"]'),
    of('"shop:Pay"', '[]'),
    // Another service's resources are documented for its actions, the service is not known, or not known as a whole.
    of('"shop:*"', '"qcs::net:::gate/1"'),
    of('["shop:*","*"]', '["qcs::nosuch:::a/b"]'),
    of('"shop:*"', '["qcs::far:::a/1","qcs::shop:::item/1"]'),
    of('"shop:*"', '["qcs::far:::a/1","qcs::*:::a/1"]'),
    of('"net:*"', '"qcs::far:::a/1"'),
    of('"far:*"', '"qcs::shop:::item/1"'),
  ],
  invalid: [
    // A malformed resource of another service beside it changes nothing.
    {
      text: '{"statement":[{"effect":"allow","action":«"shop:Pay"»,"resource":["qcs::shop:::item/1","qcs::cls"]}]}',
      messages: ['allow'],
    },
    {
      text: of('[«"shop:Pay"»]', '"qcs::shop:::item/1"'),
      messages: ['allow'],
      severity: 'warning',
      says: 'qcs::shop:${region}:uin/${uin}:cart/${CartId}',
      fixed: null,
      suggested: [of('["shop:Pay"]', '["qcs::shop:::item/1","qcs::shop:::cart/*"]')],
    },
    // As narrow as what stands there: in the same region and account, and of the same id where it is of the same type.
    {
      text: of('«"shop:Pay"»', '"qcs::shop:gz:uin/1:item/1"'),
      messages: ['allow'],
      suggested: [of('"shop:Pay"', '["qcs::shop:gz:uin/1:item/1","qcs::shop:gz:uin/1:cart/*"]')],
    },
    {
      text: of('[«"shop:Pay"»,"shop:Open"]', '["qcs::net:::subnet/1"]', 'deny'),
      messages: ['deny'],
      suggested: [of('["shop:Pay","shop:Open"]', '["qcs::net:::subnet/1","qcs::shop:::cart/*"]', 'deny')],
    },
    {
      text: of('«"shop:Open"»', '["qcs::shop:::item/*","qcs::net:::gate/1"]'),
      messages: ['allow'],
      suggested: [
        of('"shop:Open"', '["qcs::shop:::item/*","qcs::net:::gate/1","qcs::shop:::cart/*"]'),
        of('"shop:Open"', '["qcs::shop:::item/*","qcs::net:::gate/1","qcs::net:::subnet/*"]'),
      ],
    },
    { text: of('[«"shop:*"»,«"shop:P*"»]', '["qcs::far:::a/1"]'), messages: ['elsewhere'], severity: 'warning' },
    // An older document of a service that we do not know as a whole.
    {
      text: of('«"net:Bind"»', '"qcs::net:::gate/1"'),
      messages: ['dated'],
      severity: 'information',
      says: '2021-03-04',
    },
  ],
});

const queue = 'qcs::cmqqueue:gz:uin/100000000001:queueName/uin/100000000001/orders';
const topic = 'qcs::cmqtopic:gz:uin/100000000001:topicName/uin/100000000001/news';

describe('resources of the other model of CMQ', () => {
  testRule('resource-type-mismatch', {
    catalogue: shippedCatalogue,
    valid: [
      of('["cmqtopic:PublishMessage","cmqqueue:SendMessage","cmqqueue:*"]', `["${queue}","${topic}"]`),
      of('"cmqtopic:PublishMessage"', '"*"'),
      of('"cmqtopic:PublishMessage"', '["qcs::cmqtopic:::*"]'),
      // The table of resource-level actions prints topics so: another rule speaks of the path.
      of('"cmqtopic:PublishMessage"', `"${topic.replace('cmqtopic', 'cmqqueue')}"`),
    ],
    invalid: [
      {
        text: of('«"cmqtopic:PublishMessage"»', `["${queue}"]`),
        messages: ['derived'],
        severity: 'information',
        says: 'topicName/uin/${CreateUin}/${TopicName}',
        fixed: null,
        suggested: [of('"cmqtopic:PublishMessage"', `["${queue}","qcs::cmqtopic:::topicName/uin/*"]`)],
      },
      { text: of('«"cmqqueue:DeleteMessage"»', `"${topic}"`, 'deny'), messages: ['derived'], severity: 'information' },
      { text: of('[«"cmqtopic:Subscribe"»,"cmqqueue:SendMessage"]', `"${queue}"`), messages: ['derived'] },
      // Documents give reason to think that it needs "*".
      { text: of('«"cmqqueue:ListQueueDetail"»', `["${topic}"]`), messages: ['derived'], suggested: [] },
      { text: of('«"cmqtopic:CreateTopic"»', `"${queue}"`), messages: ['allow'], severity: 'warning' },
      { text: of('«"cmqqueue:SendMessage"»', `"${topic}"`), messages: ['allow'], severity: 'warning' },
      { text: of('«"cmqtopic:*"»', `"${queue}"`), messages: ['elsewhere'], severity: 'warning' },
    ],
  });
});

describe('resources of the same type of another service', () => {
  const cluster = (service: string): string => `"qcs::${service}:gz:uin/1:cluster/cls-1a2b3c4d"`;
  testRule('resource-type-mismatch', {
    catalogue: shippedCatalogue,
    valid: [],
    invalid: [
      {
        text: of('«"tke:DeleteCluster"»', `[${cluster('ccs')}]`),
        messages: ['dated'],
        suggested: [of('"tke:DeleteCluster"', `[${cluster('ccs')},${cluster('tke')}]`)],
      },
    ],
  });
});
