import assert from 'node:assert/strict';
import { findingsOf } from '../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../test/shipped-catalogue.js';
import { applyEdits } from '../span.js';
import { fixAll, firstFix } from './fix-all.js';
import { maxRelated } from './limits.js';
import { messageOf, titleOf } from './wording.js';
import { readPolicy } from '../policy/read.js';
import { shippedLanguage } from '../../../test/shipped-catalogue.js';
import { rules } from './rules/index.js';

const action = (...actions: readonly string[]): string => `{"statement":[{"action":${JSON.stringify(actions)}}]}`;
const resource = (...resources: readonly string[]): string =>
  `{"statement":[{"action":"cvm:*","resource":${JSON.stringify(resources)}}]}`;
const statements = (...members: readonly string[]): string =>
  `{"statement":[${members.map((member) => `{${member}}`).join(',')}]}`;

/** Where the findings of a rule are: for each, the texts of all its places. */
const placesOf = (code: string, text: string): readonly (readonly string[])[] =>
  findingsOf(code, text, shippedCatalogue).map(({ span, parts = [{ span }] }) =>
    parts.map((part) => text.slice(part.span.start, part.span.end)),
  );

/** Rule, text, and the places of each finding. */
const together: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'region-form',
    resource('qcs::cvm:gz::instance/a', 'qcs::cvm:gz::instance/b', 'qcs::cvm:sh::instance/c'),
    [['gz', 'gz'], ['sh']],
  ],
  [
    'unknown-region',
    resource('qcs::cvm:ap-guangzho::instance/a', 'qcs::cvm:ap-guangzho::instance/b'),
    [['ap-guangzho', 'ap-guangzho']],
  ],
  [
    'invalid-account',
    resource('qcs::cvm::100000000001:instance/a', 'qcs::cvm::100000000001:instance/b', 'qcs::cvm::100000000002:*'),
    [['100000000001', '100000000001'], ['100000000002']],
  ],
  ['resource-project', resource('qcs:id/0:cvm:::instance/a', 'qcs:id/0:cvm:::instance/b'), [['id/0', 'id/0']]],
  [
    'placeholder',
    resource('qcs::cvm::uin/your_uin:instance/a', 'qcs::cvm::uin/your_uin:instance/b'),
    [['your_uin', 'your_uin']],
  ],
  // What stands for different things is left apart.
  [
    'placeholder',
    resource('qcs::cvm:::instance/ins-xxxx', 'qcs::cvm:::instance/ins-xxxx'),
    [['ins-xxxx'], ['ins-xxxx']],
  ],
  ['wildcard-position', resource('qcs::cvm:*::instance/a', 'qcs::cvm:*::instance/b'), [['*', '*']]],
  [
    'malformed-resource',
    resource('qcs::cvm:instance/a', 'qcs::cvm:instance/b'),
    [['"qcs::cvm:instance/a"'], ['"qcs::cvm:instance/b"']],
  ],
  ['unknown-service', action('nosuch:Get', 'nosuch:Put', 'other1:Get'), [['nosuch', 'nosuch'], ['other1']]],
  [
    'unknown-action',
    statements('"action":"mps:EditMedai"', '"action":["mps:EditMedai","mps:ProcesMedia"]'),
    [['EditMedai', 'EditMedai'], ['ProcesMedia']],
  ],
  ['action-case', action('MPS:EditMedia', 'MPS:ProcessMedia', 'mps:editmedia'), [['MPS', 'MPS'], ['editmedia']]],
  [
    'service-wide-write',
    statements(
      '"effect":"allow","action":["cvm:*","vpc:*"],"resource":"*"',
      '"effect":"allow","action":"mps:*","resource":"*"',
    ),
    [['"cvm:*"', '"vpc:*"', '"mps:*"']],
  ],
  [
    'wildcard-left-out',
    statements(
      '"effect":"allow","action":["tdmq:Describe*","trtc:*"],"resource":"qcs::trtc:::sdkappid/1"',
      '"effect":"deny","action":"trtc:*","resource":"qcs::trtc:::sdkappid/2"',
      '"effect":"allow","action":"cmqqueue:*","resource":"qcs::cmqqueue:::queueName/uin/1/a"',
    ),
    [['"tdmq:Describe*"', '"trtc:*"', '"cmqqueue:*"']],
  ],
  [
    'mixed-action-form',
    action('mps:EditMedia', 'mps:ProcessMedia', 'name/mps:A', 'mps:B', 'name/mps:C'),
    [['name/', 'name/']],
  ],
  [
    'unknown-element',
    statements('"actions":"a"', '"actions":"b"', '"resources":"*"'),
    [['"actions"', '"actions"'], ['"resources"']],
  ],
  [
    'invalid-effect',
    statements('"effect":"Allow"', '"effect":"Allow"', '"effect":"Deny"'),
    [['"Allow"', '"Allow"'], ['"Deny"']],
  ],
  [
    'unknown-condition-operator',
    statements('"condition":{"StringEquals":{}}', '"condition":{"StringEquals":{}}'),
    [['"StringEquals"', '"StringEquals"']],
  ],
  [
    'unknown-condition-key',
    statements('"condition":{"ip_equal":{"qcs:IP":""}}', '"condition":{"ip_equal":{"qcs:IP":""}}'),
    [['"qcs:IP"', '"qcs:IP"']],
  ],
  ['unknown-variable', resource('qcs::cvm:::instance/${no}', 'qcs::cvm:::instance/a${no}'), [['${no}', '${no}']]],
  [
    'json-syntax',
    "{'version': '2.0', // a\n// b\n'statement': []}",
    [
      ["'version'", "'2.0'", "'statement'"],
      ['// a', '// b'],
    ],
  ],
  ['json-syntax', '{"a": 1;\n"b": 2;\n"c": 3}', [[';', ';']]],
  // Slips are mended one by one.
  ['json-syntax', '{"a": [1,], "b": [2,]}', [[','], [',']]],
];

