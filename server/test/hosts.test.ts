/** Features on a host that holds two policies: one whose text stands as it is, one indented and escaped. See `marked-host.ts`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, Range, SelectionRange, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../src/core/span.js';
import { addStatement } from '../src/features/add-statement/index.js';
import { codeActions, resolveCodeAction, type CodeActionContext } from '../src/features/code-actions/index.js';
import { fixAllKind, organizeKind } from '../src/features/code-actions/kinds.js';
import { diagnose } from '../src/features/diagnostics.js';
import type { HostDocument, PolicyDocument } from '../src/features/document.js';
import { documentLinks } from '../src/features/document-links.js';
import { documentSymbols } from '../src/features/document-symbols.js';
import { expandWildcards } from '../src/features/expand-wildcards.js';
import { foldingRanges } from '../src/features/folding.js';
import { formatDocument, formatOnType } from '../src/features/formatting.js';
import { highlights } from '../src/features/highlights.js';
import { hover } from '../src/features/hover/index.js';
import { inlayHints } from '../src/features/inlay-hints.js';
import { mentionAtPosition, references } from '../src/features/mentions.js';
import { rename } from '../src/features/rename.js';
import { selectionRanges } from '../src/features/selection-ranges.js';
import { semanticTokens } from '../src/features/semantic-tokens/index.js';
import { semanticTokensLegend } from '../src/features/semantic-tokens/token-types.js';
import { compactPolicy } from '../src/features/summary.js';
import { workspaceFacts } from '../src/features/workspace-facts.js';
import { policyText } from './arbitrary-policy.js';
import { completes, completionContext, fullAbilities, type Expected } from './completing.js';
import { documentAt, documentOf, edited, testContext, textIn, textOf } from './documents.js';
import { blockOf } from './marked-host.js';

const options = { language: 'marked', uri: 'file:///a.marked', context: completionContext };
const context: CodeActionContext = {
  ...completionContext,
  commands: new Set(),
  resolvesEdits: false,
  versionsEdits: false,
};

/** A host with both policies; what stands around them would be full of findings if it were read. */
const hostOf = (first: string, second: string): string =>
  `{"effect":"Allow", "action":"mps:*"}\n${blockOf(first)}\n{"effect":"Allow"}\n${blockOf(second, 4)}\n{"effect":"Allow"}\n`;
const host = (first: string, second = first): HostDocument => documentOf(hostOf(first, second), options);

const policy = (effect: string, action = '["mps:EditMedia"]'): string =>
  `{\n  "version": "2.0",\n  "statement": [\n    { "effect": "${effect}", "action": ${action}, "resource": "*" }\n  ]\n}`;

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const textsIn = (document: HostDocument, found: readonly { readonly range: Range }[]): readonly string[] =>
  found.map(({ range }) => textIn(document, range));
const after = (document: HostDocument, edit: WorkspaceEdit | undefined): string =>
  edited(document, edit?.changes?.[document.uri] ?? []);

/** The policy of a host of two. */
function policyIn(document: HostDocument, index: 0 | 1): PolicyDocument {
  assert.equal(document.policies.length, 2);
  const found = document.policies[index];
  assert.ok(found);
  return found;
}

