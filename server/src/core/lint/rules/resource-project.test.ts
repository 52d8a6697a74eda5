import { testRule } from '../../../../test/rule-tester.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":${resource}}]}`;

testRule('resource-project', {
  valid: [
    of('"*"'),
    of('"qcs::cvm:gz::instance/ins-1"'),
    of('"qcs:id/0:cvm"'),
    of('"qcs: :cvm:gz::*"'),
    of('"qcs:mps::gz::*"'),
  ],
  invalid: [
    {
      text: of('["qcs:«id/0»:cvm:gz::instance/ins-1"]'),
      messages: ['filled'],
      severity: 'warning',
      fixed: of('["qcs::cvm:gz::instance/ins-1"]'),
    },
    { text: of('"qcs:«*»:cvm:gz::*"'), messages: ['filled'], fixed: of('"qcs::cvm:gz::*"') },
    { text: of('"qcs:«app»:cvm:gz::*"'), messages: ['other'], fixed: null, suggested: [of('"qcs::cvm:gz::*"')] },
    // Without the project the statement holds for more: a person must look.
    { text: of('"qcs:«id/1042»:cvm:gz::*"'), messages: ['filled'], fixed: null, suggested: [of('"qcs::cvm:gz::*"')] },
  ],
});
