import { testRule } from '../../../../test/rule-tester.js';
import { asMuchAs } from '../../../../test/sampling.js';

testRule('too-deep', {
  valid: ['{}', '['.repeat(100) + ']'.repeat(100), '{"a":'.repeat(100) + '1' + '}'.repeat(100)],
  invalid: [
    { text: `${'['.repeat(100)}«[»${']'.repeat(101)}`, messages: ['deep'], severity: 'error', says: '100' },
    { text: `${'['.repeat(100)}«[»${'['.repeat(asMuchAs(99_900, 9_900))}`, messages: ['deep'] },
    { text: `${'{"a":'.repeat(100)}«{»"a":${'{"a":'.repeat(5000)}`, messages: ['deep'] },
  ],
});
