/** What CAM does not take leaves answers open: nobody can know what it means. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import type { Unknown } from '../policy/model.js';
import { can } from './can.js';
import { compare } from './compare.js';
import type { Difference } from './comparison.js';
import { explain } from './explain/explain.js';
import type { Decision } from './question.js';
import { decisionInWords } from './words/decision-words.js';
import { linesAsText, restInWords } from './words/explanation-words.js';
import { voiceOf } from './words/voice.js';

const facts = { catalogue, language };
const everything = '{"effect":"allow","action":"*","resource":"*"}';
const policy = (...statements: readonly string[]): string => `{"version":"2.0","statement":[${statements.join()}]}`;

function ask(text: string, action = 'cos:GetObject', unknown?: Unknown): Decision {
  return can(
    {
      policies: [readPolicy(text, unknown)],
      action,
      resource: 'qcs::cos:ap-guangzhou:uid/1250000001:b-1250000001/a',
      context: { 'qcs:ip': '8.8.8.8' },
    },
    facts,
  );
}

/** The answer, and why it is open and what it would be else. */
function told(decision: Decision): string {
  if (decision.is !== 'undecided') return decision.is;
  const because = decision.because.map((doubt) => ('why' in doubt ? `${doubt.why} ${doubt.opaque}`.trim() : '?'));
  return `${because.join()}, else ${decision.otherwise.is}`;
}

