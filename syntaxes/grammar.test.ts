/** The grammar: its generated form, snapshots of whole samples, the scopes that matter one by one, and recovery from broken text. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isJson } from '../server/test/is-json.js';
import { asMuchAs, sampleOf } from '../server/test/sampling.js';
import { grammar, grammarPath, grammarText } from './source/grammar.js';
import { loadTokenizer, type Token, type Tokenize } from './tokenize.js';

const samplesDir = 'syntaxes/samples';
const samples = readdirSync(samplesDir).filter((name) => name.endsWith('.cam.json'));
const readSample = (name: string): string => readFileSync(`${samplesDir}/${name}`, 'utf8');
const broken: readonly string[] = ['errors.cam.json', 'typing.cam.json'];

const isOwn = (scopeName: string): boolean => !scopeName.startsWith('meta.structure.');
const short = (scopeName: string): string => scopeName.replace(/\.cam-policy$/, '');

/** Lines as they are, each followed by its tokens and their scopes, outermost first; the nesting of JSON is left out. */
function snapshot(lines: readonly (readonly Token[])[]): string {
  const blocks = lines.map((tokens) => {
    const rows = tokens
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, scopes }) => `  ${text}  ⟵ ${scopes.filter(isOwn).map(short).join(' ')}`);
    return [tokens.map(({ text }) => text).join(''), ...rows].join('\n');
  });
  return `${blocks.join('\n')}\n`;
}

