import assert from 'node:assert/strict';
import { lint } from '../lint.js';
import { readPolicy } from '../../policy/read.js';
import { shippedCatalogue, shippedLanguage } from '../../../../test/shipped-catalogue.js';
import { testRule } from '../../../../test/rule-tester.js';
import { applyEdits } from '../../span.js';
import { rules } from './index.js';

const begun = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": [],
      "resource": []
    }
  ]
}
`;

testRule('empty-policy', {
  valid: ['{', '{}', 'version', '// why\n{', '""'],
  invalid: [
    { text: '«»', messages: ['nothing'], severity: 'hint', fixed: null, suggested: [begun], preferred: [true] },
    { text: '« \n\n\t»', messages: ['nothing'], suggested: [begun] },
    { text: '«\ufeff»', messages: ['nothing'], suggested: [`\ufeff${begun}`] },
    { text: '«// why\n// so\n»', messages: ['nothing'], suggested: [`// why\n// so\n${begun}`] },
    {
      text: '«/* why */\r\n\r\n»',
      messages: ['nothing'],
      suggested: [`/* why */\r\n${begun.replaceAll('\n', '\r\n')}`],
    },
    { text: '«/* why»', messages: ['nothing'], suggested: [] },
  ],
});

describe('a document that holds nothing yet', () => {
  const findings = (text: string) =>
    lint(readPolicy(text), { catalogue: shippedCatalogue, language: shippedLanguage, rules });

  it('has a hint and nothing else, whatever the comments', () => {
    for (const text of ['', '\n', '\ufeff', '// mine', '/* a */ // b\n# c', '/* open'])
      assert.deepEqual(
        findings(text).map(({ code, severity }) => [code, severity]),
        [['empty-policy', 'hint']],
        text,
      );
  });

  it('once begun asks for one thing: what the statement is about', () => {
    const [{ suggestions: [begin] = [] } = {}] = findings('');
    assert.ok(begin);
    assert.deepEqual(
      findings(applyEdits('', begin.edits())).map(({ code, severity }) => [code, severity]),
      [['empty-value', 'warning']],
    );
  });
});
