/** COS buckets whose name and account do not go together. */
import { isUin } from '../../knowledge/account.js';
import { bucketIn, isAppId, isBucketService, isNumber, type BucketName } from '../../knowledge/bucket-name.js';
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import type { Facts } from '../../knowledge/facts.js';
import type { PolicyResource } from '../../policy/model.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { segment, segmentStart, type ResourcePattern } from '../../policy/resource.js';
import { replace, type Span } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { rule, type FixOf } from '../rule.js';

interface Fault {
  readonly message: 'other' | 'root' | 'older' | 'short' | 'short-open' | 'any' | 'any-bucket' | 'foreign';
  readonly bucket: BucketName | undefined;
  /** The number behind `uid/`; empty where the account is. */
  readonly account: string;
}

function faultOf(resource: ResourcePattern, facts: Facts): Fault | undefined {
  const found = segment(resource, 'account');
  const bucket = bucketIn(resource);
  if (found === 'uid/*') {
    if (!isBucketService(segment(resource, 'service'))) return undefined;
    return { message: bucket?.appId === undefined ? 'any-bucket' : 'any', bucket, account: '*' };
  }
  const account = found.startsWith('uid/') ? found.slice('uid/'.length) : found;
  if (!bucket || (found !== '' && (account === found || !isNumber(account)))) return undefined;
  if (resourceFlaw(resource, facts)) return undefined;
  const message = disagreement(bucket, account);
  return message && { message, bucket, account };
}

function disagreement({ appId, older }: BucketName, account: string): Fault['message'] | undefined {
  if (older) return appId === account ? undefined : account === '' ? 'foreign' : 'older';
  if (appId === undefined || (account !== '' && !isAppId(appId, account)))
    return account === '' ? 'short-open' : 'short';
  // Whose account an empty one is, is seen when it is reported.
  if (account === '') return 'foreign';
  if (appId === account) return undefined;
  return isUin(account) ? 'root' : 'other';
}

/** What is plainly wrong. */
const sure: ReadonlySet<Fault['message']> = new Set(['other', 'root', 'older', 'foreign']);

/** The name of a bucket; in the older form the APPID before it. */
const nameSpan = (text: string, resource: PolicyResource, { start, name, older, appId }: BucketName): Span => {
  const from = segmentStart(resource, 'path') + start;
  return spanInString(text, resource.node, from, from + (older && appId !== undefined ? appId : name).length);
};

/** The account named, or the bucket of the policy's own account in its place. */
function ownSuggestions(
  text: string,
  resource: PolicyResource,
  { bucket }: Fault,
  own: string,
): readonly FixOf<'replace' | 'name'>[] {
  if (bucket?.appId === undefined) return [];
  const { appId } = bucket;
  const at = segmentStart(resource, 'account');
  const place = spanInString(text, resource.node, at, at);
  const found = `uid/${appId}`;
  return [
    { title: 'name', data: { found }, edits: () => [replace(place, found)] },
    replacement(...renamed(text, resource, bucket, appId, own)),
  ];
}

const replacement = (span: Span, found: string, preferred = false): FixOf<'replace'> => ({
  title: 'replace',
  data: { found },
  edits: () => [replace(span, found)],
  ...(preferred ? { preferred } : {}),
});

function suggestionsFor(
  text: string,
  resource: PolicyResource,
  { message, bucket, account }: Fault,
): readonly FixOf<'replace' | 'clear'>[] {
  const span = segmentSpan(text, resource, 'account');
  // Of two APPIDs either may be the one that is meant.
  const unsure = message === 'other' || (message === 'older' && !isUin(account));
  const owner = bucket?.appId === undefined ? [] : [replacement(span, `uid/${bucket.appId}`, !unsure)];
  if (message === 'any-bucket') return [{ title: 'clear', edits: () => [replace(span, '')] }];
  if (message === 'short' && bucket)
    return isUin(account) ? [] : [replacement(nameSpan(text, resource, bucket), `${bucket.name}-${account}`, true)];
  if (!unsure || bucket?.appId === undefined) return owner;
  return [...owner, replacement(...renamed(text, resource, bucket, bucket.appId, account))];
}

