import assert from 'node:assert/strict';
import { documentOf, testContext, textOf } from '../../test/documents.js';
import { plainAbilities } from './abilities.js';
import { inlayHints, type InlayHintSettings } from './inlay-hints.js';

/** The text with `‹label›` where a hint stands. */
function hinted(text: string, settings: Partial<InlayHintSettings>, within = { start: 0, end: text.length }): string {
  const document = documentOf(text);
  const range = { start: textOf(document).positionAt(within.start), end: textOf(document).positionAt(within.end) };
  const all = { wildcards: false, regions: false, levels: false, ...settings };
  const hints = inlayHints(document, range, all, testContext);
  let result = text;
  for (const { position, label } of [...hints].reverse()) {
    const offset = textOf(document).offsetAt(position);
    result = `${result.slice(0, offset)}‹${typeof label === 'string' ? label : ''}›${result.slice(offset)}`;
  }
  return result;
}

const everything = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };

describe('inlay hints', () => {
  const wildcards =
    '{"statement":{"action":["mps:Describe*","mps:DescribeUser*","cvm:Nothing*","mps:EditMedia","none:*","*"]}}';

  it('count the actions behind a wildcard', () => {
    assert.equal(
      hinted(wildcards, { wildcards: true }),
      '{"statement":{"action":["mps:Describe*"‹→2›,"mps:DescribeUser*"‹→1›,"cvm:Nothing*"‹→0›,"mps:EditMedia","none:*","*"]}}',
    );
  });

  it('say how many actions behind a wildcard a statement on narrowed resources applies to', () => {
    const text = (action: string, resource: string): string =>
      `{"statement":{"effect":"allow","action":["${action}"],"resource":["${resource}"]}}`;
    const narrow = text('mps:*', 'qcs::mps::uin/1:a/b');
    const labels = (source: string): unknown =>
      inlayHints(documentOf(source), everything, { wildcards: true, regions: false, levels: false }, testContext).map(
        ({ label }) => label,
      );
    const [part] = labels(narrow) as string[];
    assert.match(part ?? '', /^→\d+ of \d+$/u);
    assert.match((labels(text('mps:*', '*')) as string[])[0] ?? '', /^→\d+$/u);
    assert.match((labels(text('mps:*', 'mps')) as string[])[0] ?? '', /^→\d+$/u);
  });

  it('say in their tooltip which, and where the list is not complete', () => {
    const [known, , open] = inlayHints(
      documentOf(wildcards),
      everything,
      { wildcards: true, regions: false, levels: false },
      testContext,
    );
    assert.deepEqual(known?.tooltip, {
      kind: 'markdown',
      value: '2 actions:\n\n`DescribeTaskDetail`, `DescribeUserInfo`',
    });
    assert.match(JSON.stringify(open?.tooltip), /has others/u);
  });

  it('say it in plain words to clients that read no Markdown', () => {
    const [hint] = inlayHints(
      documentOf(wildcards),
      everything,
      { wildcards: true, regions: false, levels: false },
      { ...testContext, abilities: plainAbilities },
    );
    assert.deepEqual(hint?.tooltip, { kind: 'plaintext', value: '2 actions:\n\nDescribeTaskDetail, DescribeUserInfo' });
  });

  it('name regions', () => {
    const text =
      '{"statement":{"resource":["qcs::cmqqueue:gz:uin/1:queueName/*","qcs::a:ap-beijing::*","qcs::a:x::*","qcs::a:::*"]}}';
    assert.equal(
      hinted(text, { regions: true }),
      '{"statement":{"resource":["qcs::cmqqueue:gz‹Guangzhou›:uin/1:queueName/*","qcs::a:ap-beijing‹Beijing›::*","qcs::a:x::*","qcs::a:::*"]}}',
    );
  });

  it('mark operation-level actions', () => {
    const text = '{"statement":{"action":["mps:ProcessImage","mps:CreateResource"]}}';
    assert.equal(
      hinted(text, { levels: true }),
      '{"statement":{"action":["mps:ProcessImage"‹needs *›,"mps:CreateResource"]}}',
    );
  });

  it('are made for what is seen only, and not at all where switched off', () => {
    const start = wildcards.indexOf('mps:EditMedia');
    assert.equal(hinted(wildcards, { wildcards: true }, { start, end: start + 3 }), wildcards);
    assert.equal(hinted(wildcards, {}), wildcards);
  });
});
