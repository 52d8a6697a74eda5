/** Account segments that are neither `uin/` with a root account's number nor `uid/` with an APPID. */
import { hasWildcard } from '../../policy/action.js';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { isUin, type Account } from '../../knowledge/account.js';
import { cosTraits } from '../../policy/cos-kin.js';
import { segment, type ResourcePattern } from '../../policy/resource.js';
import { replace, type Span } from '../../span.js';
import { isUnfilled, placeholdersIn } from '../../policy/placeholders.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import { bucketIn, isAppId } from '../../knowledge/bucket-name.js';
import type { Facts } from '../../knowledge/facts.js';
import { rule, type FixOf } from '../rule.js';

/** Also where digits are masked in print: the name of a bucket may tell them. */
const isNumber = (text: string): boolean => /^\d[\d*xX]*$/u.test(text);

/** Whether digits may be an APPID as well as the number of an older account. */
const isNumberOfEither = (text: string): boolean => /^\d{9,10}$/u.test(text);

/** What is wrong, and the segment that was meant where that is plain. */
type Fault = readonly ['prefix' | 'root' | 'which' | 'slash' | 'case' | 'uid' | 'uin' | 'number' | 'form', string?];

function faultOf(resource: ResourcePattern, facts: Facts): Fault | undefined {
  const found = segment(resource, 'account');
  if (resource.form !== 'six' || found === '' || found === '*') return undefined;
  const service = segment(resource, 'service');
  const onlyAppId = cosTraits(service)?.onlyAppId === true;
  const fault = faultIn(found, onlyAppId ? 'uid' : facts.catalogue.service(service)?.data.account, onlyAppId);
  if (!fault || isPrincipalOfAll(service, found) || resourceFlaw(resource, facts)) return undefined;
  const owner = ownerOf(resource);
  if (owner !== undefined && inPlaceOfAppId.has(fault[0])) return [fault[0], owner];
  return isUnfilled(found) && !saysKind.has(fault[0]) ? undefined : fault;
}

/** The mistakes that say what belongs into a placeholder; of others it is enough that it is one. */
const saysKind: ReadonlySet<Fault[0]> = new Set(['uid', 'uin']);

/** The mistakes that a bucket's name tells how to mend. */
const inPlaceOfAppId: ReadonlySet<Fault[0]> = new Set(['prefix', 'root', 'uin', 'number', 'form']);

/** The account that the name of a bucket shows. */
function ownerOf(resource: ResourcePattern): string | undefined {
  const appId = bucketIn(resource)?.appId;
  return appId !== undefined && isAppId(appId, '') ? `uid/${appId}` : undefined;
}

