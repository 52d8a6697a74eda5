/** Reads what was refused out of the messages that CAM, the SDKs and consoles print. Knows texts, not policies. */

import { withoutTrailing } from '../text.js';

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
}

/**
 * All refused calls in `text`, each once, in order; empty where it is no such message.
 *
 * CAM's own sentence, `you are not authorized to perform operation (svc:Action) resource (qcs:…) has no permission`, comes through SDKs, command lines,
 * Terraform, logs and consoles in any language, with line ends and slashes escaped, commas between, several at once, and with the rest cut off
 * (tencentcloud-sdk-java #78; CAM troubleshooting 598/32677 and 598/50255; DTS, TKE and Serverless documents). Consoles also say that a permission for an
 * API is missing without any resource (MPS account authorisation).
 */
export function readDenied(text: string): readonly Denied[] {
  const plain = normalize(text.slice(0, maxLength));
  const named = operationsIn(plain);
  return distinct(named.length > 0 ? named : permissionsIn(plain));
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
    return { service, action, product: undefined, resources: resourcesIn(rest) };
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
      .map(([, service, action = '']): Denied => ({ service, action, product: undefined, resources: [] }));
    if (full.length > 0) return full;
    return bareNames.flatMap((form) =>
      [...sentence.matchAll(form)].map(({ groups }): Denied => ({
        service: undefined,
        action: groups?.['action'] ?? '',
        product: groups?.['product'],
        resources: [],
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
    byKey.set(key, { ...denied, product: denied.product ?? known?.product, resources });
  }
  return [...byKey.values()];
}
