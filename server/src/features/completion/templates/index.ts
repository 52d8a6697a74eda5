/** Policies to start from. Before anything is typed at their tab stops, lint has nothing to report that they are not meant to be. */
import type { Language } from '../../../core/catalogue/language.js';
import { regionCodes } from '../regions.js';
import { cmqTemplates } from './cmq.js';
import { bucketPolicies, cosTemplates } from './cos.js';
import { generalTemplates } from './general.js';
import { mpsTemplates } from './mps.js';
import { roleTemplates } from './roles.js';
import type { PolicyTemplate } from './template.js';
import { trtcTemplates } from './trtc.js';

export type { ObjectTemplate, PolicyTemplate, StatementTemplate } from './template.js';

/** Whole policies, in the order to offer them. */
export function policyTemplates(language: Language): readonly PolicyTemplate[] {
  const regions = regionCodes('modern', language);
  return [
    ...generalTemplates,
    ...cosTemplates(regions),
    ...mpsTemplates,
    ...trtcTemplates,
    ...cmqTemplates(regionCodes('short', language)),
    ...roleTemplates,
    ...bucketPolicies(regions),
  ];
}

/** Statements to start from besides those of the policies. */
export const statementTemplates: readonly PolicyTemplate[] = [
  {
    id: 'allow',
    title: { en: 'Statement that allows', zh: '允许语句' },
    description: { en: 'Allows actions on resources.', zh: '允许对资源执行操作。' },
    statements: [{ effect: 'allow', action: ['$1'], resource: ['$2'] }],
  },
  {
    id: 'deny',
    title: { en: 'Statement that denies', zh: '拒绝语句' },
    description: {
      en: 'Denies actions on resources; a deny outweighs every allow.',
      zh: '拒绝对资源执行操作；拒绝优先于任何允许。',
    },
    statements: [{ effect: 'deny', action: ['$1'], resource: ['$2'] }],
  },
];