function faultIn(found: string, kind: 'uin' | 'uid' | undefined, onlyAppId: boolean): Fault | undefined {
  if (isNumber(found)) {
    if (kind === 'uid') return isUin(found) ? ['root'] : ['prefix', `uid/${found}`];
    return [isNumberOfEither(found) ? 'which' : 'prefix', `uin/${found}`];
  }
  const [, prefix = '', slash = '', number = ''] = /^(ui[nd])(\/?)(.*)$/iu.exec(found) ?? [];
  if (prefix === '') return isUnfilled(found) ? undefined : ['form'];
  if (slash === '') {
    if (/^\d+$/u.test(number)) return ['slash', `${prefix.toLowerCase()}/${number}`];
    return isUnfilled(found) ? undefined : ['form'];
  }
  if (prefix !== prefix.toLowerCase()) return ['case', `${prefix.toLowerCase()}/${number}`];
  if (number.trim() !== '' && !/^-?\d+$/u.test(number) && !isUnfilled(number) && !hasWildcard(number))
    return ['number'];
  if (prefix === 'uid' && kind === 'uin') return ['uid'];
  return prefix === 'uin' && onlyAppId ? ['uin'] : undefined;
}

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'The account of a resource is `uin/` with the root account’s number, `uid/` with the APPID for COS, or empty.',
    zh: '资源的账号段为 `uin/` 加主账号 UIN，COS 为 `uid/` 加 APPID，或留空。',
  },
  messages: {
    prefix: {
      en: 'The account lacks its prefix, so the resource matches nothing. Write "{account}".',
      zh: '账号缺少前缀，该资源匹配不到任何内容。请写 "{account}"。',
    },
    root: {
      en: '"{found}" is the number of an account. The owner of a `{service}` resource is `uid/` with the APPID.',
      zh: '"{found}" 是账号 UIN。`{service}` 资源的所有者须写 `uid/` 加 APPID。',
    },
    which: {
      en: 'The account lacks its prefix, so the resource matches nothing. Write "{account}" if that is the root account’s number, and not the APPID.',
      zh: '账号缺少前缀，该资源匹配不到任何内容。若为主账号 UIN 而非 APPID，请写 "{account}"。',
    },
    slash: { en: 'A slash is missing: CAM needs "{account}".', zh: '缺少斜杠：CAM 需要 "{account}"。' },
    case: { en: 'CAM writes this prefix in lower case: "{account}".', zh: 'CAM 的此前缀为小写："{account}"。' },
    uid: {
      en: 'The owner of a `{service}` resource is `uin/` with the root account’s number. `uid/` with an APPID is for COS and services that work like it; an empty account is the policy’s own.',
      zh: '`{service}` 资源的所有者须写 `uin/` 加主账号 UIN。`uid/` 加 APPID 仅用于 COS 一类服务；留空表示策略所属账号。',
    },
    uin: {
      en: 'The owner of a `{service}` resource is `uid/` with the APPID. CAM does not match `uin/` there.',
      zh: '`{service}` 资源的所有者须写 `uid/` 加 APPID。CAM 在此不匹配 `uin/`。',
    },
    number: {
      en: '"{found}" contains no account number. Write `uin/` or `uid/` with digits, or leave the segment empty for the policy’s own account.',
      zh: '"{found}" 中没有账号数字。请写 `uin/` 或 `uid/` 加数字，或留空表示策略所属账号。',
    },
    form: {
      en: '"{found}" is not an account. Write `uin/` with the root account’s number, or leave the segment empty for the policy’s own account.',
      zh: '"{found}" 不是账号。请写 `uin/` 加主账号 UIN，或留空表示策略所属账号。',
    },
  },
  fixes: {
    replace: { en: 'Change to {account}', zh: '改为 {account}' },
    own: {
      en: 'Change to {own}, the account of cam-policy.config.json',
      zh: '改为 cam-policy.config.json 中的账号 {own}',
    },
    clear: { en: 'Leave the account empty: the policy’s own', zh: '将账号留空：策略所属账号' },
  },
  together: 'all',
  check: {
    resource: {
      find: faultOf,
      report([message, account], resource, _statement, { report, text, catalogue, account: own }) {
        const found = segment(resource, 'account');
        const service = segment(resource, 'service');
        const span = segmentSpan(text, resource, 'account');
        report(span, message, {
          data: { found, service, account: account ?? '' },
          explains: [span],
          ...fixesFor(
            span,
            account,
            found,
            ownAccount(own, service, catalogue),
            message === 'which' || isOther(found, account),
          ),
        });
      },
    },
  },
});

/** Whether another APPID stands there than the one that is meant: either may be the slip. */
const isOther = (found: string, account: string | undefined): boolean =>
  account !== undefined && isNumberOfEither(found) && !account.endsWith(`/${found}`);

/** CAM's signs for everyone stand where an account stands. */
const isPrincipalOfAll = (service: string, found: string): boolean =>
  service === 'cam' && (found === 'anonymous' || found === 'anyone');

/** How the policy's own account is written for a service; undefined where that is not known. */
function ownAccount({ uin, appid }: Account, service: string, catalogue: Catalogue): string | undefined {
  const isAppId = cosTraits(service)?.onlyAppId === true || catalogue.service(service)?.data.account === 'uid';
  const number = isAppId ? appid : uin;
  return number === undefined ? undefined : `${isAppId ? 'uid' : 'uin'}/${number}`;
}

function fixesFor(
  span: Span,
  account: string | undefined,
  found: string,
  own: string | undefined,
  unsure: boolean,
): { readonly fix?: FixOf<'replace'>; readonly suggestions?: readonly FixOf<'replace' | 'clear' | 'own'>[] } {
  if (account !== undefined) {
    const fix = { title: 'replace', data: { account }, edits: () => [replace(span, account)] } as const;
    if (namesSeveral(found)) return { suggestions: [fix] };
    if (!unsure) return { fix: { ...fix, preferred: true } };
    return { suggestions: [fix, ...others(span, own)] };
  }
  const offers = others(span, own);
  // Something else is to be filled in: the policy's own account is not what was meant, unless it is known.
  return { suggestions: placeholdersIn(found).length > 0 ? offers.slice(1) : offers };
}

/** To leave the account empty, and the policy's own account where it is known. */
const others = (span: Span, own: string | undefined): readonly FixOf<'clear' | 'own'>[] => [
  { title: 'clear', edits: () => [replace(span, '')] },
  ...(own === undefined ? [] : [{ title: 'own', data: { own }, edits: () => [replace(span, own)] } as const]),
];

/** Whether more than one number stands there: the others would get lost. */
const namesSeveral = (found: string): boolean =>
  found.split(/[^\d*xX]+/u).filter((part) => /\d{5}/u.test(part)).length > 1;
