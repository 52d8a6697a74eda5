import { testRule } from '../../../../test/rule-tester.js';

const of = (region: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":"qcs::cvm:${region}::instance/*"}]}`;

testRule('unknown-region', {
  valid: [
    ...[
      '',
      'ap-guangzhou',
      'gz',
      'ap-shenzhen-fsi',
      'st',
      'cn-south',
      '*',
      'ap-*',
      '$region',
      '${region}',
      '<Region>',
    ].map(of),
    // Swapped with the service: another rule's.
    '{"statement":[{"effect":"allow","action":"cvm:*","resource":"qcs::gz:cvm::*"}]}',
    '{"statement":[{"effect":"allow","action":"cvm:*","resource":"qcs::cvm:nowhere"}]}',
  ],
  invalid: [
    {
      text: of('«ap-gaungzhou»'),
      messages: ['near'],
      severity: 'warning',
      says: '"ap-guangzhou"',
      fixed: null,
      suggested: [of('ap-guangzhou')],
    },
    { text: of('«AP-Guangzhou»'), messages: ['near'], suggested: [of('ap-guangzhou')] },
    { text: of('«guangzhou»'), messages: ['near'], suggested: [of('ap-guangzhou')] },
    { text: of('«ap-guangzhou-3»'), messages: ['zone'], says: 'availability zone', suggested: [of('ap-guangzhou')] },
    { text: of('«nowhere»'), messages: ['unknown'], severity: 'warning', suggested: [] },
    // It reads like a region: perhaps a new one.
    { text: of('«me-riyadh»'), messages: ['unlisted'], severity: 'hint', suggested: [] },
  ],
});
