/** Resources that a message names. The text is on one line, its punctuation ASCII. */

import { withoutTrailing } from '../text.js';

const resourceList = /(?:resources?|资源) ?[:=]? ?[("'[<]([^)\]>]*)/giu;
/** A six-segment string outside brackets ends at a blank, a quote or a bracket; variables have braces of their own. */
const resourceForm = /qcs:(?:[^\s"'(){}[\]<>,;]|\$\{\w+\})*/gu;
/** What a list in round brackets begins with. */
const listStart = /(?:resources?|资源) ?[:=]? ?\( ?/giu;
/** What stands between two resources of a list. */
const separator = /(?:[,;] ?| )(?=["'[(]{0,2}qcs:)/u;

/** The six-segment strings behind an operation, the project cleared; `*` where the message says so; empty where it names none. */
export function resourcesIn(text: string): readonly string[] {
  // Behind this word come the conditions under which the call would be allowed; they hold no resource of the call.
  const [own = ''] = text.split(/with or without condition|requestid|request id/iu);
  const inLists = listsIn(own).flatMap((list) => list.split(separator).flatMap(resourceIn));
  const exact = inLists.length > 0 ? inLists : (own.match(resourceForm) ?? []);
  if (exact.length > 0) return [...new Set(exact.map(clearProject))];
  return [...own.matchAll(resourceList)].some(([, list = '']) => isAll(list)) ? ['*'] : [];
}

/** The insides of `resource (…)` that are closed: up to CAM's next words where they follow, as names can have brackets, or else to the bracket that closes it. */
function listsIn(text: string): readonly string[] {
  const starts = [...text.matchAll(listStart)];
  return starts.flatMap(({ 0: opening, index }, at): readonly string[] => {
    const rest = text.slice(index + opening.length, starts[at + 1]?.index);
    const next = /\) ?(?:has )?no permission/iu.exec(rest)?.index;
    const end = next ?? closing(rest);
    return end === undefined ? [] : [rest.slice(0, end)];
  });
}

/** Where the round bracket that was opened before `text` closes. */
function closing(text: string): number | undefined {
  let open = 1;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '(') open++;
    else if (text.charAt(at) === ')') open--;
    if (open === 0) return at;
  }
  return undefined;
}

/** The resource in one item of a list, without quotes and brackets that stand on both sides of it. */
function resourceIn(item: string): readonly string[] {
  const start = item.indexOf('qcs:');
  if (start < 0 || /[^\s"'[(<]/u.test(item.slice(0, start))) return [];
  const around = item.slice(0, start).trim().at(-1);
  const sign = around === undefined ? undefined : (closers.get(around) ?? around);
  const end = sign === undefined ? -1 : item.lastIndexOf(sign);
  return [item.slice(start, end > start ? end : undefined).trim()];
}

const closers: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['<', '>'],
]);

/** Whether what stands in brackets is `*`, in further brackets or quotes or not. */
const isAll = (list: string): boolean => list.replace(/^[("'[<]*/u, '').trim() === '*';

/** CAM prints the project, `qcs:id/0:…`, and refuses it in a policy. */
const clearProject = (resource: string): string => withoutTrailing(resource.replace(/^qcs:[^:]*:/u, 'qcs::'), '.');
