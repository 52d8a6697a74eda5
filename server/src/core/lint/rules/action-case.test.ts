import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('action-case', {
  valid: [
    policy('"mps:ProcessMedia","name/cmqqueue:SendMessage","mps:process*","*","consolevod:ApplyUpload"'),
    // Nothing is known of these.
    policy('"nosuch:dothing","mps:launchrocket"'),
    policy('"MP*:processmedia","mps"'),
  ],
  invalid: [
    {
      text: policy('"mps:«processMedia»"'),
      messages: ['case'],
      severity: 'warning',
      says: '`mps:ProcessMedia`',
      fixed: policy('"mps:ProcessMedia"'),
    },
    { text: policy('"name/«MPS»:*"'), messages: ['service'], severity: 'warning', fixed: policy('"name/mps:*"') },
    { text: policy('"«Mps:PROCESSMEDIA»"'), messages: ['case'], fixed: policy('"mps:ProcessMedia"') },
    // The service's list is not whole: an older API may have had the name.
    {
      text: policy('"cvm:«runInstances»"'),
      messages: ['other'],
      severity: 'hint',
      fixed: null,
      suggested: [policy('"cvm:RunInstances"')],
    },
    { text: policy('"mps:«\\u0070rocessMedia»"'), messages: ['case'], fixed: policy('"mps:ProcessMedia"') },
  ],
});

testRule('action-case', {
  catalogue: shippedCatalogue,
  valid: [policy('"cos:PutObject"')],
  invalid: [
    // COS's documents say that case counts.
    { text: policy('"cos:«putObject»"'), messages: ['case'], severity: 'warning', fixed: policy('"cos:PutObject"') },
  ],
});