describe('what of a policy is unclear', () => {
  it('leaves open what a statement says that has a member which CAM does not have', () => {
    const conditions = '"conditions":{"ip_equal":{"qcs:ip":"10.0.0.0/8"}}';
    const allow = policy(`{"effect":"allow","action":"cos:*","resource":"*",${conditions}}`);
    assert.equal(told(ask(allow)), `element ${conditions}, else not-allowed`);
    assert.equal(told(ask(allow, 'cvm:StopInstances')), 'not-allowed');
    const deny = policy(everything, `{"effect":"deny","action":"cos:*","resource":"*",${conditions}}`);
    assert.equal(told(ask(deny)), `element ${conditions}, else allowed`);
    assert.equal(told(ask(deny, 'cvm:StopInstances')), 'allowed');
    assert.equal(told(ask(policy('{"effect":"deny","action":"*","resource":"*"}', everything))), 'denied');
    const both = policy(
      `{"effect":"allow","action":"cos:*","resource":"*",${conditions}}`,
      `{"effect":"deny","action":"cos:Get*","resource":"*",${conditions}}`,
    );
    assert.equal(told(ask(both)), `element ${conditions}, else not-allowed`);
  });

  it('takes such a member for more of what it is named like', () => {
    const not = '"not_action":"cos:*"';
    assert.equal(
      told(ask(policy(everything, `{"effect":"deny",${not},"resource":"*"}`), 'cvm:StopInstances')),
      `element ${not}, else allowed`,
    );
    assert.equal(
      told(ask(policy(`{"effect":"allow","action":"cvm:*",${not},"resource":"*"}`))),
      `element ${not}, else not-allowed`,
    );
    const resources = '"resources":"*"';
    const elsewhere = '"resource":"qcs::cos:::other/*"';
    assert.equal(
      told(ask(policy(`{"effect":"allow","action":"cos:*",${elsewhere},${resources}}`))),
      `element ${resources}, else not-allowed`,
    );
    assert.equal(told(ask(policy(`{"effect":"allow","action":"cos:*",${elsewhere},"foo":1}`))), 'not-allowed');
  });

  it('leaves names of statements alone', () => {
    assert.equal(told(ask(policy('{"sid":"a","id":"b","effect":"allow","action":"*","resource":"*"}'))), 'allowed');
    assert.equal(told(ask(`{"id":"x","version":"2.0","statement":[${everything}]}`)), 'allowed');
  });

  it('leaves open which of two members with one name counts', () => {
    const text = policy('{"effect":"deny","action":"*","resource":"*","effect":"allow"}');
    assert.equal(told(ask(text)), 'twice "effect":"allow", else not-allowed');
    const resources = policy('{"effect":"allow","action":"*","resource":"qcs::cos:::x/*","Resource":"*"}');
    assert.equal(told(ask(resources)), 'twice "Resource":"*", else not-allowed');
    const statements = `{"version":"2.0","statement":[],"statement":[${everything}]}`;
    assert.equal(told(ask(statements)), `twice "statement":[${everything}], else not-allowed`);
    assert.equal(told(ask(policy('{"effect":"allow","action":"*","resource":"*","resource" : "*"}'))), 'allowed');
  });

  it('leaves open what a value says that CAM does not take, and no more', () => {
    for (const [lists, odd] of [
      ['"action":["cvm:*",["cos:GetObject"]],"resource":"*"', '["cos:GetObject"]'],
      ['"action":["cvm:*","cos GetObject"],"resource":"*"', '"cos GetObject"'],
      ['"action":"*","resource":["qcs::cvm:::instance/*",7]', '7'],
      ['"action":"*","resource":{"a":"*"}', '{"a":"*"}'],
    ] as const)
      assert.equal(told(ask(policy(everything, `{"effect":"deny",${lists}}`))), `refused ${odd}, else allowed`);
    const half = policy(everything, '{"effect":"deny","action":["cvm:*","cos GetObject"],"resource":"*"}');
    assert.equal(told(ask(half, 'cvm:StopInstances')), 'denied');
    assert.equal(
      told(ask(policy('{"effect":"permit","action":"*","resource":"*"}'))),
      'refused "permit", else not-allowed',
    );
    assert.equal(told(ask(policy(everything, '"deny"'))), 'refused "deny", else allowed');
    // What is still to be written says nothing.
    assert.equal(told(ask(policy(everything, '{"effect":"","action":[""],"resource":"*"}', '{}'))), 'allowed');
  });

  it('says nothing for certain of a text that cannot be read in full', () => {
    const whole = policy(everything, '{"effect":"deny","action":"cos:*","resource":"*"}');
    for (const text of [
      whole.slice(0, -40),
      `${whole}${whole}`,
      policy(everything, `{"effect":"deny","action":"*","resource":["qcs::cos:::${'x'.repeat(7000)}","*"]}`),
    ])
      assert.equal(told(ask(text)), 'text, else not-allowed');
    assert.equal(told(ask(`// why\n${policy(`${everything},`)}`)), 'allowed');
    assert.equal(told(ask(policy(everything), 'cos:GetObject', 'parts')), 'host, else not-allowed');
    const marked = policy(everything, '{"effect":"deny","action":"cos:\uE000","resource":"*"}');
    assert.equal(told(ask(marked, 'cos:GetObject', 'values')), 'host "cos:\uE000", else allowed');
  });

  it('is kept from one text to another only as it stands', () => {
    const is = ({ is }: Difference): string => is;
    const both = (before: string, after: string): string => {
      const { gained, lost } = compare(
        { before: { policies: [readPolicy(before)] }, after: { policies: [readPolicy(after)] } },
        facts,
      );
      return `${is(gained)} ${is(lost)}`;
    };
    const odd = '{"effect":"allow","action":"cos:*","resource":"*","conditions":{}}';
    const plain = '{"effect":"allow","action":"cos:*","resource":"*"}';
    assert.equal(both(policy(odd), policy(odd.replaceAll('":', '" : '))), 'none none');
    assert.equal(both(policy(odd), policy(odd.replace('cos', 'cvm'))), 'undecided undecided');
    assert.equal(both(policy(plain), policy(odd)), 'none undecided');
    assert.equal(both(policy(everything), policy(everything, '["deny"]')), 'none undecided');
  });

  it('costs no more than the text is long, and is told in bounds', () => {
    const many = (count: number, text: string): string => Array<string>(count).fill(text).join();
    const values = `"condition":{"string_equal":{"a":[${many(60_000, '"x"')}]}}`;
    const start = performance.now();
    for (const text of [
      policy(many(200_000, '1')),
      policy(`{"effect":"allow","action":"*","resource":"*",${values},${many(30_000, '"condition":1')}}`),
      policy(many(8_000, '{"effect":"allow","action":["cos:*",1],"resource":"*","x":1}')),
    ]) {
      assert.equal(ask(text).is, 'undecided');
      assert.ok(restInWords(explain(readPolicy(text), facts), voiceOf('en')).every(({ below }) => below.length < 20));
    }
    assert.ok(performance.now() - start < 20_000);
  });

  it('is told', () => {
    const text = policy('{"effect":"allow","action":"*","resource":"*","conditions":{}}');
    const decision = ask(text);
    const say = (locale: 'en' | 'zh'): readonly string[] => {
      const question = { policies: [readPolicy(text)], action: '', resource: '*' };
      const told = { question, language, nameOf: () => undefined, voice: voiceOf(locale) };
      return decisionInWords(decision, told).below.map((line) => line.text);
    };
    assert.equal(say('en')[0], 'CAM has no such element, so what is said with it is not known: "conditions":{}');
    assert.equal(say('zh')[0], 'CAM 没有此元素，无法得知其含义："conditions":{}');
    const explained = explain(readPolicy(text), facts);
    assert.match(
      linesAsText(restInWords(explained, voiceOf('en'))),
      /^Not certain\n {2}Statement 1: CAM has no such element, so what is said with it is not known: "conditions":\{\}\n/u,
    );
    assert.deepEqual(
      explained.services.flatMap(({ grants }) => grants.map(({ unreadCondition }) => unreadCondition)),
      [true],
    );
    const taken = explain(
      readPolicy(policy(everything, '{"effect":"deny","action":"*","resource":"*","conditions":{}}')),
      facts,
    );
    assert.deepEqual(taken.idle, []);
    assert.deepEqual([taken.services.length, taken.gone.length], [1, 0]);
  });
});
