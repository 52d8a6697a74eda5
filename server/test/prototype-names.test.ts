/** The names of `Object.prototype` are texts like any other, wherever a person may write them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fixAll } from '../src/core/lint/fix-all.js';
import { applyEdits, type Span } from '../src/core/span.js';
import { readJson, type JsonNode } from '../src/core/syntax/json.js';
import { codeActions } from '../src/features/code-actions/index.js';
import { complete, resolveCompletion } from '../src/features/completion/index.js';
import { diagnose } from '../src/features/diagnostics.js';
import { documentSymbols } from '../src/features/document-symbols.js';
import { lintOptionsOf, type Context } from '../src/features/context.js';
import { hover } from '../src/features/hover/index.js';
import { inlayHints } from '../src/features/inlay-hints.js';
import { semanticTokens } from '../src/features/semantic-tokens/index.js';
import { settingsOf } from '../src/server/settings.js';
import { documentOf, onlyPolicy, testContext, textOf } from './documents.js';
import { sampleOf } from './sampling.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const names = Object.getOwnPropertyNames(Object.prototype);

const context: Context = {
  ...testContext,
  catalogue: shippedCatalogue,
  language: shippedLanguage,
  onFailure: (code, error) => {
    throw new Error(`${code}: ${String(error)}`);
  },
};
const client = { ...context, commands: new Set<string>(), resolvesEdits: false, versionsEdits: false };

/** A policy whose strings are replaced in parts: the marks stand for one name each. */
const inParts = `{
  "version": "2.0",
  "principal": { "qcs": ["qcs::cam::§:§", "qcs::cam::uin/§:uin/§", "§"], "service": ["§.qcloud.com"] },
  "statement": [{
    "effect": "allow",
    "action": ["§:§", "name/§:*", "mps:§", "mps:Describe§*", "permid/§", "*§", "cos:§"],
    "resource": ["qcs::§::uin/1:*", "qcs::mps:§:uin/1:*", "qcs::mps:ap-§::*", "qcs::cvm:gz:§/1:instance/*", "qcs::cvm:gz:uin/1:§/§", "qcs:§::::",
      "qcs::trtc::uin/1:sdkappid/\${§}", "<§>", "$§", "{§}", "qcs::cos:§:uid/1:§-1250000000/§"],
    "condition": {
      "§": { "qcs:ip": "1.1.1.1" }, "for_any_value:§": { "§:§": "§" }, "§:string_equal": { "aws:§": "§" }, "string_§_if_exist": { "qcs:§/§": "§" },
      "string_equal": { "qcs:resource_tag/§": "§", "qcs:tag": ["§&§", "§"], "§": ["\${§}"] }, "ip_equal": { "qcs:ip": "§" },
      "date_greater_than": { "qcs:current_time": "§" }, "bool_equal": { "qcs:§": "§" }
    }
  }]
}`;

function stringsIn(node: JsonNode | undefined): readonly Span[] {
  if (node?.kind === 'array') return node.items.flatMap(stringsIn);
  if (node?.kind === 'object') return node.properties.flatMap(({ key, value }) => [key, ...stringsIn(value)]);
  return node?.kind === 'string' ? [node] : [];
}

/** Each example with each of its strings replaced by `name`, then the policy in parts with each mark replaced, and with all of them. */
function* textsWith(name: string): Generator<readonly [text: string, at: number]> {
  for (const folder of ['good', 'bad'])
    for (const file of readdirSync(path.join('examples', folder))) {
      const text = readFileSync(path.join('examples', folder, file), 'utf8');
      for (const { start, end } of stringsIn(readJson(text).root))
        yield [`${text.slice(0, start)}"${name}"${text.slice(end)}`, start + 1 + name.length];
    }
  for (let mark = inParts.indexOf('§'); mark >= 0; mark = inParts.indexOf('§', mark + 1)) {
    const rest = (text: string): string => text.replaceAll('§', 'a1');
    const before = rest(inParts.slice(0, mark)) + name;
    yield [before + rest(inParts.slice(mark + 1)), before.length];
  }
  yield [inParts.replaceAll('§', name), inParts.indexOf('§')];
}

/** All that a person may be shown, or have written, about `text` and the place `at`. */
function everythingSaid(text: string, at: number): unknown {
  const document = documentOf(text, { context });
  const policy = onlyPolicy(document);
  const position = textOf(document).positionAt(at);
  const whole = { start: { line: 0, character: 0 }, end: textOf(document).positionAt(text.length) };
  const list = complete(policy, position, context);
  const [first] = list?.items ?? [];
  return [
    diagnose(document, context),
    codeActions(document, whole, { diagnostics: [] }, client),
    codeActions(
      document,
      { start: position, end: position },
      { diagnostics: [], only: ['refactor', 'source'] },
      client,
    ),
    policy.findings.flatMap(({ fix, suggestions = [] }) =>
      [fix ?? [], suggestions].flat().map(({ edits }) => applyEdits(text, edits())),
    ),
    fixAll(policy.policy, policy.findings, lintOptionsOf(context)).text,
    hover(policy, position, context),
    list,
    first && resolveCompletion(first, context),
    documentSymbols(document, context),
    semanticTokens(document, undefined, context),
    inlayHints(document, whole, { wildcards: true, regions: true, levels: true }, context),
  ];
}

describe('names of Object.prototype', () => {
  for (const name of sampleOf(names, 5))
    it(`such as ${name} mean nothing of their own in any string`, () => {
      for (const [text, at] of sampleOf([...textsWith(name)], 8))
        assert.doesNotMatch(JSON.stringify(everythingSaid(text, at)), /\[native code\]|\[object |undefined/u, text);
    });

  it('mean nothing as names of rules and their texts', () => {
    const rules = Object.fromEntries(names.map((name) => [name, 'off']));
    const settings = settingsOf(JSON.parse(JSON.stringify({ rules, constructor: 1 })) as unknown);
    assert.deepEqual(Object.keys(settings.rules).sort(), [...names].sort());
    assert.deepEqual(settingsOf(JSON.parse('{"rules":{"__proto__":{"json-syntax":"off"}}}')).rules, {});
    const found = diagnose(documentOf('{,}', { context: { ...context, settings: settings.rules } }), context);
    assert.ok(found.some(({ code }) => code === 'json-syntax'));
  });
});
