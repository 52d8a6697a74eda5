/** How ids of resources look, where a document or the product's own samples tell. */

/**
 * How ids begin, by service and the word before them in a resource.
 * Source: samples of ids in the API documents of each product (CVM 213, VPC 215, TKE 457, TCR 1141, CDB 236, Redis 239, and so on), 2025.
 */
const starts: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'cvm instance': ['ins-'],
    'cvm image': ['img-'],
    'cvm sg': ['sg-'],
    'cvm volume': ['disk-'],
    'cvm keypair': ['skey-'],
    'vpc vpc': ['vpc-'],
    'vpc subnet': ['subnet-'],
    'vpc eni': ['eni-'],
    'vpc rtb': ['rtb-'],
    'vpc nat': ['nat-'],
    'vpc pcx': ['pcx-'],
    'vpc vpngw': ['vpngw-'],
    'vpc vpnx': ['vpnx-'],
    'vpc dcg': ['dcg-'],
    'clb clb': ['lb-'],
    'cdb instanceId': ['cdb-', 'cdbro-', 'cdbrg-'],
    'redis instance': ['crs-'],
    'redis instanceId': ['crs-'],
    'mongodb instance': ['cmgo-'],
    'mongodb instanceId': ['cmgo-'],
    'tke cluster': ['cls-'],
    'ccs cluster': ['cls-'],
    'tcr instance': ['tcr-'],
    'tcr repository': ['tcr-'],
    'lighthouse instance': ['lhins-'],
    'es instance': ['es-'],
    'tcm mesh': ['mesh-'],
    'tat command': ['cmd-'],
    'as auto-scaling-group': ['asg-'],
    'as launch-configuration': ['asc-'],
  }),
);

/** Applications that are counted, not named. Source: the products' CAM pages, such as 598/67146. */
const numbers: ReadonlySet<string> = new Set([
  'trtc sdkappid',
  'im sdkappid',
  'tiw sdkappid',
  'vod subAppId',
  'sms app',
  'vms app',
  'tpns app',
]);

/** `number`: digits only; else what ids begin with. */
export type IdForm = 'number' | readonly string[];

/** The form of the ids behind `type` in resources of `service`; undefined where it is not known. */
export const idForm = (service: string, type: string): IdForm | undefined =>
  numbers.has(`${service} ${type}`) ? 'number' : starts.get(`${service} ${type}`);

/** Older ids: digits, `i-15931881scv4`, and UUIDs. */
const isOlder = (id: string): boolean => /^i-[\da-z]+$/iu.test(id) || (/^[\da-f-]+$/iu.test(id) && /\d/u.test(id));

/** Whether `value`, perhaps with a wildcard at its end, may be an id of this form. */
export function mayBeId(value: string, form: IdForm): boolean {
  const star = value.indexOf('*');
  const head = star < 0 ? value : value.slice(0, star);
  if (form === 'number') return /^\d*$/u.test(head);
  if (star >= 0 && form.some((start) => start.startsWith(head))) return true;
  return form.some((start) => head.startsWith(start)) || isOlder(head);
}
