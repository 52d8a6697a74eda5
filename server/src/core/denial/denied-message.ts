/** Reads what was refused out of the messages that CAM, the SDKs and consoles print. Knows texts, not policies. */

import { conditionsIn, type NamedCondition } from './named-conditions.js';
import { resourcesIn } from './named-resources.js';
import { denialIn } from './explicit-deny.js';
import { plainText } from './plain-text.js';
import { cosRefusalsIn, type CosRefusal } from './cos-refusal.js';

/** Longer texts are read up to here, in UTF-16 units. */
const maxLength = 100_000;

/** One refused call. */
export interface Denied {
  /** Undefined where the message does not name the service. */
  readonly service: string | undefined;
  readonly action: string;
  /** What a console calls the product, where it names that in place of the service. */
  readonly product: string | undefined;
  /** Empty where the message names none. Six segments with the project cleared, or `*`. */
  readonly resources: readonly string[];
  /** A statement denies the call, so that no allow helps: the ids of its policies, as far as they are named. Undefined where nothing was denied so. */
  readonly deniedBy?: readonly string[];
  /** Conditions that the message says the permission has. */
  readonly conditions: readonly NamedCondition[];
}

/** What a message comes to. */
export interface DeniedMessage {
  readonly calls: readonly Denied[];
  /** Requests that COS refused: bucket and key, no action. */
  readonly cos: readonly CosRefusal[];
  /** CAM or STS refused a policy because a resource in it belongs to another owner. Sources: CAM and STS error codes. */
  readonly ownedByOther: boolean;
  /** The message is of another cloud than Tencent's. */
  readonly otherCloud: boolean;
}

/**
 * What `text` says was refused: calls, each once, in order; requests of COS; nothing where it is no such message.
 *
 * CAM's own sentence, `you are not authorized to perform operation (svc:Action) resource (qcs:…) has no permission`, comes through SDKs, command lines,
 * Terraform, logs and consoles in any language, with line ends and slashes escaped, commas between, several at once, and with the rest cut off
 * (tencentcloud-sdk-java #78; CAM troubleshooting 598/32677 and 598/50255; DTS, TKE and Serverless documents). Consoles also say that a permission for an
 * API is missing without any resource (MPS account authorisation).
 */
export function readDenied(text: string): DeniedMessage {
  const whole = unescaped(text.slice(0, maxLength));
  const plain = plainText(whole);
  const named = operationsIn(plain);
  // Names of objects keep their blanks and full-width signs.
  const cos = cosRefusalsIn(whole).filter((refusal) => !named.some((call) => isSame(call, refusal)));
  const otherCloud = named.length === 0 && cos.length === 0 && isOfOtherCloud(plain);
  const calls = named.length > 0 || cos.length > 0 ? named : otherCloud ? [] : permissionsIn(plain);
  return {
    calls: distinct(calls),
    cos,
    otherCloud,
    ownedByOther: /\b(?:StrategyResourceInvalid|GrantOtherResource)\b|you are not resource owner/iu.test(plain),
  };
}

/** Whether a call that CAM names is the request that COS refused, told twice. */
const isSame = ({ service, resources }: Denied, { bucket }: CosRefusal): boolean =>
  service?.toLowerCase() === 'cos' &&
  resources.every((resource) => resource === '*' || resource.includes(`:${bucket}/`));

/** Whether a message names resources or users as AWS or Alibaba Cloud do, and none as CAM does. */
const isOfOtherCloud = (text: string): boolean =>
  /(?<!\w)(?:arn:aws[a-z-]*|acs:[a-z]+):/iu.test(text) && !/(?<!\w)qcs:/iu.test(text);

