import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { messageOf } from '../src/core/lint/wording.js';
import { readPolicy } from '../src/core/policy/read.js';
import { mutations as condition } from './mutations/condition.js';
import { mutations as inDocument } from './mutations/document.js';
import { mutations as resource } from './mutations/resource.js';
import { mutations as safety } from './mutations/safety.js';
import { spansIn } from './marks.js';
import { blocksIn, readPage, sectionsOf } from './rule-pages.js';
import { firstWidth, panelColumns } from './sentences.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

/** The policies in a folder; none where there is no such folder, as the corpus is only beside some copies of the project. */
const textsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.cam.json'))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    : [];

const mutated = [inDocument, resource, condition, safety].flatMap((group) =>
  Object.values(group).map(({ bad }) => spansIn(bad).text),
);
const pages = Object.keys(rules).flatMap((code) => blocksIn(sectionsOf(readPage(code) ?? '').get('Wrong') ?? ''));

/** The messages of all findings in the texts, in both languages. */
const messagesIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) =>
    lint(readPolicy(text), { catalogue: shippedCatalogue, language: shippedLanguage, rules }).flatMap((finding) =>
      (['en', 'zh'] as const).map((locale) => messageOf(rules, finding.code, finding, locale)),
    ),
  );

describe('the first sentences of messages', () => {
  const sources: readonly (readonly [string, readonly string[]])[] = [
    ['examples', textsIn('examples/bad')],
    ['pages of rules', pages],
    ['mutations', mutated],
    ['collected policies', textsIn('../shared/corpus')],
  ];
  for (const [name, texts] of sources)
    if (texts.length > 0)
      it(`fit the Problems panel, but for long names: ${name}`, () => {
        const messages = messagesIn(texts);
        const long = messages.filter((message) => firstWidth(message) > panelColumns);
        assert.ok(messages.length > 5);
        assert.ok(long.length <= messages.length / 50, `${long.length} of ${messages.length}:\n${long.join('\n')}`);
      });
});
