import assert from 'node:assert/strict';
import { applyEdits } from '../span.js';
import { hostEdits } from './host-edits.js';
import { hostSpan } from './embedded.js';
import { readMarkdown } from './markdown.js';

const policy = '{ "version": "2.0", "statement": [] }\n';
const texts = (markdown: string): readonly string[] => readMarkdown(markdown).map(({ text }) => text);

describe('policies in Markdown', () => {
  it('stand in fences for them, and in fences for JSON where they are plainly policies of CAM', () => {
    assert.deepEqual(texts('# A\n\n```cam-policy\n{}\n```\n'), ['{}\n']);
    assert.deepEqual(texts(`\`\`\`json\n${policy}\`\`\`\n~~~~json title="x"\n${policy}~~~~~\n`), [policy, policy]);
    assert.deepEqual(texts(`\`\`\`json\n// a\n\n# b\n${policy}\`\`\`\n`), [`// a\n\n# b\n${policy}`]);
    assert.deepEqual(texts('```json\n// {\n{ "version": "2.0" }\n```\n'), []);
    assert.deepEqual(texts('```json\n{ "version": "2.0" }\n```\n```js\n{ "statement": [] }\n```'), []);
    assert.deepEqual(texts('```json\n{ "Version": "2012-10-17", "Statement": [] }\n```'), []);
    assert.deepEqual(texts(policy), []);
  });

  it('reach to the end where a fence is not closed', () => {
    assert.deepEqual(texts('```cam-policy\n{'), ['{']);
    assert.deepEqual(texts('```cam-policy'), ['']);
  });

  it('have the indentation of their fence taken away, and get it back', () => {
    const markdown = '- a\n\n  ```cam-policy\n  {\n    "version": "2.0"\n  }\n  ```\n';
    const [embedded] = readMarkdown(markdown);
    assert.equal(embedded?.text, '{\n  "version": "2.0"\n}\n');
    const at = embedded.text.indexOf('\n}');
    const edits = hostEdits(embedded, [{ span: { start: at, end: at }, newText: ',\n  "statement": []' }]);
    assert.equal(applyEdits(markdown, edits), markdown.replace('2.0"', '2.0",\n    "statement": []'));
  });

  it('stand in Terraform in a fence', () => {
    const markdown = 'See:\n```hcl\nx = jsonencode({ version = "2.0", statement = [] })\n```\n';
    const [embedded] = readMarkdown(markdown);
    assert.deepEqual(JSON.parse(embedded?.text ?? ''), { version: '2.0', statement: [] });
    assert.ok(embedded);
    const start = embedded.text.indexOf('"statement"');
    const span = hostSpan(embedded, { start, end: start + '"statement"'.length });
    assert.equal(markdown.slice(span.start, span.end), 'statement');
  });

  const body = '{"version": "2.0",\n"statement": [\n\n]}\n';
  const inside = (first: string, further: string, fence = '```', language = 'json', ending = '\n'): string =>
    [
      `${first}${fence}${language}`,
      ...body
        .trimEnd()
        .split('\n')
        .map((line) => further + line),
      further + fence,
      '',
    ].join(ending);

  it('stand in quotations and entries of lists, in fences of any form', () => {
    for (const [first, further, ...fence] of [
      ['> ', '> '],
      ['>', '>'],
      ['> > ', '> > '],
      ['- ', '  '],
      ['10. ', '    '],
      ['- 1. ', '     '],
      ['\t', '\t'],
      ['-\t', '  '],
      ['> - ', '>   '],
      ['- > ', '  > '],
      ['  > ', '> '],
      ['', '', '~~~~', 'json title="`a`"'],
      ['', '', '```', 'json{1,3}'],
      ['', '', '```', 'json\ttitle'],
    ] as const) {
      const text = inside(first, further, ...fence);
      const [found, ...others] = readMarkdown(`Text\n\n${text}\nText`);
      assert.deepEqual(others, []);
      assert.equal(found?.text, body, JSON.stringify(text));
    }
    assert.equal(readMarkdown(inside('> ', '> ', '```', 'json', '\r\n'))[0]?.text, body.replaceAll('\n', '\r\n'));
  });

  it('end with their quotation', () => {
    const [found] = readMarkdown(`> \`\`\`cam-policy\n> {\n}\n`);
    assert.equal(found?.text, '{\n');
  });

  it('keep what their quotation puts before each line', () => {
    const host = inside('> - ', '>   ');
    const [found] = readMarkdown(host);
    assert.ok(found);
    const at = found.text.indexOf('"statement"');
    const edits = hostEdits(found, [{ span: { start: at, end: at }, newText: '"principal": {\n},\n' }]);
    const after = applyEdits(host, edits);
    assert.match(after, /\n> {3}"principal": \{\n> {3}\},\n> {3}"statement"/u);
    assert.equal(readMarkdown(after)[0]?.text, body.replace('"statement"', '"principal": {\n},\n"statement"'));
  });
});