/** Line ends, quotes and slashes that were escaped for JSON, once or more. */
const unescaped = (text: string): string =>
  text
    .replace(/\\+([nrt]?)/gu, (run, letter: string) => (letter === '' ? run : ' '))
    .replace(/\\+(["'/]?)/gu, (run, sign: string) => sign || run);

/** An action and a list of resources, behind the words before them in CAM's sentence and in consoles' forms of it. Blanks stand alone by now. */
const operation =
  /(?<![A-Za-z])(?:operations?|操作|接口|action) ?[:=]? ?[("'[<]* ?(?:name\/)?([A-Za-z][\w-]{0,60}):([\w*]+)/giu;

/** `operation (svc:Action)` and the resources named behind it, up to the next one. */
function operationsIn(text: string): readonly Denied[] {
  const found = [...text.matchAll(operation)].filter(([, service = '']) => !notServices.has(service));
  // A deny before the operation belongs to it only where there is no other one.
  const single = new Set(found.map(([, service = '', action = '']) => `${service}:${action}`)).size === 1;
  const deniedAll = single ? denialIn(text) : undefined;
  return found.map((match, index): Denied => {
    const [whole, service, action = ''] = match;
    const rest = text.slice(match.index + whole.length, found[index + 1]?.index);
    const deniedBy = deniedAll ?? denialIn(rest);
    return {
      service,
      action,
      product: undefined,
      resources: resourcesIn(rest),
      conditions: conditionsIn(rest),
      ...(deniedBy && { deniedBy }),
    };
  });
}

/** Whether a sentence speaks of a missing permission. */
const aboutPermission = /permission|authori[sz]|not allowed|denied|forbidden|权限|授权|鉴权|拒绝/iu;
/** `code:AuthFailure` and the like look as actions do. */
const notServices: ReadonlySet<string> = new Set(['code', 'message', 'error', 'reason', 'requestid', 'http', 'https']);

/** Sentences that say a permission is missing: `no cam:GetRole permission`, `the "DescribeUserInfo" API of MPS`. */
function permissionsIn(text: string): readonly Denied[] {
  return text.split(/[.!?。！？;；](?=\s|$|[^ -~])/u).flatMap((sentence): readonly Denied[] => {
    if (!aboutPermission.test(sentence)) return [];
    const deniedBy = denialIn(sentence);
    const more = { resources: [], conditions: [], ...(deniedBy && { deniedBy }) };
    const full = [...sentence.matchAll(/(?<![\w:/.-])(?:name\/)?([a-z][a-z0-9-]*):([A-Z]\w*[a-z]\w*)(?![\w.:/-])/gu)]
      .filter(({ 1: service = '', index }) => !notServices.has(service) || sentence.charAt(index - 1) === '(')
      .map(([, service, action = '']): Denied => ({ service, action, product: undefined, ...more }));
    if (full.length > 0) return full;
    return bareNames.flatMap((form) =>
      [...sentence.matchAll(form)].map(({ groups }): Denied => ({
        service: undefined,
        action: groups?.['action'] ?? '',
        product: groups?.['product'],
        ...more,
      })),
    );
  });
}

/** Names of actions beside words that say so, the product perhaps named too. The part that names the action is the same in each. */
const bareNames = [
  /(?<!\w)["'(]? ?(?<action>[A-Z][a-z]+[A-Z]\w{0,100}) ?["')]? ?(?:API|interface|action|operation)s?(?: (?:of|for|in) (?:the )?(?<product>[A-Za-z]\w{0,40}))?/gu,
  /(?:API|interface|action|operation) ?:? ?(?<!\w)["'(]? ?(?<action>[A-Z][a-z]+[A-Z]\w{0,100}) ?["')]?/gu,
  /(?:(?<!\w)(?<product>[A-Za-z]\w{0,40}) ?的? ?)?(?<!\w)["'(]? ?(?<action>[A-Z][a-z]+[A-Z]\w{0,100}) ?["')]? ?(?:接口|操作|权限)/gu,
  /(?:接口|操作) ?:? ?(?<!\w)["'(]? ?(?<action>[A-Z][a-z]+[A-Z]\w{0,100}) ?["')]?/gu,
];

function distinct(all: readonly Denied[]): readonly Denied[] {
  const byKey = new Map<string, Denied>();
  for (const denied of all) {
    const key = `${denied.service ?? denied.product ?? ''}:${denied.action}`;
    const known = byKey.get(key);
    const resources = [...new Set([...(known?.resources ?? []), ...denied.resources])];
    const deniedBy =
      known?.deniedBy || denied.deniedBy
        ? [...new Set([...(known?.deniedBy ?? []), ...(denied.deniedBy ?? [])])]
        : undefined;
    const conditions = known && known.conditions.length > 0 ? known.conditions : denied.conditions;
    byKey.set(key, {
      ...denied,
      product: denied.product ?? known?.product,
      resources,
      conditions,
      ...(deniedBy && { deniedBy }),
    });
  }
  return [...byKey.values()];
}
