/** Terraform and Markdown with anything in them: every feature answers, and what it says and changes is of the policies only. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { codeLenses } from '../src/features/access/lenses.js';
import { codeActions } from '../src/features/code-actions/index.js';
import { fixAllKind } from '../src/features/code-actions/kinds.js';
import { complete } from '../src/features/completion/index.js';
import { diagnose } from '../src/features/diagnostics.js';
import type { HostDocument } from '../src/features/document.js';
import { formatDocument } from '../src/features/formatting.js';
import { hover } from '../src/features/hover/index.js';
import { inlayHints } from '../src/features/inlay-hints.js';
import { completionContext } from './completing.js';
import { cutTexts } from './cut-texts.js';
import { documentOf, textOf } from './documents.js';
import { runs } from './sampling.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const context = {
  ...completionContext,
  catalogue: shippedCatalogue,
  language: shippedLanguage,
  commands: new Set<string>(),
  resolvesEdits: false,
  versionsEdits: false,
  onFailure: (code: string, error: unknown) => {
    throw new Error(`${code}: ${String(error)}`);
  },
};

const folder = path.resolve('server/test/terraform');
const terraform = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
const markdown = terraform.map((text) => `# A policy\n\n\`\`\`hcl\n${text}\`\`\`\n\nText.\n`);

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** Where the policies of a document stand in it. */
const spansOf = (document: HostDocument) => document.policies.map(({ embedded }) => embedded.span);

function assertOfPolicies(document: HostDocument, ranges: readonly Range[], what: string): void {
  const text = textOf(document);
  for (const { start, end } of ranges) {
    const [from, to] = [text.offsetAt(start), text.offsetAt(end)];
    assert.ok(
      spansOf(document).some((span) => span.start <= from && to <= span.end),
      `${what}: ${text.getText({ start, end })} in ${text.getText()}`,
    );
  }
}

/** Asks a document whatever an editor asks. */
function askAll(text: string, at: number, language: string): void {
  const document = documentOf(text, { context, language, uri: `file:///a.${language}` });
  const position = textOf(document).positionAt(Math.min(at, text.length));
  assertOfPolicies(
    document,
    diagnose(document, context).map(({ range }) => range),
    'diagnostics',
  );
  const all = inlayHints(document, everything, { wildcards: true, regions: true, levels: true }, context);
  assertOfPolicies(
    document,
    all.map(({ position: start }) => ({ start, end: start })),
    'inlay hints',
  );
  assertOfPolicies(
    document,
    codeLenses(document, context, undefined).map(({ range }) => range),
    'code lenses',
  );
  const changes = [fixAllKind, undefined].flatMap((kind) =>
    codeActions(
      document,
      kind === undefined ? { start: position, end: position } : everything,
      { ...(kind === undefined ? {} : { only: [kind] }), diagnostics: [] },
      context,
    ),
  );
  for (const { edit } of changes)
    assertOfPolicies(
      document,
      (edit?.changes?.[document.uri] ?? []).map(({ range }) => range),
      'edits',
    );
  if (language === 'terraform')
    assert.deepEqual(formatDocument(document, everything, { tabSize: 2, insertSpaces: true }), []);
  const policy = document.policyAt(position);
  if (!policy) return;
  const explained = hover(policy, position, context);
  if (explained?.range) assertOfPolicies(document, [explained.range], 'hover');
  complete(policy, position, context);
}

describe('any text of Terraform or Markdown', () => {
  for (const [language, texts] of [
    ['terraform', terraform],
    ['markdown', markdown],
  ] as const)
    it(`is answered for, and only its policies are reported and changed: ${language}`, () => {
      fc.assert(
        fc.property(cutTexts(texts, 60, 3), ([text, at]) => {
          askAll(text, at, language);
        }),
        runs(300),
      );
    });
});