describe('one mistake made several times', () => {
  for (const [code, text, places] of together)
    it(`is one finding of ${code} in ${text}`, () => {
      assert.deepEqual(placesOf(code, text), places);
    });

  it('says how many places it has, and what is wrong at each of them, in both languages', () => {
    const text = resource('qcs::cvm:gz::instance/a', 'qcs::cvm:gz::instance/b', 'qcs::cvm:gz::instance/c');
    const [finding] = findingsOf('region-form', text, shippedCatalogue);
    const [suggestion] = finding?.suggestions ?? [];
    assert.ok(finding && suggestion);
    const said = '"gz" is the older name of this region. Documents now write "ap-guangzhou".';
    assert.equal(messageOf(rules, 'region-form', finding, 'en'), `${said} (3 places)`);
    assert.match(messageOf(rules, 'region-form', finding, 'zh'), /（共 3 处）$/u);
    assert.deepEqual(
      finding.related?.map((related) => messageOf(rules, 'region-form', related, 'en')),
      [said, said],
    );
    assert.equal(titleOf(rules, 'region-form', suggestion, 'en'), 'Change to ap-guangzhou (3 places)');
    assert.equal(titleOf(rules, 'region-form', suggestion, 'zh'), '改为 ap-guangzhou（共 3 处）');
    assert.equal(applyEdits(text, suggestion.edits()), text.replaceAll('gz', 'ap-guangzhou'));
  });

  it('says where its places are not all alike, and mends each in its way', () => {
    const text = statements('"effect":"allow","action":["cvm:*","mps:*"],"resource":"*"');
    const [finding] = findingsOf('service-wide-write', text, shippedCatalogue);
    const [suggestion] = finding?.suggestions ?? [];
    assert.ok(finding && suggestion);
    assert.match(messageOf(rules, 'service-wide-write', finding, 'en'), /^`cvm:\*` .+\. \(and 1 more\)$/u);
    assert.match(messageOf(rules, 'service-wide-write', finding, 'zh'), /^`cvm:\*` .+。（另有 1 处）$/u);
    const [related] = finding.related ?? [];
    assert.match(related ? messageOf(rules, 'service-wide-write', related, 'en') : '', /^`mps:\*` .+`mps:\w+`\.$/u);
    assert.match(
      titleOf(rules, 'service-wide-write', suggestion, 'en'),
      /^Allow reading only: cvm:.+ \(and 1 more\)$/u,
    );
    assert.match(applyEdits(text, suggestion.edits()), /"cvm:Describe\*".*"mps:Describe\*"/u);
  });

  it('counts its places where each of them reads alike, whatever stands there', () => {
    const text = `{ // 1\n"version": "2.0", // 2\n"statement": [] // 3\n}`;
    const [finding, ...others] = findingsOf('json-syntax', text, shippedCatalogue);
    assert.ok(finding?.fix);
    assert.deepEqual(others, []);
    const said = 'CAM takes strict JSON, which has no comments. (3 places)';
    assert.equal(messageOf(rules, 'json-syntax', finding, 'en'), said);
    assert.equal(titleOf(rules, 'json-syntax', finding.fix, 'en'), 'Remove it (3 places)');
    assert.equal(applyEdits(text, finding.fix.edits()), '{\n"version": "2.0",\n"statement": []\n}');
  });

  it('is mended where its places are in one list, in a single statement', () => {
    const first =
      '"effect":"allow","action":["cmqtopic:*","cvm:StartInstances","cmqqueue:*"],"resource":"qcs::cvm:::instance/a"';
    const text = statements(first, '"effect":"allow","action":"trtc:*","resource":"qcs::trtc:::sdkappid/1"');
    const [finding, ...others] = findingsOf('wildcard-left-out', text, shippedCatalogue);
    assert.ok(finding);
    assert.deepEqual(others, []);
    const [split] = finding.suggestions ?? [];
    const after = applyEdits(text, split?.edits() ?? []);
    assert.deepEqual(findingsOf('wildcard-left-out', after, shippedCatalogue), []);
    const { statement: all } = JSON.parse(after) as { statement: readonly { action: unknown; resource: string }[] };
    assert.deepEqual(
      all.map(({ action: list, resource: on }) => [on === '*', /cmqtopic.*cmqqueue/u.test(JSON.stringify(list))]),
      [
        [false, true],
        [true, true],
        [false, false],
        [true, false],
      ],
    );
    // Of those that a person has not accepted.
    const [, third] = finding.parts ?? [];
    const alone = third?.suggestions?.[0];
    assert.doesNotMatch(applyEdits(text, alone?.edits() ?? []), /"cmqtopic:(?!\*)/u);
  });

  it('of many places relates as many as a person reads, and mends all', () => {
    const count = 3 * maxRelated;
    const text = statements(...Array.from({ length: count }, () => '"effect":"Allow"'));
    const [finding, ...others] = findingsOf('invalid-effect', text);
    assert.deepEqual(others, []);
    assert.equal(finding?.related?.length, maxRelated);
    assert.equal(finding.parts?.length, count);
    assert.equal(applyEdits(text, finding.fix?.edits() ?? []), text.replaceAll('Allow', 'allow'));
  });

  it('is mended with the mistakes between its places', () => {
    const text = statements(
      ...Array.from({ length: 60 }, (_, index) => `"effect":"Allow","actions":["mps:EditMedai","MPS:A${index}"]`),
    );
    const options = { catalogue: shippedCatalogue, language: shippedLanguage, rules };
    const policy = readPolicy(text);
    const codes = ['invalid-effect', 'unknown-element', 'action-case', 'unknown-action'];
    const findings = codes.flatMap((code) => findingsOf(code, text, shippedCatalogue));
    const fixed = fixAll(policy, findings, options, firstFix).text;
    assert.ok(!/Allow|actions|Medai|MPS/u.test(fixed), fixed);
  });
});
