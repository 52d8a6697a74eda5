/** Strings made to keep a reader busy cost no more than their length, wherever they stand. */
import assert from 'node:assert/strict';
import type { Position as Place } from 'vscode-languageserver-types';
import { codeActions } from '../src/features/code-actions/index.js';
import { complete } from '../src/features/completion/index.js';
import { diagnose } from '../src/features/diagnostics.js';
import type { HostDocument } from '../src/features/document.js';
import { highlights } from '../src/features/highlights.js';
import { hover } from '../src/features/hover/index.js';
import { semanticTokens } from '../src/features/semantic-tokens/index.js';
import { documentOf, onlyPolicy, testContext, textOf } from './documents.js';
import { kinds, manyStrings, oneString, positions, type Position } from './long-strings.js';
import { sampleOf } from './sampling.js';

const client = { ...testContext, commands: new Set<string>(), resolvesEdits: false, versionsEdits: false };

/** What an editor asks about a document and a place in it: read, lint, hover, completion, fix-all, refactorings and colours. */
function askEverything(document: HostDocument, place: Place): void {
  const policy = onlyPolicy(document);
  diagnose(document, testContext);
  hover(policy, place, testContext);
  complete(policy, place, testContext);
  highlights(document, place);
  semanticTokens(document, undefined, testContext);
  const range = { start: place, end: place };
  for (const only of [undefined, ['source']]) codeActions(document, range, { only, diagnostics: [] }, client);
}

/** The processor's time that it takes, in ms; the best of two, as the first may have had to make code of it. */
function cost(text: string): number {
  const once = (): number => {
    const started = process.cpuUsage();
    const document = documentOf(text);
    askEverything(document, textOf(document).positionAt(text.length >> 1));
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}

const places = Object.keys(positions) as readonly Position[];

describe('long strings', () => {
  for (const kind of sampleOf(kinds, 6))
    it(`of ${kind.name} cost less than 200 ms where one has 200,000 characters`, () => {
      for (const place of places) {
        const ms = cost(oneString(kind, place));
        assert.ok(ms < 200, `${place}: ${ms} ms`);
      }
    });

  for (const kind of sampleOf(kinds, kinds.length))
    it(`of ${kind.name} cost by their length where many are read`, () => {
      for (const place of places) {
        const [few, many] = [cost(manyStrings(kind, place, 50_000)), cost(manyStrings(kind, place, 200_000))];
        // Four times as much text: rules that compare strings with each other do it with a bounded number of them, here with all.
        assert.ok(many < 100 + 12 * few, `${place}: ${few} and ${many} ms`);
      }
    });
});
