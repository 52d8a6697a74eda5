import assert from 'node:assert/strict';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import type { Locale } from '../src/core/text.js';
import { withoutStops } from '../src/features/completion/snippet.js';
import { templates } from '../src/features/completion/template-text.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

/**
 * What a template is for, and lint says so: a trust in an account is access across accounts where that is not one's own, and everything on one thing leaves
 * out what is not on one thing.
 */
const meant: { readonly [id: string]: readonly string[] } = {
  'trust-account': ['cross-account-principal'],
  'trtc-application': ['wildcard-left-out'],
  'trtc-all-but-one': ['wildcard-left-out'],
};

const templatesIn = (locale: Locale) => templates({ language: shippedLanguage, locale });

describe('templates', () => {
  for (const { id, body } of templatesIn('en'))
    it(`${id} is free of findings as it stands`, () => {
      const policy = readPolicy(withoutStops(body));
      const findings = lint(policy, { catalogue: shippedCatalogue, language: shippedLanguage, rules });
      // Hints say what could be narrower: full access is what some of them are for.
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'hint').map(({ code }) => code),
        meant[id] ?? [],
      );
      assert.ok(policy.statements.length > 0);
    });

  it('of CMQ let a person choose among the short codes of regions', () => {
    for (const { id, body } of templatesIn('en').filter((template) => template.id.startsWith('cmq-'))) {
      const choices = /"qcs::cmq\w+:\$\{1\|([\w,]+)\|\}:uin/u.exec(body)?.[1]?.split(',') ?? [];
      assert.deepEqual(choices.slice(0, 6), ['bj', 'gz', 'hk', 'sh', 'ca', 'cd'], id);
      assert.ok(choices.includes('sg') && choices.includes('shjr'), id);
      for (const code of choices) assert.ok(shippedLanguage.region(code)?.region, `${id}: ${code}`);
    }
  });

  it('of everything to one queue or topic give the actions that need "*" a statement of their own: those of the catalogue', () => {
    for (const model of ['queue', 'topic']) {
      const template = templatesIn('en').find(({ id }) => id === `cmq-${model}-administrator`);
      assert.ok(template);
      const [open, one, ...more] = readPolicy(withoutStops(template.body)).statements;
      assert.equal(more.length, 0);
      assert.deepEqual(
        one?.actions?.items.map(({ text }) => text),
        [`cmq${model}:*`],
      );
      const needing = shippedCatalogue
        .service(`cmq${model}`)
        ?.actions()
        .filter(({ level }) => level?.level === 'operation');
      assert.ok(needing && needing.length > 2);
      assert.deepEqual(
        open?.actions?.items.map(({ text }) => text).sort(),
        needing.map(({ name }) => `cmq${model}:${name}`).sort(),
      );
      assert.equal(open.resources?.items.map(({ text }) => text).join(), '*');
      const writing = needing.filter(({ access }) => access === 'write').map(({ name }) => name);
      for (const name of writing) assert.ok(template.description.includes(name), name);
    }
  });

  it('are the same in every language', () => {
    const ids = templatesIn('en').map(({ id, body }) => id + body);
    assert.deepEqual(
      templatesIn('zh').map(({ id, body }) => id + body),
      ids,
    );
    assert.equal(new Set(ids).size, ids.length);
    for (const { title, description } of templatesIn('zh')) assert.match(title + description, /\p{Script=Han}/u);
  });
});
