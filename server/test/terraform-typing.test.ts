/** Policies in Terraform while they are typed, letter by letter: in a heredoc and in HCL's own syntax, with and without what an editor closes by itself. */
import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { diagnose } from '../src/features/diagnostics.js';
import type { HostDocument } from '../src/features/document.js';
import { hover } from '../src/features/hover/index.js';
import { completionAt, completionContext, take } from './completing.js';
import { cursorIn } from './marks.js';
import { textOf } from './documents.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const context = { ...completionContext, catalogue: shippedCatalogue, language: shippedLanguage };

const head = 'resource "tencentcloud_cam_policy" "x" {\n  name = "x"\n  document = ';
const tail =
  '\n}\n\nresource "tencentcloud_cos_bucket" "b" {\n  bucket = "b-1250000000"\n  tags = { statement = "x" }\n}\n';

interface Form {
  readonly name: string;
  readonly before: string;
  readonly policy: string;
  readonly after: string;
  /** What an editor closes by itself, besides the brackets and quotes that are open. */
  readonly closing: string;
}

const forms: readonly Form[] = [
  {
    name: 'a heredoc',
    before: `${head}<<EOF\n`,
    policy: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DismissRoom"],
      "resource": ["qcs::trtc::uin/\${var.uin}:sdkappid/1400000000"],
      "condition": { "ip_equal": { "qcs:ip": ["10.0.0.0/8"] } }
    }
  ]
}`,
    after: `\nEOF${tail}`,
    closing: '',
  },
  {
    name: 'jsonencode',
    before: `${head}jsonencode(`,
    policy: `{
    version = "2.0"
    statement = [{
      effect = "allow"
      action = ["trtc:DismissRoom"]
      resource = ["qcs::trtc::uin/\${var.uin}:sdkappid/1400000000"]
      condition = { ip_equal = { "qcs:ip" = ["10.0.0.0/8"] } }
    }]
  }`,
    after: tail,
    closing: ')',
  },
];

/** What is on offer once so many letters of it are typed. */
const words: readonly (readonly [word: string, letters: number, taken: RegExp])[] = [
  ['version', 2, /^\s*"?version"?\s*[:=] "2\.0"/mu],
  ['statement', 2, /^\s*"?statement"?\s*[:=] \[/mu],
  ['effect', 1, /^\s*"?effect"?\s*[:=] "/mu],
  ['allow', 1, /effect"?\s*[:=] "allow"/u],
  ['action', 2, /^\s*"?action"?\s*[:=] \["/mu],
  ['trtc', 2, /"trtc:/u],
  ['DismissRoom', 3, /"trtc:DismissRoom"/u],
  ['resource', 2, /^\s*"?resource"?\s*[:=] /mu],
  ['condition', 2, /^\s*"?condition"?\s*[:=] \{/mu],
  ['ip_equal', 2, /ip_equal"?\s*[:=] \{/u],
  ['qcs:ip', 3, /"qcs:ip"\s*[:=] /u],
];

/** The brackets and quotes that an editor has closed by itself behind `text`. */
function closersOf(text: string): string {
  const open: string[] = [];
  for (const character of text.replaceAll(/\$\{[^}"]*\}?/gu, '')) {
    if (open.at(-1) === '"' && character !== '"') continue;
    if (character === open.at(-1)) open.pop();
    else if (character === '{') open.push('}');
    else if (character === '[') open.push(']');
    else if (character === '"') open.push('"');
  }
  return open.reverse().join('');
}

const inside = (document: HostDocument, from: number, to: number): void => {
  const text = textOf(document);
  for (const { range, code } of diagnose(document, context)) {
    const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
    assert.ok(from <= start && end <= to, `${code ?? ''} at ${text.getText(range)} of ${text.getText()}`);
  }
};

for (const { name, before, policy, after, closing } of forms)
  for (const closes of [true, false])
    describe(`a policy typed in ${name}, ${closes ? 'brackets closed by the editor' : 'nothing closed'}`, () => {
      const textAt = (typed: string): string => before + typed + (closes ? closersOf(typed) + closing : '') + after;

      for (const [word, letters, result] of words)
        it(`is offered ${word}, and takes it`, () => {
          const typed = policy.slice(0, policy.indexOf(word) + letters);
          const completion = completionAt(textAt(typed), before.length + typed.length, context, 'terraform');
          const { items, document } = completion;
          const item: CompletionItem | undefined = items.slice(0, 10).find(({ label }) => label === word);
          assert.ok(
            item,
            `${items
              .map(({ label }) => label)
              .slice(0, 10)
              .join()} in ${textOf(document).getText()}`,
          );
          const made = take(completion, item, 'insert');
          assert.match(made, result);
          assert.ok(made.startsWith(before) && made.endsWith(after), made);
        });

      it('has nothing said of what stands around it, and an answer at each letter', () => {
        for (let length = 0; length <= policy.length; length++) {
          const typed = policy.slice(0, length);
          const { document, offset } = completionAt(textAt(typed), before.length + length, context, 'terraform');
          inside(document, before.length - 1, before.length + typed.length + policy.length);
          const position = textOf(document).positionAt(offset);
          const found = document.policyAt(position);
          assert.ok(found, textOf(document).getText());
          hover(found, position, context);
        }
      });

      it('is explained while it is broken', () => {
        for (const word of ['version', 'effect', 'trtc:', 'DismissRoom', 'qcs::trtc', 'ip_equal', 'qcs:ip']) {
          const at = policy.indexOf(word);
          const typed = policy.slice(0, policy.indexOf('\n', at) < 0 ? undefined : policy.indexOf('\n', at));
          const { document } = completionAt(textAt(typed), before.length + at, context, 'terraform');
          const position = textOf(document).positionAt(before.length + at + 2);
          const found = document.policyAt(position);
          assert.ok(found && hover(found, position, context), `${word} in ${textAt(typed)}`);
        }
      });
    });

describe('a quote that is not closed yet', () => {
  for (const { name, before, policy, after, closing } of forms)
    it(`does not keep ${name} from completion, whatever follows`, () => {
      const whole = `${before}${policy.replace('["trtc:DismissRoom"]', '["trtc:Dis, "cos:GetObject"]')}${closing}${after}`;
      const offset = whole.indexOf('Dis,') + 3;
      const { items, document } = completionAt(whole, offset, context, 'terraform');
      assert.ok(
        items.some(({ label }) => label === 'DismissRoom'),
        whole,
      );
      inside(document, before.length - 1, whole.length - after.length);
    });
});

describe('an expression in a policy in Terraform', () => {
  const places = [
    ['resource', 'qcs::cvm::uin/${var.u|s}:instance/*', false],
    ['resource', 'qcs::cvm::uin/${var.us}|:instance/*', false],
    ['resource', '${var.u|s}', false],
    ['resource', 'qcs::cvm::uin/${var.us}:|', true],
    ['action', 'cos:${var.u|s}', false],
    ['action', 'cos:${var.us}|', false],
  ] as const;
  const written = (element: string, value: string): string =>
    `{ "version": "2.0", "statement": [{ "effect": "allow", ${element === 'action' ? '' : '"action": "cvm:*", '}"${element}": "${value}"${element === 'action' ? ', "resource": "*"' : ''} }] }`;
  const hosts = {
    'a heredoc': (policy: string) => `${head}<<EOF\n${policy}\nEOF${tail}`,
    jsonencode: (policy: string) => `${head}jsonencode(${policy.replaceAll('": ', '" = ')})${tail}`,
    'a string': (policy: string) => `${head}"${policy.replaceAll('"', '\\"')}"${tail}`,
  };
  for (const [name, host] of Object.entries(hosts))
    it(`in ${name} is not written over by a completion`, () => {
      for (const [element, value, offered] of places) {
        const { text, offset } = cursorIn(host(written(element, value.includes('|') ? value : `|${value}`)));
        const { list } = completionAt(text, offset, context, 'terraform');
        assert.equal((list?.items.length ?? 0) > 0, offered, value);
      }
    });
});
