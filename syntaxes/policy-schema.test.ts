/** The JSON Schema for policies: takes whatever CAM takes, agrees with the table of elements, helps in JSON mode. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { getLanguageService, TextDocument, type JSONSchema } from 'vscode-json-languageservice';
import {
  effects,
  policyElements,
  statementElements,
  versions,
  type ElementInfo,
} from '../server/src/core/policy/elements.js';
import { sampleOf } from '../server/test/sampling.js';

interface Schema extends JSONSchema {
  readonly definitions: Readonly<Record<string, JSONSchema>>;
}

/** Documents of the collected policies that the schema refuses, and why it is right to. */
const exceptions: Readonly<Record<string, string>> = {
  '198-bucket-cas-cond.cam.json': 'operator StringLike is not one of CAM',
  '332-bucket-cos.cam.json': 'effect "allow " has a blank',
  '475-policy-any.cam.json': 'a form to fill in: effect "Effect"',
  '624-policy-any.cam.json': 'a form to fill in: effect "effect"',
  '712-policy-cos.cam.json': 'version "1.0" is documented nowhere',
};

describe('policy schema', () => {
  const schema = JSON.parse(readFileSync('schemas/cam-policy.schema.json', 'utf8')) as Schema;
  const ajv = new Ajv({
    allErrors: true,
    strictTypes: false,
    allowMatchingProperties: true,
    inlineRefs: false,
    code: { optimize: false },
  });
  // What VS Code reads beyond the standard; any other unknown keyword is a misspelling and throws.
  ajv.addVocabulary(['markdownDescription', 'enumDescriptions', 'defaultSnippets', 'doNotSuggest', 'errorMessage']);
  const validate = ajv.compile(schema);
  const accepts = (value: unknown): boolean => validate(value);
  const policy = (statement: object): unknown => ({ version: '2.0', statement: [statement] });
  const statement = { effect: 'allow', action: 'cam:GetRole', resource: '*' };

  const good: Readonly<Record<string, unknown>> = {
    'a plain policy': policy(statement),
    'version 3.0 and a single statement': { version: '3.0', statement },
    'lists of one': policy({ effect: 'deny', action: ['*'], resource: ['*'] }),
    'actions nobody knows': policy({ ...statement, action: ['name/nosuch:Thing*', 'permid/1'] }),
    'a bucket policy': {
      version: '2.0',
      Statement: [
        {
          Sid: 'costs-1',
          Effect: 'Allow',
          Principal: { qcs: ['qcs::cam::anyone:anyone'] },
          Action: '*',
          Resource: '*',
          Condition: {},
        },
      ],
    },
    'a principal on top': { version: '2.0', principal: { qcs: 'qcs::cam::uin/1:root' }, statement: [statement] },
    everyone: policy({ ...statement, principal: '*' }),
    'a trust policy without resource': policy({
      effect: 'allow',
      action: 'sts:AssumeRole',
      principal: { service: ['a.qcloud.com'] },
    }),
    'a trust policy with the principal on top': {
      version: '2.0',
      principal: { federated: ['qcs::cam::uin/1:saml-provider/a'] },
      statement: [{ effect: 'allow', action: 'name/sts:AssumeRoleWithSAML' }],
    },
    'values of every type': policy({
      ...statement,
      condition: {
        'for_any_value:string_equal_if_exist': { 'qcs:resource_tag/a': ['b&c'] },
        numeric_equal: { 'cos:content-length': 1 },
        bool_equal: { 'cos:secure-transport': true },
        'for_all_value:null_equal': { mfa: 'true' },
      },
    }),
    'members CAM does not document': { ...(policy({ ...statement, note: 1 }) as object), $comment: 'x' },
  };
  for (const [what, value] of Object.entries(good)) {
    it(`accepts ${what}`, () => {
      assert.ok(accepts(value), ajv.errorsText(validate.errors));
    });
  }

  const bad: Readonly<Record<string, unknown>> = {
    'no object': [],
    'no version': { statement: [] },
    'no statement': { version: '2.0' },
    'another version': { version: '1.0', statement: [] },
    'a version that is a number': { version: 2.0, statement: [] },
    'a statement without effect': policy({ action: '*', resource: '*' }),
    'a statement without action': policy({ effect: 'allow', resource: '*' }),
    'a statement without resource': policy({ effect: 'allow', action: '*' }),
    'a single statement without resource': { version: '2.0', statement: { effect: 'allow', action: '*' } },
    'a wrong effect': policy({ ...statement, effect: 'permit' }),
    'an action that is no text': policy({ ...statement, action: [1] }),
    'an empty resource': policy({ ...statement, resource: '' }),
    'a condition that is a list': policy({ ...statement, condition: [] }),
    'an operator of another cloud': policy({ ...statement, condition: { StringLike: { a: 'b' } } }),
    'null_equal with _if_exist': policy({ ...statement, condition: { null_equal_if_exist: { a: 'b' } } }),
    'an operator without keys': policy({ ...statement, condition: { ip_equal: '10.0.0.1' } }),
    'an object as value': policy({ ...statement, condition: { ip_equal: { 'qcs:ip': {} } } }),
  };
  for (const [what, value] of Object.entries(bad)) {
    it(`refuses ${what}`, () => {
      assert.ok(!accepts(value));
    });
  }

  it('has the elements of the language, with their words and needs', () => {
    const statementSchema = schema.definitions.statement;
    assert.ok(statementSchema);
    compare(schema, policyElements);
    compare(statementSchema, statementElements);
    const trusted = JSON.stringify(schema.definitions.statementWithResource);
    assert.deepEqual(
      [...trusted.matchAll(/"required":\["([a-z]+)"\]/g)].map(([, name]) => name),
      ['principal', 'resource'],
    );
  });

  it('has the versions and effects of the language', () => {
    assert.deepEqual(schema.definitions.version?.enum, versions);
    const [suggested] = schema.definitions.effect?.anyOf ?? [];
    assert.ok(typeof suggested === 'object');
    assert.deepEqual(suggested.enum, effects);
  });

  function compare(object: JSONSchema, elements: Readonly<Record<string, ElementInfo>>): void {
    const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
    const properties = object.properties ?? {};
    assert.deepEqual(
      Object.keys(properties).sort(),
      Object.keys(elements)
        .flatMap((name) => [name, capitalised(name)])
        .sort(),
    );
    for (const [name, { description }] of Object.entries(elements)) {
      for (const key of [name, capitalised(name)]) {
        const property = properties[key];
        assert.ok(typeof property === 'object');
        assert.equal(property.markdownDescription ?? property.description, description.en, key);
        assert.equal(property.description, description.en.replaceAll('`', ''), key);
      }
    }
    const required = (object.allOf ?? [])
      .flatMap((each) => (typeof each === 'object' ? (each.anyOf ?? []) : []))
      .flatMap((each) => (typeof each === 'object' ? (each.required ?? []) : []));
    const needed = Object.entries(elements)
      .filter(([, info]) => info.required === true)
      .map(([name]) => name);
    assert.deepEqual(
      required,
      needed.flatMap((name) => [name, capitalised(name)]),
    );
  }

  it('offers elements, effects and operators in JSON mode, lower-case only', async () => {
    assert.ok((await complete('|')).includes('Policy'));
    assert.deepEqual((await complete('{|}')).sort(), ['principal', 'statement', 'version']);
    const members = await complete('{"version":"2.0","statement":[{|}]}');
    for (const name of Object.keys(statementElements))
      assert.ok(members.includes(name), `${name} in ${members.join()}`);
    assert.ok(!members.includes('Effect'));
    assert.deepEqual((await complete('{"statement":[{"effect":|}]}')).sort(), ['"allow"', '"deny"']);
    assert.ok((await complete('{"statement":[{"condition":{|}}]}')).includes('string_equal_ignore_case'));
  });

  it('says in JSON mode what is wrong', async () => {
    const messages = async (text: string): Promise<readonly string[]> => {
      const { service, document } = open(text);
      return (await service.doValidation(document, service.parseJSONDocument(document), undefined, schema)).map(
        ({ message }) => (typeof message === 'string' ? message : message.value),
      );
    };
    assert.deepEqual(await messages(JSON.stringify(policy(statement))), []);
    const withoutResource = await messages('{"version":"2.0","statement":[{"effect":"allow","action":"*"}]}');
    assert.deepEqual(withoutResource, ['Missing property "resource".']);
    assert.match(
      (await messages(JSON.stringify(policy({ ...statement, effect: 'permit' })))).join(),
      /"allow", "deny"/,
    );
    assert.match(
      (await messages(JSON.stringify(policy({ ...statement, condition: { StringLike: {} } })))).join(),
      /holds operators/,
    );
  });

  function open(text: string) {
    const uri = 'file:///a.cam.json';
    const service = getLanguageService({});
    service.configure({ schemas: [{ uri: 'schema:cam-policy', fileMatch: ['*.cam.json'], schema }] });
    return { service, document: TextDocument.create(uri, 'json', 1, text) };
  }

  /** Labels offered where `marked` has its "|". */
  async function complete(marked: string): Promise<string[]> {
    const offset = marked.indexOf('|');
    const { service, document } = open(marked.replace('|', ''));
    const list = await service.doComplete(document, document.positionAt(offset), service.parseJSONDocument(document));
    return (list?.items ?? []).map(({ label }) => label);
  }

  const corpus = '../shared/corpus';
  it('accepts collected policies', function () {
    if (!existsSync(corpus)) this.skip();
    const files = sampleOf(
      readdirSync(corpus).filter((name) => name.endsWith('.cam.json')),
      5,
    );
    const refused = files.filter((name) => {
      const value = parse(readFileSync(`${corpus}/${name}`, 'utf8'));
      return value !== undefined && !accepts(value);
    });
    assert.deepEqual(
      refused,
      Object.keys(exceptions).filter((name) => files.includes(name)),
    );
  });

  function parse(text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }
});
