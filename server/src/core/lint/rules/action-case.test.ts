import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

const resource = (text: string): string => `{"statement":[{"resource":"${text}"}]}`;
const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('action-case', {
  valid: [
    policy('"mps:ProcessMedia","name/cmqqueue:SendMessage","mps:process*","*","consolevod:ApplyUpload"'),
    // Nothing is known of these.
    policy('"nosuch:dothing","mps:launchrocket"'),
    policy('"MP*:processmedia","mps"'),
    resource('qcs::mps:GZ::MPS/1'),
    resource('qcs::NOSUCH:gz::a/1'),
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
    {
      text: resource('qcs::«MPS»:gz::a/1'),
      messages: ['service'],
      severity: 'warning',
      fixed: resource('qcs::mps:gz::a/1'),
    },
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