/** Where the APPID of the bucket's name or path stands, with the account's in its place. */
function renamed(
  text: string,
  resource: PolicyResource,
  bucket: BucketName,
  appId: string,
  account: string,
): readonly [Span, string] {
  if (!bucket.older) return [nameSpan(text, resource, bucket), bucket.name.slice(0, -appId.length) + account];
  const from = segmentStart(resource, 'path') + bucket.start;
  return [spanInString(text, resource.node, from, from + appId.length), account];
}

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'The name of a COS bucket must end in the APPID of the resource’s account.',
    zh: 'COS 存储桶名称须带 APPID，且与资源账号段的 APPID 一致。',
  },
  messages: {
    other: {
      en: 'The bucket {name} belongs to APPID {appId}, not to {account}. This resource matches nothing.',
      zh: '存储桶 {name} 属于 APPID {appId}，而不是 {account}。该资源匹配不到任何内容。',
    },
    root: {
      en: '{account} is an account number, not an APPID: this resource matches nothing. The bucket {name} belongs to APPID {appId}.',
      zh: '{account} 是账号 UIN 而非 APPID，该资源匹配不到任何内容。存储桶 {name} 属于 APPID {appId}。',
    },
    older: {
      en: 'The path names APPID {appId}, but the account is {account}. This resource matches nothing.',
      zh: '路径中的 APPID 为 {appId}，账号段为 {account}，该资源匹配不到任何内容。',
    },
    short: {
      en: 'The full name of a bucket ends in its APPID: "{name}-{account}". Current documents do not say whether COS also takes the name without it.',
      zh: 'COS 文档中的存储桶名称带有 APPID："{name}-{account}"。现行文档不再说明能否省略 APPID。',
    },
    'short-open': {
      en: 'The full name of a bucket ends in its APPID, as {name}-1250000000 does. Current documents do not say whether COS also takes the name without it.',
      zh: 'COS 文档中的存储桶名称带有 APPID，例如 {name}-1250000000。现行文档不再说明能否省略 APPID。',
    },
    foreign: {
      en: 'The bucket {name} belongs to APPID {appId}. An empty account is that of the policy, whose APPID is {own} according to cam-policy.config.json: this resource matches nothing.',
      zh: '存储桶 {name} 属于 APPID {appId}。账号段留空表示策略所属账号，按 cam-policy.config.json 其 APPID 为 {own}，该资源匹配不到任何内容。',
    },
    any: {
      en: 'Documents never write `*` for the owner of a bucket. The bucket {name} belongs to APPID {appId}.',
      zh: '文档中没有以 `*` 作存储桶所有者的写法。存储桶 {name} 属于 APPID {appId}。',
    },
    'any-bucket': {
      en: 'Documents never write `*` for the owner of a bucket. Write `uid/` with an APPID, or leave the account empty for the policy’s own.',
      zh: '文档中没有以 `*` 作存储桶所有者的写法。请写 `uid/` 加 APPID，或留空表示策略所属账号。',
    },
  },
  fixes: {
    replace: { en: 'Change to {found}', zh: '改为 {found}' },
    name: { en: 'Name the account: {found}', zh: '写明账号：{found}' },
    clear: { en: 'Leave the account empty: the policy’s own', zh: '将账号留空：策略所属账号' },
  },
  together: 'all',
  check: {
    resource: {
      find: faultOf,
      report(fault, resource, _statement, { report, text, account: { appid } }) {
        const { message, bucket, account } = fault;
        if (message === 'foreign' && (appid === undefined || bucket?.appId === undefined || bucket.appId === appid))
          return;
        const isForeign = message === 'foreign';
        const isOfName = isForeign || message === 'short' || message === 'short-open';
        const span = isOfName && bucket ? nameSpan(text, resource, bucket) : segmentSpan(text, resource, 'account');
        report(span, message, {
          data: { name: bucket?.name ?? '', appId: bucket?.appId ?? '', account, own: appid ?? '' },
          ...(sure.has(message) ? {} : { severity: 'information' }),
          suggestions: isForeign
            ? ownSuggestions(text, resource, fault, appid ?? '')
            : suggestionsFor(text, resource, fault),
        });
      },
    },
  },
});
