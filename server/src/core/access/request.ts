/** Whether a statement's actions and resources stand for those of one request. */
import type { ActionPattern } from '../policy/action.js';
import { matchesAction } from '../policy/action-pattern.js';
import { narrows, segment, segmentNames, type ResourcePattern, type SegmentName } from '../policy/resource.js';
import { meetsProject, type Spellings } from '../policy/resource-pattern.js';
import { matches } from '../wildcard.js';
import type { Caller, ContextValue } from './question.js';
import type { Reading } from './reading.js';

/** One request with everything about it said. */
export interface World {
  readonly caller: Required<Caller>;
  readonly context: ReadonlyMap<string, ContextValue>;
  /** Tests of conditions that are met or not whatever the context says. */
  readonly forced: ReadonlyMap<object, boolean>;
}

/** Whether an action of a policy stands for the requested one. */
export function meetsAction(pattern: ActionPattern, { service, name }: ActionPattern, reading: Reading): boolean {
  if (pattern.form === 'set') return reading.holds({ opaque: pattern.text });
  if (matchesAction(pattern, service, name)) return true;
  return (
    pattern.form === 'action' &&
    matches(pattern.service.toLowerCase(), service.toLowerCase()) &&
    matches(pattern.name.toLowerCase(), name.toLowerCase()) &&
    reading.holds({ flag: 'case' })
  );
}

/** The segments in which a policy's resource differs from a requested one; none: it stands for it. */
export function segmentsThatDiffer(
  pattern: ResourcePattern,
  asked: ResourcePattern,
  world: World,
  reading: Reading,
  spellings: Spellings,
): readonly SegmentName[] {
  if (pattern.form === 'all') return [];
  if (asked.form === 'all') return !narrows(pattern) && reading.holds({ flag: 'starSix' }) ? [] : ['path'];
  const differs: { readonly [name in SegmentName]: () => boolean } = {
    qcs: () => false,
    project: () => !meetsProject(segment(pattern, 'project'), segment(asked, 'project')),
    service: () => !meetsCode(pattern, asked, 'service', spellings.service),
    region: () => !meetsCode(pattern, asked, 'region', spellings.region),
    account: () => !meetsAccount(segment(pattern, 'account'), segment(asked, 'account'), world.caller),
    path: () => !meetsPath(pattern, segment(asked, 'path'), world.caller),
  };
  const found = segmentNames.filter((name) => differs[name]());
  return found.length === 1 &&
    found[0] === 'path' &&
    inDirectory(pattern, segment(asked, 'path'), world.caller, reading)
    ? []
    : found;
}

function meetsCode(
  pattern: ResourcePattern,
  asked: ResourcePattern,
  name: SegmentName,
  spelt: (code: string) => string,
): boolean {
  const code = segment(pattern, name);
  return code === '' || matches(spelt(code), spelt(segment(asked, name)));
}

const own = 'own';

/** The caller's own account is written as nothing, as `uin/` alone, by its uin, or by its APPID. */
const accountOf = (account: string, { owner, appId }: Required<Caller>): string =>
  account === '' || account === 'uin/' || account === `uin/${owner}` || account === `uid/${appId}` ? own : account;

function meetsAccount(pattern: string, asked: string, caller: Required<Caller>): boolean {
  const [a, b] = [accountOf(pattern, caller), accountOf(asked, caller)];
  if (a === b) return true;
  // A wildcard may be written for either name of the caller's own account.
  return (
    matches(a, b) || (b === own && [`uin/${caller.owner}`, `uid/${caller.appId}`].some((name) => matches(a, name)))
  );
}

/** The pattern's path with the caller's numbers in it. COS does not replace variables in paths. */
function pathOf(pattern: ResourcePattern, caller: Required<Caller>): string {
  const path = segment(pattern, 'path');
  return segment(pattern, 'service') === 'cos' ? path : withCaller(path === '*/*' ? '*' : path, caller);
}

const meetsPath = (pattern: ResourcePattern, asked: string, caller: Required<Caller>): boolean =>
  matches(pathOf(pattern, caller), asked);

/** Whether prefix matching of directories, of which documents say different things, makes the path stand for `asked`. */
function inDirectory(pattern: ResourcePattern, asked: string, caller: Required<Caller>, reading: Reading): boolean {
  const path = pathOf(pattern, caller);
  const below = path.endsWith('/') ? `${path}*` : `${path}/*`;
  if (matches(below, asked)) return reading.holds({ flag: 'directory' });
  return path.endsWith('/*') && matches(path.slice(0, -2), asked) && reading.holds({ flag: 'dirSelf' });
}

/** `text` with the variables of the caller replaced. Source: CAM page on policy variables, 598/10607. */
export const withCaller = (text: string, { uin, owner, appId }: Required<Caller>): string =>
  text.includes('${')
    ? text.replaceAll('${uin}', uin).replaceAll('${owner_uin}', owner).replaceAll('${app_id}', appId)
    : text;
