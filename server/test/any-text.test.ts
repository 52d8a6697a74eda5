/** Any text at all: it is read, checked and answered for without an exception, and everything said of it lies inside it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { maxFindings } from '../src/core/lint/limits.js';
import { applyEdits, type Edit, type Span } from '../src/core/span.js';
import { readJson, type JsonNode } from '../src/core/syntax/json.js';
import { addStatement } from '../src/features/add-statement/index.js';
import { codeActions } from '../src/features/code-actions/index.js';
import { complete, resolveCompletion } from '../src/features/completion/index.js';
import { maxShown } from '../src/core/lint/limits.js';
import { diagnose } from '../src/features/diagnostics.js';
import { documentLinks } from '../src/features/document-links.js';
import { documentSymbols } from '../src/features/document-symbols.js';
import type { Context } from '../src/features/context.js';
import type { HostDocument } from '../src/features/document.js';
import { expandWildcards } from '../src/features/expand-wildcards.js';
import { foldingRanges } from '../src/features/folding.js';
import { formatDocument } from '../src/features/formatting.js';
import { highlights } from '../src/features/highlights.js';
import { hover } from '../src/features/hover/index.js';
import { inlayHints } from '../src/features/inlay-hints.js';
import { selectionRanges } from '../src/features/selection-ranges.js';
import { semanticTokens } from '../src/features/semantic-tokens/index.js';
import { compactPolicy, summarize } from '../src/features/summary.js';
import { anyText } from './arbitrary-policy.js';
import { documentOf as documentIn, onlyPolicy, testContext, textOf } from './documents.js';

const context: Context = {
  ...testContext,
  onFailure: (code, error) => {
    throw new Error(`${code}: ${String(error)}`);
  },
};

const documentOf = (text: string): HostDocument => documentIn(text, { context });

function assertInside({ start, end }: Span, length: number): void {
  assert.ok(0 <= start && start <= end && end <= length, `${start}–${end} of ${length}`);
}

/** A range whose ends are places of the text, in order. */
function assertPlaced(document: HostDocument, { start, end }: Range): void {
  const text = textOf(document);
  assert.deepEqual(text.positionAt(text.offsetAt(start)), start);
  assert.deepEqual(text.positionAt(text.offsetAt(end)), end);
  assert.ok(text.offsetAt(start) <= text.offsetAt(end));
}

function assertApplies(edits: readonly Edit[], text: string): void {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  sorted.forEach(({ span }, index) => {
    assertInside(span, text.length);
    const next = sorted[index + 1];
    if (next) assert.ok(span.end <= next.span.start, 'edits of one fix do not overlap');
  });
  readJson(applyEdits(text, edits));
}

/** Spans of all strings, numbers and words of a tree. */
function leavesOf(node: JsonNode): readonly Span[] {
  if (node.kind === 'array') return node.items.flatMap(leavesOf);
  if (node.kind === 'object')
    return node.properties.flatMap(({ key, value }) => [key, ...(value ? leavesOf(value) : [])]);
  return [node];
}

describe('any text', () => {
  it('of JSON is covered by its tree: outside the leaves there are brackets, commas, colons and white space', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const { root } = readJson(text);
        assert.ok(root);
        const rest = [...leavesOf(root)]
          .reverse()
          .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
        assert.match(rest, /^[{}[\],:\s]*$/u);
      }),
    );
  });

  it('is covered by its tree and its problems', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { root, problems } = readJson(text);
        const spans: readonly Span[] = [...(root ? [root] : []), ...problems];
        for (const span of spans) assertInside(span, text.length);
        for (let at = 0; at < text.length && problems.length < 200; at++)
          assert.ok(
            ' \t\r\n'.includes(text.charAt(at)) || spans.some(({ start, end }) => start <= at && at < end),
            `${JSON.stringify(text)} at ${at}`,
          );
      }),
    );
  });

  it('has findings inside it, not without end, whose fixes all apply', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = documentOf(text);
        const counts = new Map<string, number>();
        for (const { code, span, related = [], fix, suggestions = [] } of onlyPolicy(document).findings) {
          counts.set(code, (counts.get(code) ?? 0) + 1);
          for (const each of [span, ...related.map((other) => other.span)]) assertInside(each, text.length);
          for (const each of [...(fix ? [fix] : []), ...suggestions]) assertApplies(each.edits(), text);
        }
        for (const count of counts.values()) assert.ok(count <= maxFindings);
        const diagnostics = diagnose(document, context);
        assert.ok(diagnostics.length <= maxShown + 1);
        for (const { range, message } of diagnostics) {
          assertPlaced(document, range);
          assert.doesNotMatch(JSON.stringify(message), /undefined|\[object/u);
        }
      }),
    );
  });

  it('is answered for at every place', () => {
    const place = fc.record({
      line: fc.oneof(fc.nat(20), fc.nat(2 ** 31)),
      character: fc.oneof(fc.nat(60), fc.nat(2 ** 31)),
    });
    fc.assert(
      fc.property(anyText, fc.array(fc.oneof(fc.nat(2000), place), { minLength: 4, maxLength: 8 }), (text, places) => {
        const document = documentOf(text);
        const policy = onlyPolicy(document);
        for (const each of places) {
          const position = typeof each === 'number' ? textOf(document).positionAt(each % (text.length + 1)) : each;
          const list = complete(policy, position, context);
          const [first] = list?.items ?? [];
          if (first) resolveCompletion(first, context);
          const explained = hover(policy, position, context);
          if (explained?.range) assertPlaced(document, explained.range);
          for (const { range } of highlights(document, position)) assertPlaced(document, range);
          const range = { start: position, end: position };
          codeActions(
            document,
            range,
            { diagnostics: [] },
            { ...context, commands: new Set(), resolvesEdits: false, versionsEdits: false },
          );
          for (const { range: selected } of selectionRanges(document, [position])) assertPlaced(document, selected);
        }
      }),
    );
  });

  it('is answered for as a whole', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = documentOf(text);
        for (const { range, selectionRange } of documentSymbols(document, context)) {
          assertPlaced(document, range);
          assertPlaced(document, selectionRange);
        }
        const { line: last } = textOf(document).positionAt(text.length);
        for (const { startLine, endLine } of foldingRanges(document))
          assert.ok(0 <= startLine && startLine <= endLine && endLine <= last);
        for (const { range } of documentLinks(document, context)) assertPlaced(document, range);
        for (const { range } of formatDocument(document, undefined, { tabSize: 2, insertSpaces: true }))
          assertPlaced(document, range);
        const whole = onlyPolicy(document).rangeOf({ start: 0, end: text.length });
        const policy = onlyPolicy(document);
        semanticTokens(document, undefined, context);
        inlayHints(document, whole, { wildcards: true, regions: true, levels: true }, context);
        compactPolicy(policy, context);
        summarize(policy, context);
        expandWildcards(policy, context);
        addStatement(policy, text, context);
      }),
    );
  });
});
