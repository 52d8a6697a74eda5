/** What the segments of a resource are called. */
import type { Text } from '../text.js';
import type { SegmentName } from './resource.js';

export const segmentTitles: { readonly [name in SegmentName]: Text } = {
  qcs: { en: 'prefix', zh: '前缀' },
  project: { en: 'project', zh: '项目' },
  service: { en: 'service', zh: '服务' },
  region: { en: 'region', zh: '地域' },
  account: { en: 'account', zh: '账号' },
  path: { en: 'resource', zh: '资源' },
};
