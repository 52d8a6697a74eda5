import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MarkupContent } from 'vscode-languageserver-types';
import { documentAt, documentOf, onlyPolicy, testContext } from '../../test/documents.js';
import { plainAbilities } from './abilities.js';
import { hover } from './hover/index.js';
import { blocks, bullets, cell, cellCode, code, codeBlock, link, plain, table } from './markdown.js';
import { markup, plainText } from './markup.js';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
/** Any text, and many that mean something in Markdown. */
const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'`*_[]()\\|<# -a1.:/') }));

describe('Markdown as words', () => {
  it('gives back what was escaped, put into code, linked or put into a table', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const [words, otherWords] = [oneLine(text), oneLine(other)];
        assert.equal(plainText(`a ${plain(text)}`), `a ${words}`);
        assert.equal(
          plainText(`${code(text)}${plain(other)}`),
          (isPadded(words) ? words.slice(1, -1) : words) + otherWords,
        );
        assert.equal(plainText(`**${code(`x${text}`)}** — ${plain(`x${other}`)}`), `x${words} — x${otherWords}`);
        assert.equal(plainText(link(text, 'https://example.com/a')), `${words} (https://example.com/a)`);
        const row = [plain('title'), cellCode(`x${text}`), cell(plain(`x${other}`))];
        assert.equal(
          plainText(table(['A', 'B', 'C'], [row])),
          `title: ${`x${words}`.trim()} — ${`x${otherWords}`.trim()}`,
        );
      }),
    );
  });

  /** Code that begins and ends with a blank beside a backtick is not told from code that needs the blanks. */
  const isPadded = (text: string): boolean => /^ (?:`.*|.*`) $/u.test(text);

  it('keeps blocks, bullets and what is in a block of code', () => {
    const markdown = blocks('*Source: a*', bullets([code('a*'), plain('b*')]), codeBlock('{\n  "a": "*_`"\n}'));
    assert.equal(plainText(markdown), 'Source: a\n\n- a*\n- b*\n\n{\n  "a": "*_`"\n}');
  });

  it('leaves out the head of a table and its empty cells', () => {
    assert.equal(
      plainText(
        table(
          ['A', 'B', 'C'],
          [
            ['a', '', 'c'],
            ['a', '', ''],
          ],
        ),
      ),
      'a: c\na',
    );
  });

  it('is what clients get that read no Markdown', () => {
    assert.deepEqual(markup('**a**', 'markdown'), { kind: 'markdown', value: '**a**' });
    assert.deepEqual(markup('**a**', 'plaintext'), { kind: 'plaintext', value: 'a' });
    const { policy, position } = documentAt('{"statement":{"action":"name/trtc:Dismiss|Room"}}');
    assert.deepEqual(hover(policy, position, { ...testContext, abilities: plainAbilities })?.contents, {
      kind: 'plaintext',
      value: [
        'trtc:DismissRoom — write, server API',
        'Closes a room and removes everyone in it.',
        'Real-Time Communication: can be restricted to resources.',
        'Resource formats:',
        '- qcs::trtc::uin/${uin}:sdkappid/${SdkAppId}',
        'Required parameters: SdkAppId number (names the resource), RoomId number',
        'Source: Manageable Resources and Actions, document 647/39549, 2026-01-16',
      ].join('\n\n'),
    });
  });

  it('has no notation left in any hover', () => {
    const text = `{"version":"2.0","statement":[{"effect":"allow","principal":{"qcs":["qcs::cam::uin/1:root"]},"action":["mps:*","trtc:CreateTrtcApp"],
      "resource":["*","qcs::cmqqueue:gz:uin/1:queueName/uin/2/x","qcs::cvm::uin/1:instance/\${uin}"],
      "condition":{"for_any_value:string_equal_if_exist":{"qcs:tag":["a&b"]},"ip_equal":{"qcs:ip":"10.0.0.0/8"}}}]}`;
    const document = documentOf(text);
    const policy = onlyPolicy(document);
    const seen = new Set<string>();
    for (let offset = 0; offset < text.length; offset++) {
      const found = hover(policy, policy.positionAt(offset), { ...testContext, abilities: plainAbilities });
      if (found) seen.add((found.contents as MarkupContent).value);
    }
    for (const each of seen) assert.doesNotMatch(each, /`|\*\*|\\|^\||\]\(/mu);
    assert.ok(seen.size > 20, String(seen.size));
    assert.ok([...seen].some((each) => each.includes('\nregion: gz — Guangzhou, also written ap-guangzhou\n')));
  });
});
