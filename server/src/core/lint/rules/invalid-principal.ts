/** Principals under keys that CAM does not know, or strings that name nobody. */
import { nearest } from '../../catalogue/nearest.js';
import type { PrincipalEntry } from '../../policy/model.js';
import { isPrincipalKind, principalKinds, readPrincipal, type PrincipalKind } from '../../policy/principal.js';
import { replace } from '../../span.js';
import type { JsonProperty, JsonString } from '../../syntax/json.js';
import { isUnfilled } from '../../policy/placeholders.js';
import type { Facts } from '../../knowledge/facts.js';
import { nearServices } from '../../knowledge/near-services.js';
import { trimAround } from '../../knowledge/resource-flaw.js';
import { rule, type FixOf, type ReportOf, type RuleContext } from '../rule.js';

type Message = 'key' | 'key-near' | 'bare' | 'blanks' | 'qcs' | 'other' | 'service' | 'host' | 'federated';
type Details = ReportOf<Message, 'replace' | 'wrap'>;

/** Host names of services end so in every document; CAM may know others. */
const tencent = /\.(?:qcloud\.com|tencent\.com|tencentcloud\.com|myqcloud\.com|tencentcloudapi\.com)$/u;

/** The key that people coming from other clouds mean. */
const keyMeant = (key: string): PrincipalKind | undefined => {
  const lower = key.trim().toLowerCase();
  return lower === 'aws'
    ? 'qcs'
    : (principalKinds.find((kind) => kind === lower) ??
        principalKinds.find((kind) => kind === nearest(lower, principalKinds, 1)[0]));
};

const change = (node: JsonString, value: string): FixOf<'replace'> => ({
  title: 'replace',
  data: { value },
  edits: () => [replace(node, JSON.stringify(value))],
  preferred: true,
});

/** The hosts of the products that another cloud's host stands for; the first is the one to offer first. */
function hostsMeant(host: string, { catalogue, language }: Facts): readonly string[] {
  const suffix = language.foreign.flatMap(({ data }) => data.hosts).find((end) => host.endsWith(end));
  const near = suffix === undefined ? undefined : nearServices(catalogue, host.slice(0, -suffix.length));
  if (near?.kind !== 'other-name') return [];
  const named = near.services.flatMap((id) => language.data.principals.filter(({ service }) => service === id));
  return named.map((principal) => principal.host).slice(0, maxHosts);
}

const maxHosts = 3;

/** Whether a text names everyone once it is mended. */
const isEveryone = (text: string): boolean => readPrincipal(trimAround(text, ':')).form === 'everyone';

/** Whether a person has to check the fix: a principal that means everyone once it is mended lets everyone in. */
const mend = (fix: FixOf<'replace'>, unsure: boolean): Details => (unsure ? { suggestions: [fix] } : { fix });

/** The mistake in one string; undefined where it is sound or not filled in. */
function faultOf(kind: PrincipalKind, node: JsonString, facts: Facts): readonly [Message, Details?] | undefined {
  const { value } = node;
  if (value.trim() === '' || isUnfilled(value)) return undefined;
  const trimmed = trimAround(value, ':');
  if (trimmed !== value) return ['blanks', mend(change(node, trimmed), kind === 'qcs' && isEveryone(trimmed))];
  if (kind === 'service') {
    if (/^[\w-]+(?:\.[\w-]+)+$/u.test(value))
      return tencent.test(value)
        ? undefined
        : ['host', { severity: 'warning', suggestions: hostsMeant(value, facts).map((host) => change(node, host)) }];
    const host = `${value}.qcloud.com`;
    return ['service', /^[a-z]+$/u.test(value) ? { suggestions: [change(node, host)] } : {}];
  }
  const { form } = readPrincipal(value);
  if (kind === 'federated') return form === 'provider' || form === 'other' ? undefined : ['federated'];
  if (form === 'malformed') return ['qcs'];
  if (form !== 'other' || value.startsWith('qcs::sts:')) return undefined;
  // A sub-account, group or the root with more behind it names nobody; other words may be known to CAM.
  return /^qcs:[^:]*:[^:]*:[^:]*:[^:]*:(?:uin\/|groupid\/|root\b)/u.test(value)
    ? ['qcs']
    : ['other', { severity: 'warning' }];
}

function faultOfKey(property: JsonProperty, values: readonly JsonString[]): readonly [Message, Details] {
  const { key } = property;
  const meant = keyMeant(key.value);
  if (meant === undefined) return ['key', {}];
  const fix = change(key, meant);
  const same = meant === key.value.trim().toLowerCase();
  const letsIn = meant === 'qcs' && values.some(({ value }) => isEveryone(value));
  return ['key-near', mend(fix, !same || letsIn)];
}

