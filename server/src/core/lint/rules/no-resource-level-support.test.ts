import assert from 'node:assert/strict';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';
import { isFresh } from '../../knowledge/age.js';
import { operationLevelOf } from '../../knowledge/level.js';
import { readAction } from '../../policy/action.js';

const app = 'qcs::trtc::uin/1:sdkappid/1400000000';
const policy = (actions: string, resource: string, effect = 'allow'): string =>
  `{"statement":[{"effect":"${effect}","action":${actions},"resource":${resource}}]}`;

testRule('no-resource-level-support', {
  valid: [
    '{"statement":[{"effect":"allow","action":"trtc:CreateTrtcApp","resource":["qcs::trtc::uin/1:sdkappid/1"," * "]}]}',
    '{"statement":[{"effect":"allow","action":"trtc:CreateTrtcApp","resource":["qcs::cls"]}]}',
    policy('"trtc:CreateTrtcApp"', '"*"'),
    policy('["trtc:CreateTrtcApp"]', `["${app}","*"]`),
    policy('"trtc:DismissRoom"', `"${app}"`),
    // Not known to us is not wrong.
    policy('"trtc:DescribeTRTCMarketScaleData"', `"${app}"`),
    policy('"nosuch:Thing"', '"qcs::nosuch:::a/b"'),
    // What an old list says of the product as a whole.
    policy('"cam:GetRole"', '"qcs::cam::uin/1:roleName/r"'),
    policy('"cam:*"', '"qcs::cam::uin/1:roleName/r"'),
    // A wildcard that also stands for actions which can be restricted.
    policy('"trtc:*"', `"${app}"`),
    // What CAM makes of a last segment of "*" is not documented.
    policy('"trtc:CreateTrtcApp"', '"qcs::trtc:::*"'),
    policy('"trtc:CreateTrtcApp"', '"qcs:trtc:sdkappid/1"'),
    policy('"trtc:CreateTrtcApp"', '[]'),
    '{"statement":[{"action":"trtc:CreateTrtcApp"}]}',
  ],
  invalid: [
    // A malformed resource beside it changes nothing; one that is meant as `*` does.
    {
      text: '{"statement":[{"effect":"allow","action":«"trtc:CreateTrtcApp"»,"resource":["qcs::trtc::uin/1:sdkappid/1","qcs::cls"]}]}',
      messages: ['allow'],
    },
    {
      text: policy('«"trtc:CreateTrtcApp"»', `"${app}"`),
      messages: ['allow'],
      severity: 'error',
      says: 'The request carries no SdkAppId.',
      fixed: null,
      suggested: [policy('"trtc:CreateTrtcApp"', '"*"')],
    },
    {
      text: policy('[«"name/trtc:CreateTrtcApp"»]', `["${app}"]`, 'deny'),
      messages: ['deny'],
      severity: 'error',
      suggested: [policy('["name/trtc:CreateTrtcApp"]', '"*"', 'deny')],
    },
    // An old document, or one on the product as a whole: a warning.
    {
      text: policy('«"trtc:DescribeRecordStatistic"»', `"${app}"`),
      messages: ['allow'],
      severity: 'warning',
      says: '(As of 2022-06-10.)',
    },
    {
      text: policy('«"mps:ProcessMedia"»', '"qcs::mps::uin/1:vts/x"'),
      messages: ['allow'],
      severity: 'warning',
      says: 'product as a whole',
    },
    { text: policy('«"mps:Describe*"»', '"qcs::mps::uin/1:vts/x"'), messages: ['wildcard'], severity: 'warning' },
    // Mixed: the preferred fix splits, plain "*" comes second.
    {
      text: policy('["trtc:DismissRoom",«"trtc:CreateTrtcApp"»]', `"${app}"`),
      messages: ['allow'],
      suggested: [
        `{"statement":[{"effect":"allow","action":["trtc:DismissRoom"],"resource":"${app}"}, {"effect":"allow","action":["trtc:CreateTrtcApp"],"resource":"*"}]}`,
        policy('["trtc:DismissRoom","trtc:CreateTrtcApp"]', '"*"'),
      ],
    },
    {
      text: `{
  "statement": [
    {
      "sid": "one",
      "effect": "allow",
      "action": [
        «"trtc:CreateTrtcApp"»,
        "trtc:DismissRoom",
        «"trtc:DescribeRecordStatistic"»
      ],
      "resource": ["${app}"],
      "condition": { "ip_equal": { "qcs:ip": "10.0.0.0/8" } }
    }
  ]
}`,
      messages: ['allow'],
      suggested: [
        `{
  "statement": [
    {
      "sid": "one",
      "effect": "allow",
      "action": [
        "trtc:DismissRoom"
      ],
      "resource": ["${app}"],
      "condition": { "ip_equal": { "qcs:ip": "10.0.0.0/8" } }
    },
    {
      "effect": "allow",
      "action": [
        "trtc:CreateTrtcApp",
        "trtc:DescribeRecordStatistic"
      ],
      "resource": "*",
      "condition": { "ip_equal": { "qcs:ip": "10.0.0.0/8" } }
    }
  ]
}`,
        `{
  "statement": [
    {
      "sid": "one",
      "effect": "allow",
      "action": [
        "trtc:CreateTrtcApp",
        "trtc:DismissRoom",
        "trtc:DescribeRecordStatistic"
      ],
      "resource": "*",
      "condition": { "ip_equal": { "qcs:ip": "10.0.0.0/8" } }
    }
  ]
}`,
      ],
    },
    // A statement with a mistake in it is not copied: there would be two.
    {
      text: `{"statement":[{"effect":"allow","action":[«"trtc:CreateTrtcApp"»,"trtc:DismissRoom",],"resource":"${app}"}]}`,
      messages: ['allow'],
      suggested: [
        `{"statement":[{"effect":"allow","action":["trtc:CreateTrtcApp","trtc:DismissRoom",],"resource":"*"}]}`,
      ],
    },
    // A lone statement object becomes an array of two.
    {
      text: `{"statement":{"effect":"allow","action":[«"trtc:CreateTrtcApp"»,"trtc:DismissRoom"],"resource":"${app}"}}`,
      messages: ['allow'],
      suggested: [
        `{"statement":[{"effect":"allow","action":["trtc:DismissRoom"],"resource":"${app}"}, {"effect":"allow","action":["trtc:CreateTrtcApp"],"resource":"*"}]}`,
        `{"statement":{"effect":"allow","action":["trtc:CreateTrtcApp","trtc:DismissRoom"],"resource":"*"}}`,
      ],
    },
  ],
});

