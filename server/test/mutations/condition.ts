/** Mistakes in conditions. */
import type { Mutation } from '../mutations.js';

const policy = (condition: string): string =>
  `{"version":"2.0","statement":[{"effect":"allow","action":["mps:ProcessMedia"],"resource":"*","condition":{${condition}}}]}`;

const ip = policy('"ip_equal":{"qcs:ip":"10.0.0.0/24"}');
const time = policy('"date_less_than":{"qcs:current_time":"2026-06-01T00:00:00Z"}');
const tag = policy('"for_any_value:string_equal":{"qcs:resource_tag":["team&core"]}');
const size = policy('"numeric_less_than":{"cos:content-length":10}');

export const mutations: readonly Mutation[] = [
  {
    code: 'unknown-condition-operator',
    good: ip,
    bad: policy('«"IpAddress"»:{"qcs:ip":"10.0.0.0/24"}'),
    fixed: ip,
  },
  {
    code: 'unknown-condition-operator',
    good: tag,
    bad: policy('«"ForAnyValue:StringEquals"»:{"qcs:resource_tag":["team&core"]}'),
    fixed: tag,
  },
  {
    code: 'unknown-condition-operator',
    good: size,
    bad: policy('«"numeric_less_then"»:{"cos:content-length":10}'),
    fixed: size,
  },
  {
    code: 'unknown-condition-operator',
    good: ip,
    bad: policy('«"ip_equal "»:{"qcs:ip":"10.0.0.0/24"}'),
    fixed: ip,
  },
  { code: 'unknown-condition-key', good: ip, bad: policy('"ip_equal":{«"qcs:Ip"»:"10.0.0.0/24"}'), fixed: ip },
  { code: 'unknown-condition-key', good: ip, bad: policy('"ip_equal":{«"aws:SourceIp"»:"10.0.0.0/24"}'), fixed: ip },
  {
    code: 'condition-operator-mismatch',
    good: ip,
    bad: policy('«"string_equal"»:{"qcs:ip":"10.0.0.0/24"}'),
    fixed: ip,
  },
  { code: 'condition-value', good: ip, bad: policy('"ip_equal":{"qcs:ip":«"10.0.0.*"»}') },
  {
    code: 'condition-value',
    good: time,
    bad: policy('"date_less_than":{"qcs:current_time":«"2026/06/01 00:00:00"»}'),
    fixed: time,
  },
  { code: 'condition-value', good: size, bad: policy('"numeric_less_than":{"cos:content-length":«"10 bytes"»}') },
  {
    code: 'condition-value',
    good: tag,
    bad: policy('"for_any_value:string_equal":{"qcs:resource_tag":[«"team:core"»]}'),
    fixed: tag,
  },
  {
    code: 'tag-qualifier',
    good: tag,
    bad: policy('«"string_equal"»:{"qcs:resource_tag":["team&core"]}'),
    fixed: tag,
  },
  {
    code: 'for-all-value-allow',
    good: policy('"for_any_value:string_equal":{"qcs:request_tag":["team&core"]}'),
    bad: policy('«"for_all_value:string_equal"»:{"qcs:request_tag":["team&core"]}'),
    fixed: policy('"for_any_value:string_equal":{"qcs:request_tag":["team&core"]}'),
  },
  {
    code: 'contradictory-condition',
    good: policy('"ip_equal":{"qcs:ip":"10.0.0.0/8"},"ip_not_equal":{"qcs:ip":"10.1.0.0/16"}'),
    bad: policy('"ip_equal":{"qcs:ip":"10.1.0.0/24"},"ip_not_equal":{«"qcs:ip"»:"10.1.0.0/16"}'),
  },
];
