/** COS's refusals: they name bucket, region and key, but no action. */

import { upTo } from '../text.js';
import { actionsOf } from './cos-actions.js';
import { hostsIn } from './cos-host.js';
import { withoutEntities } from './entities.js';

/** One request that COS refused. */
export interface CosRefusal {
  /** With its APPID, `examplebucket-1250000000`. */
  readonly bucket: string;
  readonly appId: string;
  /** Empty where the host is that of global acceleration, which serves every region. */
  readonly region: string;
  /** Empty where the bucket itself was asked for. Not URL-encoded. */
  readonly key: string;
  /** Actions that such a request can be, the likeliest first. */
  readonly actions: readonly string[];
}

/**
 * `AccessDenied` in XML, in JSON, and as SDKs word it. Sources: COS error codes, 436/7730; cos-wx-sdk-v5 #25 and #30, cos-nodejs-sdk-v5 #38.
 */
const isCosRefusal = /\bAccessDenied\b/iu;

/** What follows a host in running text: the path and the query. */
const pathInText = /(\/[^\s"'<>?\\]{0,1024})?(\?[^\s"'<>\\,)\]]{0,200})?/uy;
/** The longest path and query that are read, in UTF-16 units; keys have at most 850 bytes. Source: COS, object overview, 436/13324. */
const longest = 4096;

/** The requests in the text that COS refused, each once; empty where it is no such text. */
export function cosRefusalsIn(text: string): readonly CosRefusal[] {
  if (!isCosRefusal.test(text)) return [];
  // XML or JSON that was copied out of a page's source is escaped once more.
  const plain = /&(?:lt|quot|#34);/iu.test(text) && !/<Resource>/iu.test(text) ? withoutEntities(text) : text;
  const found = new Map<string, CosRefusal>();
  const told = new Set<string>();
  for (const { bucket, appId, region, start, end } of hostsIn(plain)) {
    const { key, query } = objectAt(plain, start, end);
    const beside = methodBefore(plain, start);
    const id = `${bucket} ${key}`;
    // The method stands beside one of the places where the same object is named, if anywhere.
    if (told.has(id) || (found.has(id) && beside === undefined)) continue;
    if (beside !== undefined) told.add(id);
    const actions = actionsOf(beside ?? methodIn(plain), key, query);
    // The host of global acceleration stands for every region. Source: COS, global acceleration, 436/38866.
    found.set(id, { bucket, appId, region: region.toLowerCase() === 'accelerate' ? '' : region, key, actions });
  }
  return [...found.values()];
}

/** Key and query behind a host that reaches from `start` to `end`. In the `Resource` of an answer they reach to the end of that value. */
function objectAt(text: string, start: number, end: number): { readonly key: string; readonly query: string } {
  const before = text.slice(Math.max(0, start - 40), start);
  const field = /(?:<Resource> ?|"Resource" ?: ?("))(?:https?:\/\/)?$/iu.exec(before);
  if (field) {
    const value = upTo(text.slice(end, end + longest), field[1] ?? '<');
    const path = upTo(field[1] === undefined ? withoutEntities(value) : value, '?');
    return { key: decoded(path.slice(1)), query: '' };
  }
  pathInText.lastIndex = end;
  const [, path = '', query = ''] = pathInText.exec(text) ?? [];
  return { key: decoded(withoutPunctuation(path.slice(1))), query };
}

/**
 * A path without the punctuation of the text around it: what follows a bracket that nothing opens, or a comma with another field or address behind it,
 * and `,`, `:` and `;` at the end.
 */
function withoutPunctuation(path: string): string {
  let end = Math.min(firstUnopened(path, '(', ')'), firstUnopened(path, '[', ']'));
  const next = path.slice(0, end).search(nextField);
  if (next >= 0) end = next;
  while (end > 0 && ',:;'.includes(path.charAt(end - 1))) end--;
  return path.slice(0, end);
}

/** `,method=GET`, `,code:403`, `,https://…` and `,{`; a comma in a key has something else behind it. */
const nextField = /,(?:[A-Za-z][\w-]{0,40}[=:]|[{[])/u;

/** Where the first closing bracket stands that nothing opens; the length of the text where there is none. */
function firstUnopened(text: string, opening: string, closing: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === opening) open++;
    else if (text.charAt(at) === closing && --open < 0) return at;
  }
  return text.length;
}

/** The method of a request line such as `PUT https://bucket…`. */
const methodBefore = (text: string, at: number): string | undefined =>
  /\b(GET|PUT|POST|HEAD|DELETE|OPTIONS)\s+(?:https?:\/\/)?$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1];

/** The method that a log names beside the error. */
const methodIn = (text: string): string | undefined =>
  /"?\bmethod"?\s*[:=]\s*"?(GET|PUT|POST|HEAD|DELETE|OPTIONS)\b/iu.exec(text)?.[1]?.toUpperCase();

/** `%2F` and its like undone; the text itself where that cannot be done. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
