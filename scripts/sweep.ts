/**
 * `npm run sweep -- FOLDER [CODE…]`: runs the rules over every policy in a folder and prints what they find, for a rule's author to look at.
 * Without codes all rules run and a table of counts ends the list.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lint, type Rules } from '../server/src/core/lint/lint.js';
import { rules } from '../server/src/core/lint/rules/index.js';
import { messageOf } from '../server/src/core/lint/wording.js';
import { readPolicy } from '../server/src/core/policy/read.js';
import { createNodeCatalogue, createNodeLanguage } from '../server/src/catalogue-file.js';

const [folder, ...codes] = process.argv.slice(2);
if (!folder) throw new Error('usage: npm run sweep -- FOLDER [CODE…]');

const wanted: Rules =
  codes.length > 0 ? Object.fromEntries(Object.entries(rules).filter(([code]) => codes.includes(code))) : rules;
const catalogue = createNodeCatalogue('dist');
const language = createNodeLanguage('dist');
const counts = new Map<string, number>();
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.cam.json')) continue;
  const text = readFileSync(path.join(folder, file), 'utf8');
  const onFailure = (code: string, error: unknown): void => console.error(`${file}: rule ${code} failed`, error);
  for (const finding of lint(readPolicy(text), { catalogue, language, rules: wanted, onFailure })) {
    const key = `${finding.severity} ${finding.code}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const line = text.slice(0, finding.span.start).split('\n').length;
    console.log(
      `${file}:${line}: ${key}: ${messageOf(rules, finding.code, finding, 'en')}  [${text.slice(finding.span.start, finding.span.end).slice(0, 80)}]`,
    );
  }
}
console.log();
for (const [key, count] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
  console.log(String(count).padStart(6), key);
