import assert from 'node:assert/strict';
import { documentOf, onlyPolicy, testContext } from '../../../test/documents.js';
import { semanticTokens } from './index.js';
import { semanticTokensLegend } from './token-types.js';

/** `type[.modifier…]:text` for each token. */
function tokens(text: string, within?: { start: number; end: number }): string[] {
  const document = documentOf(text);
  const lines = text.split('\n');
  const data = semanticTokens(document, within && onlyPolicy(document).rangeOf(within), testContext);
  const shown: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [deltaLine = 0, deltaCharacter = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += deltaLine;
    character = deltaLine === 0 ? character + deltaCharacter : deltaCharacter;
    const names = semanticTokensLegend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    const name = [semanticTokensLegend.tokenTypes[type], ...names].join('.');
    shown.push(`${name}:${lines[line]?.slice(character, character + length) ?? ''}`);
  }
  return shown;
}

describe('semantic tokens', () => {
  it('of actions, with what the catalogue knows of them', () => {
    assert.deepEqual(
      tokens('{"statement":{\n"action":["name/mps:DescribeTaskDetail",\n"trtc:*","mps:ProcessMedia","?"]}}'),
      [
        'modifier:name',
        'namespace:mps',
        'function.readonly:DescribeTaskDetail',
        'namespace:trtc',
        'operator:*',
        'namespace:mps',
        'function:ProcessMedia',
      ],
    );
  });

  it('strike out what is no more', () => {
    const deprecated = tokens('{"statement":{"action":"trtc:DescribeCallDetail"}}');
    assert.ok(
      deprecated.some((token) => token.startsWith('function.deprecated.readonly')),
      deprecated.join(),
    );
  });

  it('of the six segments', () => {
    assert.deepEqual(tokens('{"statement":{"resource":"qcs::cmqqueue:gz:uin/1:queueName/uin/${uin}/orders"}}'), [
      'keyword:qcs',
      'namespace:cmqqueue',
      'enumMember:gz',
      'modifier:uin',
      'number:1',
      'type:queueName',
      'modifier:uin',
      'variable:${uin}',
    ]);
  });

  it('of conditions and principals', () => {
    assert.deepEqual(
      tokens(
        '{"statement":{"principal":{"qcs":["qcs::cam::uin/1:root"]},"condition":{"for_any_value:string_equal_if_exist":{"qcs:request_tag/team":["${app_id}-x"]}}}}',
      ),
      [
        'keyword:qcs',
        'namespace:cam',
        'modifier:uin',
        'number:1',
        'type:root',
        'modifier:for_any_value',
        'method:string_equal',
        'modifier:_if_exist',
        'namespace:qcs',
        'property:request_tag',
        'parameter:team',
        'variable:${app_id}',
      ],
    );
  });

  it('of a part of the document', () => {
    const text = '{"statement":{"action":["mps:A","trtc:B"]}}';
    const start = text.indexOf('"trtc');
    assert.deepEqual(tokens(text, { start, end: text.length }), ['namespace:trtc', 'function:B']);
  });
});
