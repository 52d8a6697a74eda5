/** Reads what was refused out of the messages that CAM, the SDKs and consoles print. Knows texts, not policies. */

import { withoutTrailing } from '../text.js';
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

/** A condition as messages name it: `with or without condition:[{"condition":{"key":"qcs:resource_tag","value":["a&b"],"ope":"…"}}]`. */
export interface NamedCondition {
  readonly key: string;
  readonly values: readonly string[];
  /** Undefined where the message names none. */
  readonly operator: string | undefined;
}

/** What a message comes to. */
export interface DeniedMessage {
  readonly calls: readonly Denied[];
  /** Requests that COS refused: bucket and key, no action. */
  readonly cos: readonly CosRefusal[];
  /** CAM or STS refused a policy because a resource in it belongs to another owner. Sources: CAM and STS error codes. */
  readonly ownedByOther: boolean;
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
  const plain = normalize(text.slice(0, maxLength));
  const named = operationsIn(plain);
  const cos = named.length > 0 ? [] : cosRefusalsIn(plain);
  const calls = named.length > 0 || cos.length > 0 ? named : permissionsIn(plain);
  return {
    calls: distinct(calls),
    cos,
    ownedByOther: /\b(?:StrategyResourceInvalid|GrantOtherResource)\b|you are not resource owner/iu.test(plain),
  };
}

/** One line, escapes undone, full-width punctuation as ASCII. */
const normalize = (text: string): string =>
  text
    .replace(/\\+([nrt]?)/gu, (run, letter: string) => (letter === '' ? run : ' '))
    .replace(/\\+(["'/]?)/gu, (run, sign: string) => sign || run)
    .replace(/&(?:quot|#34|#39);/gu, '"')
    .replace(/[（【［]/gu, '(')
    .replace(/[）】］]/gu, ')')
    .replace(/：/gu, ':')
    .replace(/，/gu, ',')
    .replace(/[“”„「」『』`]/gu, '"')
    .replace(/\s+/gu, ' ');

/** An action and a list of resources, behind the words before them in CAM's sentence and in consoles' forms of it. Blanks stand alone by now. */
const operation =
  /(?<![A-Za-z])(?:operations?|操作|接口|action) ?[:=]? ?[("'[<]* ?(?:name\/)?([A-Za-z][\w-]{0,60}):([\w*]+)/giu;
const resourceList = /(?:resources?|资源) ?[:=]? ?[("'[<]([^)\]>]*)/giu;
/** A six-segment string ends at a blank, a quote or a bracket; variables have braces of their own. */
const resourceForm = /qcs:(?:[^\s"'(){}[\]<>,;]|\$\{\w+\})*/gu;

/** `operation (svc:Action)` and the resources named behind it, up to the next one. */
function operationsIn(text: string): readonly Denied[] {
  const found = [...text.matchAll(operation)].filter(([, service = '']) => !notServices.has(service));
  return found.map((match, index): Denied => {
    const [whole, service, action = ''] = match;
    const rest = text.slice(match.index + whole.length, found[index + 1]?.index);
    const deniedBy = denialIn(rest);
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

/** Words of an explicit deny; CAM prints `"effect":"deny","strategyId":123` of the statement that decided. */
const explicitDeny = /effect["']?\s*[:=]\s*["']?deny|explicit(?:ly)?[ -]den(?:y|ied)|显式拒绝|拒绝策略/iu;
const strategy = /(?:strategy|policy)_?id["']?\s*[:=]\s*["']?(\d{1,20})/giu;

/** The policies that deny, where the text says that one does; none where it does not say which. */
function denialIn(text: string): readonly string[] | undefined {
  if (!explicitDeny.test(text)) return undefined;
  return [...new Set(Array.from(text.matchAll(strategy), ([, id = '']) => id))];
}

/** The conditions in the list behind `condition:`; each is an object with `key`, `value` and perhaps `ope`. */
function conditionsIn(text: string): readonly NamedCondition[] {
  return Array.from(text.matchAll(/\{([^{}]*)\}/gu)).flatMap(([, inside = '']): readonly NamedCondition[] => {
    const key = /"key"\s*:\s*"([^"]+)"/u.exec(inside)?.[1];
    const value = /"values?"\s*:\s*(\[[^\]]*\]|"[^"]*")/u.exec(inside)?.[1];
    if (key === undefined || value === undefined) return [];
    const values = Array.from(value.matchAll(/"([^"]*)"/gu), ([, each = '']) => each);
    return [{ key, values, operator: /"ope(?:rator)?"\s*:\s*"([^"]+)"/u.exec(inside)?.[1] }];
  });
}

function resourcesIn(text: string): readonly string[] {
  // Behind this word come the conditions under which the call would be allowed; they hold no resource of the call.
  const [own = ''] = text.split(/with or without condition|requestid|request id/iu);
  const exact = (own.match(resourceForm) ?? []).map(clearProject);
  if (exact.length > 0) return [...new Set(exact)];
  return [...own.matchAll(resourceList)].some(([, list = '']) => isAll(list)) ? ['*'] : [];
}

/** Whether what stands in brackets is `*`, in further brackets or quotes or not. */
const isAll = (list: string): boolean => list.replace(/^[("'[<]*/u, '').trim() === '*';

/** CAM prints the project, `qcs:id/0:…`, and refuses it in a policy. */
const clearProject = (resource: string): string => withoutTrailing(resource.replace(/^qcs:[^:]*:/u, 'qcs::'), '.');

/** Whether a sentence speaks of a missing permission. */
const aboutPermission = /permission|authori[sz]|not allowed|denied|forbidden|权限|授权|鉴权|拒绝/iu;
/** `code:AuthFailure` and the like look as actions do. */
const notServices: ReadonlySet<string> = new Set(['code', 'message', 'error', 'reason', 'requestid', 'http', 'https']);

/** Sentences that say a permission is missing: `no cam:GetRole permission`, `the "DescribeUserInfo" API of MPS`. */
function permissionsIn(text: string): readonly Denied[] {
  return text.split(/[.!?。！？;；](?=\s|$|[^ -~])/u).flatMap((sentence): readonly Denied[] => {
    if (!aboutPermission.test(sentence)) return [];
    const full = [...sentence.matchAll(/(?<![\w:/.-])(?:name\/)?([a-z][a-z0-9-]*):([A-Z]\w*[a-z]\w*)(?![\w.:/-])/gu)]
      .filter(({ 1: service = '', index }) => !notServices.has(service) || sentence.charAt(index - 1) === '(')
      .map(([, service, action = '']): Denied => ({
        service,
        action,
        product: undefined,
        resources: [],
        conditions: [],
      }));
    if (full.length > 0) return full;
    return bareNames.flatMap((form) =>
      [...sentence.matchAll(form)].map(({ groups }): Denied => ({
        service: undefined,
        action: groups?.['action'] ?? '',
        product: groups?.['product'],
        resources: [],
        conditions: [],
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
    const deniedBy = known?.deniedBy ?? denied.deniedBy;
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