testRule('no-resource-level-support', {
  catalogue: shippedCatalogue,
  valid: [policy('"waf:DescribeDomains"', '"qcs::waf::uin/1:domain/d"')],
  invalid: [
    // A later page contradicts an earlier one.
    {
      text: policy('«"cfs:CreateCfsRule"»', '"qcs::cfs:ap-guangzhou:uin/1:filesystem/cfs-1"'),
      messages: ['allow'],
      severity: 'information',
    },
  ],
});

describe('no-resource-level-support on what lists of products say', () => {
  it('rests on no list older than two years', () => {
    for (const { service: id } of shippedCatalogue.summaries)
      for (const action of shippedCatalogue.service(id)?.actions() ?? []) {
        if (action.level?.scope !== 'product') continue;
        const found = operationLevelOf(shippedCatalogue, readAction(`${id}:${action.name}`));
        const sources = action.service.sources(action.level.sources);
        assert.ok(!found || sources.some((source) => isFresh(source, shippedCatalogue.date)), `${id}:${action.name}`);
      }
  });

  it('warns of these services only where a row names the action', () => {
    let silent = 0;
    for (const id of ['dsgc', 'cwp', 'waf', 'tem', 'ocr', 'faceid', 'ses', 'tag'])
      for (const { name, level } of shippedCatalogue.service(id)?.actions() ?? []) {
        const text = policy(JSON.stringify(`${id}:${name}`), `"qcs::${id}::uin/1:thing/1"`);
        const findings = findingsOf('no-resource-level-support', text, shippedCatalogue);
        if (findings.length === 0) silent++;
        else assert.ok(level?.scope === 'action' && !level.derived, `${id}:${name}`);
      }
    assert.ok(silent > 500, `${silent}`);
  });
});