export default rule({
  group: 'principal',
  severity: 'error',
  summary: {
    en: 'A principal is `"*"` or an object with `qcs`, `service` or `federated`.',
    zh: 'principal 为 `"*"`，或含 `qcs`、`service`、`federated` 的对象。',
  },
  messages: {
    key: {
      en: 'CAM does not take "{found}" in a principal. The keys are qcs, service and federated.',
      zh: 'CAM 不接受 principal 中的 "{found}"。可用的键为 qcs、service、federated。',
    },
    'key-near': {
      en: 'CAM does not take "{found}" in a principal. Did you mean "{value}"?',
      zh: 'CAM 不接受 principal 中的 "{found}"。是否想写 "{value}"？',
    },
    bare: {
      en: 'A principal without a key can only be "*". Put this string under "{value}".',
      zh: '不带键的 principal 只能是 "*"。请将此字符串放在 "{value}" 下。',
    },
    blanks: {
      en: 'With white space in it, the principal names nobody.',
      zh: '此处的空格会使 principal 不指向任何人。',
    },
    qcs: {
      en: 'Not a user, group or role: "{found}". Write qcs::cam::uin/<root account>:uin/<sub-account>; the last part may also be root, groupid/<id> or roleName/<name>. Everyone is qcs::cam::anonymous:anonymous.',
      zh: '"{found}" 不是用户、用户组或角色的写法。请写 qcs::cam::uin/<主账号>:uin/<子账号>，最后一段也可为 root、groupid/<id>、roleName/<名称>；所有人为 qcs::cam::anonymous:anonymous。',
    },
    other: {
      en: 'No document shows a principal of the form "{found}". Known forms end in uin/<sub-account>, root, groupid/<id>, roleName/<name> or service/<name>.',
      zh: '文档中没有 "{found}" 这种形式的主体。已知形式以 uin/<子账号>、root、groupid/<id>、roleName/<名称>、service/<名称> 结尾。',
    },
    service: {
      en: 'CAM does not know the service "{found}". A service is named by its host, such as "cvm.qcloud.com".',
      zh: 'CAM 不识别服务 "{found}"。服务以域名表示，如 "cvm.qcloud.com"。',
    },
    host: {
      en: '"{found}" is not a host of Tencent Cloud. Services have names such as "cvm.qcloud.com" or "cls.cloud.tencent.com".',
      zh: '"{found}" 不是腾讯云的域名。服务名形如 "cvm.qcloud.com"、"cls.cloud.tencent.com"。',
    },
    federated: {
      en: '"{found}" is not a federated principal. Write qcs::cam::uin/<root account>:saml-provider/<name> or …:oidc-provider/<name>.',
      zh: '"{found}" 不是联合身份主体。请写 qcs::cam::uin/<主账号>:saml-provider/<名称> 或 …:oidc-provider/<名称>。',
    },
  },
  fixes: {
    replace: { en: 'Change to {value}', zh: '改为 {value}' },
    wrap: { en: 'Put it under "{value}"', zh: '放到 "{value}" 下' },
  },
  together: 'all',
  check: {
    principal({ property, entries }, _statement, context) {
      const { report, text } = context;
      if (property.value?.kind === 'string') {
        const bare = property.value;
        if (bare.value === '*' || bare.value.trim() === '' || isUnfilled(bare.value)) return;
        const value = /^[\w-]+(?:\.[\w-]+)+$/u.test(bare.value.trim()) ? 'service' : 'qcs';
        const content =
          bare.value === bare.value.trim() ? text.slice(bare.start, bare.end) : JSON.stringify(bare.value.trim());
        const wrapped = `{ "${value}": [${content}] }`;
        report(bare, 'bare', {
          data: { value },
          suggestions: [{ title: 'wrap', data: { value }, edits: () => [replace(bare, wrapped)], preferred: true }],
        });
        return;
      }
      if (property.value?.kind !== 'object') return;
      for (const entry of entries) checkEntry(entry, context);
    },
  },
});

function checkEntry(
  { property, kind, values }: PrincipalEntry,
  context: RuleContext<Message, 'replace' | 'wrap'>,
): void {
  const { report } = context;
  if (!property) return;
  if (!isPrincipalKind(kind)) {
    const [message, details] = faultOfKey(property, values);
    report(property.key, message, { ...details, data: { found: kind, value: keyMeant(kind) ?? '' } });
    return;
  }
  for (const node of values) {
    const fault = faultOf(kind, node, context);
    if (fault) report(node, fault[0], { ...fault[1], data: { found: node.value } });
  }
}
