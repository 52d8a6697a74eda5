import { testRule } from '../../../../test/rule-tester.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":"${resource}"}]}`;

testRule('wildcard-position', {
  valid: [
    of('*'),
    of('qcs::cvm:gz::instance/*'),
    of('qcs::cvm:gz::*'),
    of('qcs::cvm:gz::*/*'),
    of('qcs::cvm:gz::instance/ins-*'),
    of('qcs::cos:gz::b-1/dir/**'),
    of('qcs::*:gz::*'),
    // As TCR's documents have it.
    of('qcs::tcr:ap-guangzhou:*:repo/team-01/*'),
    // Told of by bucket-owner.
    of('qcs::cos::uid/*:examplebucket-1250000000/*'),
    // Masked, not a wildcard.
    of('qcs::cls:gz:uin/****:logset/1c01-****-7342'),
    of('qcs::cvm:*'),
  ],
  invalid: [
    {
      text: of('qcs::cvm:«*»::instance/*'),
      messages: ['region'],
      severity: 'hint',
      fixed: null,
      suggested: [of('qcs::cvm:::instance/*')],
    },
    { text: of('qcs::cvm:«ap-*»::instance/*'), messages: ['segment'], says: 'region' },
    { text: of('qcs::cvm::«*»:instance/*'), messages: ['account'], says: 'Only those of TCR' },
    { text: of('qcs::tcr::«uin/*»:repo/*'), messages: ['segment'], says: 'account' },
    { text: of('qcs::cvm::«uid/*»:instance/*'), messages: ['segment'] },
    { text: of('qcs::«cv*»::uin/1:*'), messages: ['segment'], says: 'service' },
    { text: of('qcs::cos:gz::b-1/«*»/a/*'), messages: ['middle'] },
    { text: of('qcs::cvm:gz::instance/«*»-test'), messages: ['middle'] },
  ],
});
