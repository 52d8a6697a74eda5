/** A resource of a policy, narrowed to one that is used. */
import type { Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { hasWildcard } from '../../policy/action.js';
import { readResource, segment, type ResourcePattern } from '../../policy/resource.js';
import { bindingOf, meetsResource } from '../../access/binding.js';
import type { Caller } from '../../access/question.js';
import { strict } from '../../access/reading.js';

/** What must surely be written in the place of `pattern` for `used`; the pattern itself where it holds variables; undefined: it does not stand for it. */
export function placeIn(
  pattern: ResourcePattern,
  used: ResourcePattern,
  facts: Facts,
  caller: Caller,
): string | undefined {
  if (pattern.form === 'all') return used.text;
  const account = segment(used, 'account');
  const named = (prefix: string): string => (account.startsWith(prefix) ? account.slice(prefix.length) : '');
  const { uin = '', owner = named('uin/'), appId = named('uid/') } = caller;
  const binding = bindingOf({ uin, owner, appId }, spellingsOf(facts));
  const meets = (other: ResourcePattern): boolean =>
    meetsResource(binding.pattern(other), binding.asked(used), binding, strict);
  const path = segment(pattern, 'path');
  if (path.includes('${')) {
    const open = readResource(pattern.text.replaceAll(/\$\{\w+\}/gu, '*'));
    return meets(pattern) || meets(open) ? pattern.text : undefined;
  }
  return meets(pattern) ? narrowedTo(pattern, used) : undefined;
}

/** The pattern with what was used in the place of what it leaves open. */
function narrowedTo(pattern: ResourcePattern, used: ResourcePattern): string {
  const own = (name: 'project' | 'service' | 'account' | 'path'): string => segment(pattern, name);
  const either = (name: 'service' | 'account' | 'path'): string =>
    hasWildcard(own(name)) ? segment(used, name) : own(name);
  const region = segment(pattern, 'region');
  const usedRegion = segment(used, 'region');
  return [
    'qcs',
    own('project'),
    either('service') || segment(used, 'service'),
    usedRegion !== '' && (region === '' || hasWildcard(region)) ? usedRegion : region,
    either('account'),
    either('path'),
  ].join(':');
}
