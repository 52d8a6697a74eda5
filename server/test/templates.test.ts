import assert from 'node:assert/strict';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { actionsOf } from '../src/core/knowledge/level.js';
import { isReading } from '../src/core/knowledge/reading-part.js';
import { readPolicy } from '../src/core/policy/read.js';
import { narrows } from '../src/core/policy/resource.js';
import type { Locale } from '../src/core/text.js';
import { withoutStops } from '../src/features/completion/snippet.js';
import { templates } from '../src/features/completion/template-text.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const templatesIn = (locale: Locale) => templates({ language: shippedLanguage, locale });

describe('templates', () => {
  for (const { id, body } of templatesIn('en'))
    it(`${id} is free of findings as it stands`, () => {
      const policy = readPolicy(withoutStops(body));
      const findings = lint(policy, { catalogue: shippedCatalogue, language: shippedLanguage, rules });
      // Hints say what could be narrower: full access is what some of them are for.
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'hint').map(({ code }) => code),
        [],
      );
      assert.ok(policy.statements.length > 0);
    });

  for (const { id, body } of templatesIn('en'))
    it(`${id} numbers its tab stops in the order in which they stand, and each has one default`, () => {
      const defaults = new Map<number, string>();
      for (const [, number, text = ''] of body.matchAll(/\$\{(\d+)[:|]((?:\\.|[^}|])*)/gu)) {
        const default_ = text.split(',')[0] ?? '';
        const known = defaults.get(Number(number));
        if (known === undefined) assert.equal(Number(number), defaults.size + 1, `${id}: stop ${number ?? ''}`);
        assert.equal(known ?? default_, default_, id);
        defaults.set(Number(number), default_);
      }
      assert.ok(defaults.size > 0 || /^(?:mps)-/u.test(id), 'nothing to fill in');
    });

  for (const { id, body } of templatesIn('en'))
    it(`${id} names known actions, and those that need "*" in statements on "*"`, () => {
      const { statements } = readPolicy(withoutStops(body));
      for (const { actions, resources, effect } of statements)
        for (const item of actions?.items ?? []) {
          if (item.text === '*') continue;
          const known = actionsOf(shippedCatalogue, item);
          assert.ok(known.length > 0, item.text);
          const narrow = resources?.items.every(narrows) === true;
          if (item.exact && effect === 'allow' && narrow)
            assert.ok(
              known.every(({ level }) => level?.level === 'resource'),
              item.text,
            );
        }
      assert.ok(body.length < 2500, `${String(body.length)} characters`);
    });

  it('of reading only offer services whose Describe actions do nothing else, and the name of each', () => {
    const body = templatesIn('en').find(({ id }) => id === 'read-only')?.body ?? '';
    const services = /\$\{1\|([\w,]+)\|\}:Describe\*/u.exec(body)?.[1]?.split(',') ?? [];
    assert.ok(services.length > 9);
    for (const id of services) {
      const actions = shippedCatalogue.service(id)?.matching('Describe*') ?? [];
      assert.ok(actions.length > 5 && actions.every(isReading), id);
    }
  });

  it('of one application name all that cannot be restricted to it: what reads, and what writes', () => {
    const template = templatesIn('en').find(({ id }) => id === 'trtc-application');
    const [, reading, writing, ...more] = readPolicy(withoutStops(template?.body ?? '')).statements;
    assert.equal(more.length, 0);
    const needing = shippedCatalogue
      .service('trtc')
      ?.actions()
      .filter(({ level }) => level?.level === 'operation');
    for (const [statement, reads] of [
      [reading, true],
      [writing, false],
    ] as const)
      assert.deepEqual(
        statement?.actions?.items.flatMap((item) =>
          actionsOf(shippedCatalogue, item).map(({ name }) => `trtc:${name}`),
        ),
        needing?.filter((action) => isReading(action) === reads).map(({ name }) => `trtc:${name}`),
      );
  });

  it('serve what people come for', () => {
    const ids = new Set(templatesIn('en').map(({ id }) => id));
    for (const id of [
      'cos-upload-prefix',
      'cos-read-bucket',
      'cos-temporary-keys',
      'cmq-queue-consumer',
      'trtc-application',
      'mps-sdk-and-console',
      'read-only',
      'deny-outside',
      'trust-service',
      'trust-oidc',
    ])
      assert.ok(ids.has(id), id);
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