describe('two policies in a host', () => {
  it('are each diagnosed at their own places, and nothing else is', () => {
    const document = host(policy('Allow'), policy('permit'));
    const found = diagnose(document, context).filter(({ code }) => code === 'invalid-effect');
    assert.deepEqual(textsIn(document, found), ['"Allow"', '%qpermit%q']);
  });

  it('have the findings that they have alone', () => {
    fc.assert(
      fc.property(policyText, policyText, (first, second) => {
        const own = [first, second].map((text) => text.replaceAll('\r', ''));
        const document = documentOf(hostOf(own[0] ?? '', own[1] ?? ''), options);
        const spansOf = ({ policies }: HostDocument) =>
          policies.map(({ findings }) => findings.map(({ code, span }) => ({ code, span })));
        assert.deepEqual(
          spansOf(document),
          own.flatMap((text) => spansOf(documentOf(text, { context }))),
        );
        for (const each of document.policies)
          for (const { span } of each.findings)
            assert.deepEqual(
              { start: each.offsetAt(each.rangeOf(span).start), end: each.offsetAt(each.rangeOf(span).end) },
              { start: span.start, end: span.end },
            );
      }),
    );
  });

  it('are fixed in their own writing, both by one action', () => {
    const document = host(policy('Allow'));
    const [fix] = codeActions(document, everything, { only: [fixAllKind], diagnostics: [] }, context);
    assert.equal(after(document, fix?.edit), hostOf(policy('allow'), policy('allow')));
  });

  it('are left by all safe fixes as they would be alone', () => {
    fc.assert(
      fc.property(policyText, policyText, (first, second) => {
        const own = [first, second].map((text) => text.replaceAll('\r', ''));
        const fixed = (document: HostDocument): HostDocument => {
          const [fix] = codeActions(document, everything, { only: [fixAllKind], diagnostics: [] }, context);
          return documentOf(after(document, fix?.edit), { ...options, language: textOf(document).languageId });
        };
        const textsOf = ({ policies }: HostDocument) => policies.map((each) => each.policy.tree.text);
        assert.deepEqual(
          textsOf(fixed(documentOf(hostOf(own[0] ?? '', own[1] ?? ''), options))),
          own.flatMap((text) => textsOf(fixed(documentOf(text, { context })))),
        );
      }),
    );
  });

  it('offer the fixes of what the cursor is on, and those of its kind in both', () => {
    const { document, position } = documentAt(hostOf(policy('Allow'), policy('Al|low')), options);
    const range = { start: position, end: position };
    const actions = codeActions(document, range, { only: ['quickfix'], diagnostics: [] }, context);
    const textAfter = (title: RegExp): string => after(document, actions.find((each) => title.test(each.title))?.edit);
    assert.equal(textAfter(/^Change to/u), hostOf(policy('Allow'), policy('allow')));
    assert.equal(textAfter(/^Fix all 2 /u), hostOf(policy('allow'), policy('allow')));
  });

  it('have edits that are asked for later', () => {
    const { document, position } = documentAt(hostOf(policy('Allow'), policy('Al|low')), options);
    const later = { ...context, resolvesEdits: true };
    const range = { start: position, end: position };
    const [action] = codeActions(document, range, { only: ['quickfix'], diagnostics: [] }, later);
    const resolved = action && resolveCodeAction(action, document, later);
    assert.equal(after(document, resolved?.edit), hostOf(policy('Allow'), policy('allow')));
  });

  it('are refactored and organised in their own writing', () => {
    const wildcard = policy('allow', '["mps:Describe|*"]');
    const { document, position } = documentAt(hostOf(policy('allow', '["mps:*"]'), wildcard), options);
    const range = { start: position, end: position };
    const expand = codeActions(document, range, { only: ['refactor.inline'], diagnostics: [] }, context)[0];
    const names = '["mps:DescribeTaskDetail", "mps:DescribeUserInfo"]';
    assert.equal(after(document, expand?.edit), hostOf(policy('allow', '["mps:*"]'), policy('allow', names)));
    const mixed = host(policy('allow', '["trtc:*", "cvm:*"]'));
    const [organize] = codeActions(mixed, everything, { only: [organizeKind], diagnostics: [] }, context);
    const sorted = policy('allow', '["cvm:*", "trtc:*"]');
    assert.equal(after(mixed, organize?.edit), hostOf(sorted, sorted));
  });

  it('are offered nothing outside of them', () => {
    const document = host(policy('Allow'));
    const outside = { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } };
    assert.equal(document.policyAt(outside.start), undefined);
    assert.deepEqual(codeActions(document, outside, { diagnostics: [] }, context), []);
    assert.deepEqual(highlights(document, outside.start), []);
    assert.deepEqual(selectionRanges(document, [outside.start]), [{ range: outside }]);
  });

  it('are explained where the cursor is', () => {
    for (const [first, second, about] of [
      ['["mps:Edit|Media"]', '[]', 'mps:EditMedia'],
      ['[]', '["mps:Edit|Media"]', 'mps:EditMedia'],
    ] as const) {
      const marked = hostOf(policy('allow', first), policy('allow', second));
      const { document, policy: at, position } = documentAt(marked, options);
      const found = hover(at, position, context);
      assert.ok(found?.range);
      assert.equal(textIn(document, found.range), about);
    }
  });

  it('are completed where the cursor is', () => {
    const completesIn = (first: string, second: string, expected: Expected, abilities = fullAbilities): void =>
      completes(hostOf(first, second), expected, { ...completionContext, abilities }, 'marked');
    const [done, open] = [policy('allow', '["mps:EditMedia"]'), policy('allow', '["mps:Edit|"]')];
    completesIn(open, done, { first: 'EditMedia', result: hostOf(done, done) });
    completesIn(done, open, { first: 'EditMedia', result: hostOf(done, done) });
    // What is kept from list to list is not taken from one host to another.
    const [some, all] = [policy('allow', '["mps:|"]'), policy('allow', '["mps:*"]')];
    completesIn(some, done, { offers: ['*'], result: hostOf(all, done) });
    completesIn(done, some, { offers: ['*'], result: hostOf(done, all) });
    // The quote that is typed already is the host's, and clients filter by it.
    completesIn('{}', '{\n  "vers|\n}', { first: 'version', result: hostOf('{}', '{\n  "version": "2.0"\n}') });
    const trust = '{\n  "statement": [\n    { "principal": |, "action": "sts:AssumeRole" }\n  ]\n}';
    completesIn('{}', trust, {
      offers: ['service'],
      result: hostOf('{}', trust.replace('|', '{ "service": [""] }')),
    });
    // A client that does not indent new lines gets them with the indentation of the host.
    const lines = { ...fullAbilities, adjustsIndentation: false };
    completesIn('{}', '|', { offers: ['Allow or deny one action'], result: hostOf('{}', whole) }, lines);
  });

  const whole = [
    '{',
    '  "version": "2.0",',
    '  "statement": [',
    '    {',
    '      "effect": "allow",',
    '      "action": ["cvm:DescribeInstances"],',
    '      "resource": "*"',
    '    }',
    '  ]',
    '}',
  ].join('\n');

  it('have the outline of each, the first one before the second', () => {
    const document = host(policy('allow'), policy('deny'));
    const symbols = documentSymbols(document, context);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['version', 'allow mps:EditMedia on *', 'version', 'deny mps:EditMedia on *'],
    );
    const visit = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      assert.ok(textIn(document, range).includes(textIn(document, selectionRange)));
      children.forEach(visit);
    };
    symbols.forEach(visit);
    assert.equal(textIn(document, symbols[3]?.range ?? everything), policyLine('deny'));
  });

  /** The statement as the second block has it. */
  const policyLine = (effect: string): string =>
    `{ %qeffect%q: %q${effect}%q, %qaction%q: [%qmps:EditMedia%q], %qresource%q: %q%s%q }`;

  it('have the tokens of both, relative to each other', () => {
    const document = host(policy('allow', '["mps:EditMedia"]'), policy('allow', '["trtc:*"]'));
    const lines = textOf(document).getText().split('\n');
    const shown = (range: Range | undefined): readonly string[] => {
      const data = semanticTokens(document, range, context);
      let [line, character] = [0, 0];
      return Array.from({ length: data.length / 5 }, (_, index) => {
        const [down = 0, right = 0, length = 0, type = 0] = data.slice(5 * index, 5 * index + 4);
        [line, character] = [line + down, down === 0 ? character + right : right];
        return `${semanticTokensLegend.tokenTypes[type] ?? ''}:${lines[line]?.slice(character, character + length) ?? ''}`;
      });
    };
    const first = ['namespace:mps', 'function:EditMedia', 'operator:*'];
    const second = ['namespace:trtc', 'operator:%s', 'operator:%s'];
    assert.deepEqual(shown(undefined), [...first, ...second]);
    assert.deepEqual(shown(document.policies[1]?.rangeOf({ start: 0, end: 1000 })), second);
  });

  it('have hints behind their wildcards', () => {
    const document = host(policy('allow', '["mps:Describe*"]'), policy('allow', '["mps:DescribeUser*"]'));
    const settings = { wildcards: true, regions: false, levels: false };
    const before = (range: Range): readonly string[] =>
      inlayHints(document, range, settings, context).map(({ position, label }) => {
        const start = { ...position, character: position.character - 6 };
        return `${textIn(document, { start, end: position })} ${typeof label === 'string' ? label : ''}`;
      });
    assert.deepEqual(before(everything), ['ribe*" →2', 'er%s%q →1']);
    const first = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(before(first), []);
  });

  it('fold, grow and format by themselves', () => {
    const document = host(policy('allow'));
    const [one, two] = foldingRanges(document).map(({ startLine, endLine }) => endLine - startLine);
    assert.deepEqual([one, two], [4, 1]);
    assert.equal(foldingRanges(document).length, 4);
    const texts: string[] = [];
    const { document: marked, position } = documentAt(hostOf('{}', policy('allow', '["mps:Edit|Media"]')), options);
    for (let each: SelectionRange | undefined = selectionRanges(marked, [position])[0]; each; each = each.parent)
      texts.push(textIn(marked, each.range));
    assert.deepEqual(texts.slice(0, 3), ['EditMedia', 'mps:EditMedia', '%qmps:EditMedia%q']);
    assert.equal(texts.at(-1)?.endsWith('    }'), true);
    const flat = host('{"version":"2.0"}');
    const edits = formatDocument(flat, undefined, { tabSize: 2, insertSpaces: true });
    assert.equal(edited(flat, edits), hostOf('{\n  "version": "2.0"\n}', '{\n  "version": "2.0"\n}'));
    const closed = documentAt(hostOf('{"a":1}', '{"a":1}|'), options);
    const typed = formatOnType(closed.policy, closed.position, { tabSize: 2, insertSpaces: true });
    assert.equal(edited(closed.document, typed), hostOf('{"a":1}', '{\n  "a": 1\n}'));
  });

  it('mean the same together: highlights, references, rename', () => {
    const text = (id: string): string =>
      `{\n  "statement": { "action": "trtc:*", "resource": "qcs::trtc::uin/${id}:sdkappid/1" }\n}`;
    const { document, policy: at, position } = documentAt(hostOf(text('1|00'), text('100')), options);
    assert.deepEqual(textsIn(document, highlights(document, position)), ['100', '100']);
    const target = mentionAtPosition(at, position);
    assert.ok(target?.kind === 'account');
    const files = [workspaceFacts(document, 'en')];
    assert.deepEqual(textsIn(document, references(target, files)), ['100', '100']);
    assert.equal(after(document, rename(target, '200', files)), hostOf(text('200'), text('200')));
    assert.deepEqual(
      files[0]?.names.map(({ name }) => name),
      [
        'null trtc:* on qcs::trtc::uin/100:sdkappid/1',
        'null trtc:* on qcs::trtc::uin/100:sdkappid/1',
        'trtc:*',
        'qcs::trtc::uin/100:sdkappid/1',
      ].map((name) => name.replace('null', '?')),
    );
  });

  it('have links on their actions', () => {
    const document = host(policy('allow', '["mps:EditMedia"]'));
    for (const { range } of documentLinks(document, context)) assert.equal(textIn(document, range), 'mps:EditMedia');
  });

  it('take the commands one by one', () => {
    const document = host(policy('allow', '["trtc:*"]'), policy('allow', '["mps:Describe*"]'));
    const second = policyIn(document, 1);
    assert.match(compactPolicy(second, context).text ?? '', /"mps:Describe\*"/u);
    const expanded = expandWildcards(second, context).text;
    assert.ok(expanded.includes(blockOf(policy('allow', '["trtc:*"]'))), expanded);
    assert.match(expanded, /^ {10}%qmps:DescribeUserInfo%q/mu);
    const message = 'you are not authorized to perform operation (mps:EditMedia)\nresource (*) has no permission';
    const { edit } = addStatement(second, message, testContext);
    assert.equal(
      after(document, edit),
      hostOf(policy('allow', '["trtc:*"]'), policy('allow', '["mps:Describe*", "mps:EditMedia"]')),
    );
  });

  it('get a statement of several lines in the layout of their host', () => {
    const none = '{\n  "statement": [\n  ]\n}';
    const document = host(none);
    const message = 'you are not authorized to perform operation (mps:EditMedia)\nresource (*) has no permission';
    const changed = (edit: readonly TextEdit[]): readonly string[] =>
      documentOf(edited(document, edit), options).policies.map((each) => each.policy.tree.text);
    const alone = documentOf(none);
    const [own] = alone.policies;
    assert.ok(own);
    const expected = edited(alone, addStatement(own, message, testContext).edit?.changes?.[alone.uri] ?? []);
    assert.ok(expected.includes('\n      "effect"'), expected);
    const { edit } = addStatement(policyIn(document, 1), message, testContext);
    assert.deepEqual(changed(edit?.changes?.[document.uri] ?? []), [none, expected]);
  });

  it('are what edits of their own text make of them', () => {
    const document = host(policy('allow'));
    const second = policyIn(document, 1);
    const start = second.policy.tree.text.indexOf('"effect"');
    const edits = [{ span: { start, end: start }, newText: '"sid": "a%b",\n      ' }];
    assert.equal(
      edited(document, second.textEdits(edits)),
      hostOf(policy('allow'), applyEdits(policy('allow'), edits)),
    );
  });
});
