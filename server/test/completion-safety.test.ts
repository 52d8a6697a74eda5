/** Whatever is taken, wherever: the text has no more mistakes in its JSON than before. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from '../src/core/syntax/json.js';
import { plainAbilities } from '../src/features/abilities.js';
import type { Context } from '../src/features/context.js';
import { completes, completionAt, completionContext, take } from './completing.js';
import { documentOf } from './documents.js';
import { asMuchAs } from './sampling.js';
import { shippedCatalogue } from './shipped-catalogue.js';

const mistakesIn = (text: string, language: string): number =>
  documentOf(text, { language }).policies.reduce(
    (sum, { embedded }) => sum + readJson(embedded.text).problems.length,
    0,
  );

/** Takes every item at `offset`; of a long list the first, the last and some between. */
function takeAll(text: string, offset: number, context: Context = completionContext, language = 'cam-policy'): number {
  const completion = completionAt(text, offset, context, language);
  const before = mistakesIn(text, language);
  const items = completion.list?.items ?? [];
  const step = Math.max(1, Math.floor(items.length / 6));
  const taken = items.filter((_, index) => index % step === 0 || index === items.length - 1);
  for (const item of taken) {
    const inserted = take(completion, item, 'insert');
    const replaced = take(completion, item, 'replace');
    for (const [mode, after] of [
      ['insert', inserted] as const,
      ...(replaced === inserted ? [] : [['replace', replaced] as const]),
    ]) {
      assert.ok(
        mistakesIn(after, language) <= before,
        `${item.label} (${mode}) at ${text.slice(0, offset)}|${text.slice(offset)}\ngives ${after}`,
      );
    }
  }
  return taken.length;
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.cam.json'))
        .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    : [];

const examples = [...filesIn('examples/good'), ...filesIn('examples/bad')];
const oneLine = JSON.stringify({
  version: '2.0',
  principal: { qcs: ['qcs::cam::uin/1:root'] },
  statement: [
    {
      effect: 'allow',
      action: ['name/cos:GetObject', 'mps:*'],
      resource: ['qcs::cos:ap-guangzhou:uid/1:b-1/*', 'qcs::trtc::uin/1:sdkappid/${uin}'],
      condition: {
        'for_any_value:string_equal_if_exist': { 'qcs:resource_tag': ['a&b'] },
        ip_equal: { 'qcs:ip': 'x' },
      },
    },
    {},
  ],
});

/** Keys that are there already, alone and beside others, with every kind of value and none. */
const small: readonly string[] = [
  '',
  '{}',
  '[]',
  '{"statement":[{"effect":"allow","action":"*","resource":"*"}]}',
  '{"statement":[]}',
  '{ "st": [] }',
  '{"version":"2.0"}',
  '{\n  "version": "2.0"\n}',
  '{"principal":{}}',
  '{"version"}',
  '{"version":}',
  '{vers}',
  '{"statement":[{"effect":"allow"}]}',
  '{"statement":[{"action":["cos:GetObject"]}]}',
  '{"statement":[{"eff":"deny"},{"resource":{}}]}',
  '{"statement":[{"condition":{"ip_equal":{"qcs:ip":["10.0.0.1"]}}}]}',
  '{"statement":{"effect":"allow"}}',
  '{"statement":[{"principal":"*"}]}',
  '{"statement":[{"principal":{"qcs":[]}}]}',
];

const inJson = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": [
        "cmqqueue:SendMessage",
        "mps:*"
      ],
      "resource": ["qcs::trtc::uin/1:sdkappid/1"]
    }
  ]
}`;
const inHcl = `{
    version = "2.0"
    statement = [{
      effect = "allow"
      action = [ # what it may do
        "cmqqueue:SendMessage", # send
        "mps:*" /* all */
      ]
      resource = ["qcs::trtc::uin/1:sdkappid/1"] // one
    }]
  }`;

/** The same policy in all that holds policies. */
const hosts = [
  { language: 'terraform', text: `resource "x" "y" {\n  document = jsonencode(${inHcl})\n}\n` },
  {
    language: 'terraform',
    text: `resource "x" "y" {\n  document = <<-EOF\n    ${inJson.replaceAll('\n', '\n    ')}\n  EOF\n}\n`,
  },
  { language: 'markdown', text: `> - \`\`\`json\n${inJson.replace(/^/gmu, '>   ')}\n>   \`\`\`\n` },
];

/** Every so many offsets are tried; `COMPLETION_STEP=1` tries them all. */
const step = Number(process.env['COMPLETION_STEP'] ?? '0');

/** `call` for offsets of the texts, one after the other, `apart` from each other where time does not matter. */
function sample(texts: readonly string[], apart: number, call: (text: string, offset: number) => void): void {
  let next = 0;
  for (const text of texts) {
    for (; next <= text.length; next += step || apart * asMuchAs(1, 8)) call(text, next);
    next -= text.length + 1;
  }
}

describe('taking a completion', function () {
  if (step) this.timeout(0);

  it('never breaks an example', () => {
    let taken = 0;
    sample([...examples, oneLine, oneLine.replaceAll('"', "'")], 19, (text, offset) => {
      taken += takeAll(text, offset);
    });
    assert.ok(taken > asMuchAs(200, 20), `only ${taken} items were taken`);
  });

  it('never breaks a small policy, wherever the cursor is', () => {
    for (const text of small) for (let offset = 0; offset <= text.length; offset++) takeAll(text, offset);
  });

  it('never breaks a policy that ends at the cursor', () => {
    sample([oneLine, oneLine.replaceAll(',', ',\r\n\t')], 5, (text, offset) => takeAll(text.slice(0, offset), offset));
  });

  it('never breaks a policy that lacks a character', () => {
    sample([oneLine], 3, (text, gone) => takeAll(text.slice(0, gone) + text.slice(gone + 1), gone));
  });

  it('never breaks a policy for a client that knows nothing', () => {
    const plain = { ...completionContext, abilities: plainAbilities };
    sample([oneLine], 7, (text, offset) => {
      takeAll(text, offset, plain);
      takeAll(text.slice(0, offset), offset, plain);
    });
  });

  for (const { language, text } of hosts)
    it(`never breaks a policy in ${language}, be the line finished or not: ${text.slice(0, 40)}`, () => {
      let taken = 0;
      sample([text], 1, (_, offset) => {
        const lineEnd = text.indexOf('\n', offset);
        const rest = lineEnd < 0 ? '' : text.slice(lineEnd);
        taken += takeAll(text, offset, completionContext, language);
        taken += takeAll(text.slice(0, offset) + rest, offset, completionContext, language);
      });
      assert.ok(taken > asMuchAs(200, 20), `only ${taken} items were taken`);
    });

  it('indents new lines behind the mark of a quotation, which no client takes for indentation', () => {
    completes(
      '> ```json\n> {\n>   "version": "2.0",\n>   "statement": [\n>     |\n>   ]\n> }\n> ```\n',
      {
        first: 'Statement that allows',
        result:
          '> ```json\n> {\n>   "version": "2.0",\n>   "statement": [\n>     {\n>       "effect": "allow",\n>       "action": [""],\n>       "resource": [""]\n>     }\n>   ]\n> }\n> ```\n',
      },
      completionContext,
      'markdown',
    );
  });

  it('never breaks a policy of the corpus', function () {
    const corpus = filesIn('../shared/corpus');
    if (corpus.length === 0) this.skip();
    const context = { ...completionContext, catalogue: shippedCatalogue };
    sample(corpus, 1999, (text, offset) => takeAll(text, offset, context));
  });
});
