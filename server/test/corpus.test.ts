/** Policies collected from public documents and code: every error in them has been looked at by hand, and is listed with its reason. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isJson } from './is-json.js';
import { sampleOf } from './sampling.js';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

/** The documents lie beside the project on some machines; the project itself holds none of them. */
const corpus = '../shared/corpus';
const lists = 'server/test/corpus';

/** What is listed: `document code` → how often. */
function listed(): ReadonlyMap<string, number> {
  const rows = readdirSync(lists).flatMap((file) =>
    readFileSync(`${lists}/${file}`, 'utf8').trim().split('\n').slice(1),
  );
  return new Map(
    rows.map((row) => {
      const [document = '', code = '', count = '', reason = ''] = row.split('\t');
      assert.ok(code in rules && Number(count) > 0 && reason, row);
      return [`${document} ${code}`, Number(count)];
    }),
  );
}

function errorsOf(text: string): readonly string[] {
  const options = { catalogue: shippedCatalogue, language: shippedLanguage, rules };
  return lint(readPolicy(text), options)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

describe('collected policies', () => {
  it('are listed with a rule, a count and a reason', () => {
    assert.ok(listed().size > 0);
  });

  if (!existsSync(corpus)) return;
  it('that are JSON have just the errors listed', () => {
    const files = sampleOf(
      readdirSync(corpus).filter((name) => name.endsWith('.cam.json')),
      20,
    );
    const documents = new Set(files.map((file) => file.slice(0, -'.cam.json'.length)));
    const expected = [...listed()].filter(([key]) => documents.has(key.split(' ')[0] ?? ''));
    const found = new Map<string, number>();
    for (const file of files) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      if (!isJson(text)) continue;
      for (const code of errorsOf(text)) {
        const key = `${file.slice(0, -'.cam.json'.length)} ${code}`;
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    }
    assert.deepEqual(Object.fromEntries([...found].sort()), Object.fromEntries(expected.sort()));
  });
});