describe('grammar', () => {
  let tokenize: Tokenize;
  before(async () => {
    tokenize = await loadTokenizer();
  });

  const known = new Map<string, ReturnType<Tokenize>>();
  /** The tokens of a sample, found once. */
  function tokensOf(name: string): ReturnType<Tokenize> {
    const tokens = known.get(name) ?? tokenize(readSample(name));
    known.set(name, tokens);
    return tokens;
  }

  /** The innermost scope of the part of `marked` between « and ». */
  const scopeAt = (marked: string): string => short(scopesAt(marked).at(-1) ?? '');
  function scopesAt(marked: string): readonly string[] {
    const text = marked.replace(/[«»]/g, '');
    const start = marked.indexOf('«');
    const length = marked.indexOf('»') - start - 1;
    const line = marked.slice(0, start).split('\n').length - 1;
    let column = start - (marked.slice(0, start).lastIndexOf('\n') + 1);
    const token = tokenize(text)[line]?.find((each) => (column -= each.text.length) < 0);
    assert.ok(token, marked);
    assert.equal(token.text, text.slice(start, start + length), marked);
    return token.scopes;
  }

  it('is the generated form of its source (npm run generate)', () => {
    assert.equal(readFileSync(grammarPath, 'utf8'), grammarText());
  });

  it('includes only rules that exist, and every one of them', () => {
    const included = new Set([...JSON.stringify(grammar).matchAll(/"include":"#([^"]+)"/g)].map(([, name]) => name));
    assert.deepEqual([...included].sort(), Object.keys(grammar.repository).sort());
  });

  for (const name of samples) {
    it(`tokenises ${name} as recorded`, () => {
      const file = `${samplesDir}/${name.replace('.cam.json', '.snap')}`;
      const actual = snapshot(tokensOf(name));
      if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, actual);
      assert.equal(actual, readFileSync(file, 'utf8'));
    });
  }

  const scopes: Readonly<Record<string, readonly string[]>> = {
    'keyword.other.element.statement': ['{"«statement»": []}', '{"«Statement»": []}', '"«statement»": ['],
    'keyword.other.element.condition': ['{"statement": {"«condition»": {}}}', '{"effect": "allow" "«condition»": {}'],
    'support.type.property-name.json': ['{"«statment»": []}', '{"«ACTION»": "*"}'],
    'keyword.control.effect.allow': ['{"effect": "«allow»"}', '{"Effect":"«Allow»"}'],
    'keyword.control.effect.deny': ['{"effect":\n"«deny»"}'],
    'meta.effect': ['{"effect": "«allow »"}', '{"effect": "«permit»"}'],
    'constant.numeric.version': ['{"version": "«2.0»"}', '{"version": "«3.0»"}'],
    'storage.modifier.action-prefix': ['{"action": "«name»/trtc:*"}', '{"action": ["*", "«name»/"]}'],
    'entity.name.namespace.service': [
      '{"action": ["«mps»:ProcessMedia"]}',
      '{"action": "«mps»"}',
      '{"Action": "name/«cos»:Get*"}',
      '{"resource": "qcs::«mps»"}',
      '{"condition": {"ip_equal": {"«qcs»:ip": "1"}}}',
    ],
    'entity.name.function.action': [
      '{"action": "mps:«ProcessMedia»"}',
      '{"action": ["a:B",\n"mps:*«Media»*"]}',
      '{"action": "mps:«Proc»',
    ],
    'keyword.operator.wildcard': [
      '{"action": "«*»"}',
      '{"action": "trtc:Describe«*»"}',
      '{"resource": ["«*»"]}',
      '{"resource": "qcs::trtc::uin/1:sdkappid/«*»"}',
      '{"principal": "«*»"}',
    ],
    'storage.type.qcs': ['{"resource": "«qcs»::cos"}', '{"principal": {"qcs": ["«qcs»::cam::a:b"]}}'],
    'variable.other.project': ['{"resource": "qcs:«id/0»:cvm:gz::*"}'],
    'variable.other.constant.region': ['{"resource": "qcs::cvm:«ap-guangzhou»::*"}', '{"resource": "qcs::cvm:«gz»"}'],
    'storage.modifier.account-kind': ['{"resource": "qcs::cos::«uid»/125:b"}'],
    'constant.numeric.account-id': ['{"resource": "qcs::cos::uid/«125»:b"}', '{"resource": "qcs::cos::uin/«-1»:*"}'],
    'entity.name.type.resource-type': ['{"resource": "qcs::trtc::uin/1:«sdkappid»/14"}'],
    'meta.segment.path': ['{"resource": "qcs::cos::uid/1:«bucket-1250000000»/*"}'],
    'variable.other.policy-variable': [
      '{"resource": "qcs::vpc:::vpc/${«uin»}"}',
      '{"condition": {"string_equal": {"qcs:create_uin": ["${«owner_uin»}"]}}}',
    ],
    'constant.other.placeholder': [
      '{"resource": "qcs::vpc::uin/«${uin}»:vpc/1"}',
      '{"resource": "qcs::vpc:::vpc/«${Uin}»"}',
      '{"resource": "qcs::vpc::uin/«****»:vpc/1"}',
      '{"resource": "qcs::vpc::«$account»:vpc/1"}',
      '{"resource": "qcs::vpc:::vpc/«<VpcId>»"}',
    ],
    'entity.name.namespace.service-principal': ['{"principal": {"service": "«cvm.qcloud.com»"}}'],
    'support.function.condition-operator': [
      '{"condition": {"«date_less_than_equal»": {}}}',
      '{"condition": {"for_all_value:«string_not_like»": {}}}',
      '{"condition": {"«null_equal»": {}}}',
    ],
    'storage.modifier.qualifier': ['{"condition": {"«for_any_value»:string_equal": {}}}'],
    'storage.modifier.if-exist': ['{"condition": {"ip_equal«_if_exist»": {}}}'],
    'entity.other.attribute-name.condition-key': [
      '{"condition": {"ip_equal": {"qcs:«ip»": "1"}}}',
      '{"condition": {"bool_equal": {"cos:«secure-transport»": true}}}',
    ],
    'invalid.illegal.comment': ['«// a»\n{}', '{ «# a»\n}', '{"action": [«/* a */» "b:C"]}', '{\n«/* a»\n}'],
    'invalid.illegal.quote': ['{"action": «“a:B”»}', '{"effect": «\'allow\'»}'],
    'invalid.illegal.key': ['{«effect»: "allow"}', '{«“effect”»: "allow"}'],
    'invalid.illegal.trailing-text': ['{}\n«"more"»', '{} «]»'],
    'invalid.illegal.unexpected-text': ['{} «more»', '{"action": «undefined»}', '{"a": «01»}'],
    'invalid.illegal.unclosed-string': ['{"action": «"»trtc:Rem'],
    'invalid.illegal.unescaped-control-character': ['{"action": "a:«\t»"}'],
    'invalid.illegal.unrecognized-string-escape.json': ['{"action": "a:«\\c»"}'],
    'constant.character.escape.json': ['{"action": "a:«\\u0041»"}', '{"a«\\n»": 1}'],
  };
  for (const [expected, texts] of Object.entries(scopes)) {
    it(`gives ${expected}`, () => {
      for (const text of texts) assert.equal(scopeAt(text), expected, text);
    });
  }

  it('knows every operator of CAM, and no other', () => {
    const operator = (name: string): boolean =>
      scopesAt(`{"condition": {"«${name}»": {}}}`).includes('support.function.condition-operator.cam-policy');
    const comparisons = ['equal', 'not_equal', 'less_than', 'less_than_equal', 'greater_than', 'greater_than_equal'];
    const strings = ['equal', 'not_equal', 'equal_ignore_case', 'not_equal_ignore_case', 'like', 'not_like'];
    const operators = [
      ...strings.map((each) => `string_${each}`),
      ...comparisons.flatMap((each) => [`numeric_${each}`, `date_${each}`]),
      ...['bool_equal', 'binary_equal', 'ip_equal', 'ip_not_equal', 'null_equal'],
    ];
    assert.equal(operators.length, 23);
    for (const name of operators) assert.ok(operator(name), name);
    for (const name of [
      'StringLike',
      'numeric_between',
      'Ip_equal',
      'null',
      'null_equal_if_exist',
      'ip_equal ',
      'bool_not_equal',
    ]) {
      assert.ok(!operator(name), name);
    }
  });

  it('keeps the scopes by which themes and the editor know JSON', () => {
    const action = scopesAt('{"statement": [{"action": ["mps:«ProcessMedia»"]}]}').map(short);
    assert.deepEqual(action, [
      'meta.structure.dictionary.json',
      'meta.structure.dictionary.value.json',
      'meta.structure.array.json',
      'meta.structure.dictionary.json',
      'meta.structure.dictionary.value.json',
      'meta.structure.array.json',
      'string.quoted.double.json',
      'meta.action',
      'entity.name.function.action',
    ]);
    const key = ['meta.structure.dictionary.json', 'string.json', 'support.type.property-name.json'];
    assert.deepEqual(scopesAt('{"«other»": 1}'), key);
    assert.deepEqual(scopesAt('{"«effect»": 1}').slice(0, 3), key);
  });

  it('lets the editor tell strings from structure', () => {
    // What VS Code derives a token's type from: suggestions, brackets and quotes behave by it.
    const isString = ({ scopes: names }: Token): boolean => names.some((name) => /\bstring\b/.test(name));
    for (const name of samples.filter((each) => !broken.includes(each))) {
      for (const token of tokensOf(name).flat()) {
        if (/^[{}[\],:]$/.test(token.text) && !isString(token)) continue;
        assert.ok(!/meta\.embedded|regex/.test(token.scopes.join(' ')), token.text);
        assert.equal(isString(token), !/^[\s{}[\],:]*$|^\d+$|^true$/.test(token.text) || isInside(token), token.text);
      }
    }
    function isInside({ scopes: names }: Token): boolean {
      return names.some((each) =>
        /^meta\.(action|resource|principal|condition-value|version)|^support\.type/.test(each),
      );
    }
  });

  const corpus = '../shared/corpus';
  it('finds nothing illegal in collected policies that are JSON', function () {
    if (!existsSync(corpus)) this.skip();
    const files = readdirSync(corpus).filter((name) => name.endsWith('.cam.json'));
    for (const file of sampleOf(files, 100)) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8').replaceAll('\r', '');
      if (!isJson(text)) continue;
      for (const token of tokenize(text).flat())
        assert.doesNotMatch(token.scopes.join(' '), /invalid/, `${file}: ${token.text}`);
    }
  });

  it('is back at the base scope behind a policy', () => {
    for (const name of samples.filter((each) => each !== 'typing.cam.json')) {
      for (const { scopes: names } of tokenize(`${readSample(name)}\n \n `)
        .slice(-2)
        .flat())
        assert.deepEqual(names, [], name);
    }
  });

  it('never carries a string or an error over a line’s end, wherever a line breaks off', () => {
    for (const name of samples.filter((each) => each !== 'one-line.cam.json')) {
      const lines = readSample(name).split('\n');
      lines.forEach((line, index) => {
        const before = lines.slice(Math.max(0, index - 3), index);
        for (let column = line.length % 7; column < line.length; column += asMuchAs(7, 91)) {
          const text = [...before, line.slice(0, column), ' '].join('\n');
          const carried = tokenize(text)
            .at(-1)
            ?.flatMap(({ scopes: names }) => names.filter(isOwn));
          assert.deepEqual(carried, [], text);
        }
      });
    }
  });

  const accidents: Readonly<Record<string, string>> = {
    'an unclosed string': '{"statement": [{"effect": "allow',
    'an unclosed array': '{"statement": [{"action": ["a:B", "c:D"',
    'an unclosed array of resources': '{"statement": [{"resource": [',
    'an unclosed key': '{"statement": [{"eff',
    'a member without a comma': '{"statement": [{"effect": "allow"',
    'a member without a value': '{"statement": [{"action":',
    'a brace too many': '{"statement": [{"effect": "allow"}}]}',
    'a closing bracket too many': '{"statement": [{"action": ["a:B"]],',
    'curly quotes': '{“statement”: [{“action”: [“a:B”],',
    'an unclosed comment': '{"statement": [{ /* allow',
    'words before the policy': 'Here it is:',
    'two hundred brackets': '['.repeat(200),
  };
  for (const [what, text] of Object.entries(accidents)) {
    it(`colours what follows ${what}`, () => {
      const next = (member: string) => scopeAt(`${text}\n${member}`);
      assert.equal(next('"action": ["«mps»:ProcessMedia"],'), 'entity.name.namespace.service');
      assert.equal(next('"effect": "«deny»"'), 'keyword.control.effect.deny');
      assert.equal(next('"«resource»": "*"'), 'keyword.other.element.resource');
    });
  }
});
