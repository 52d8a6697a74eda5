/** The words that names of actions are made of, and which of them say the opposite of each other. */

import { synonymousVerbs } from '../catalogue/nearest.js';

/** The first word of a name in camel case: `Describe` of `DescribeZones*`, `get` of `getTag`, `AI` of `AIList`; empty where it begins otherwise. */
export const firstWord = (name: string): string => /^(?:[A-Z]+(?![a-z])|[A-Z]?[a-z\d]+)/u.exec(name)?.[0] ?? '';

/** The verb that a name begins with: its first word, unless that is an abbreviation such as `AI`. */
export function verbOf(name: string): string {
  const word = firstWord(name);
  return /^[A-Za-z][a-z]/u.test(word) ? word : '';
}

const synonyms: readonly (readonly string[])[] = synonymousVerbs.map((group) =>
  group.map((verb) => verb.toLowerCase()),
);

/** Each word of the first half says the opposite of each word of the second. */
const opposites: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    [
      'create',
      'add',
      'put',
      'allocate',
      'apply',
      'insert',
      'build',
      'generate',
      'install',
      'purchase',
      'run',
      'launch',
    ],
    [
      'delete',
      'remove',
      'destroy',
      'terminate',
      'release',
      'drop',
      'uninstall',
      'return',
      'isolate',
      'cancel',
      'clear',
    ],
  ],
  [
    ['attach', 'bind', 'associate', 'mount', 'join', 'register', 'link', 'connect', 'assign', 'subscribe'],
    [
      'detach',
      'unbind',
      'disassociate',
      'unmount',
      'umount',
      'leave',
      'quit',
      'exit',
      'deregister',
      'unregister',
      'unlink',
      'disconnect',
      'unassign',
      'unsubscribe',
    ],
  ],
  [
    [
      'start',
      'enable',
      'open',
      'resume',
      'activate',
      'on',
      'up',
      'online',
      'unlock',
      'unfreeze',
      'unban',
      'recover',
      'restore',
    ],
    [
      'stop',
      'disable',
      'close',
      'pause',
      'suspend',
      'deactivate',
      'off',
      'down',
      'offline',
      'lock',
      'freeze',
      'ban',
      'shutdown',
      'forbid',
    ],
  ],
  [
    ['push', 'upload', 'import', 'send', 'publish', 'write', 'put'],
    ['pull', 'download', 'export', 'receive', 'read', 'get', 'unpublish'],
  ],
  [
    ['allow', 'permit', 'grant', 'approve', 'accept', 'authorize'],
    ['deny', 'forbid', 'revoke', 'reject', 'refuse', 'unauthorize', 'block'],
  ],
  [
    ['encrypt', 'encrypted', 'sign', 'compress'],
    ['decrypt', 'decrypted', 'unsign', 'decompress'],
  ],
  [
    ['increase', 'expand', 'upgrade', 'scaleout'],
    ['decrease', 'reduce', 'shrink', 'downgrade', 'scalein'],
  ],
  [
    ['in', 'inbound', 'ingress', 'input', 'inner', 'internal', 'intranet', 'private'],
    ['out', 'outbound', 'egress', 'output', 'outer', 'external', 'extranet', 'internet', 'public', 'wan'],
  ],
  [
    ['white', 'whitelist', 'allowlist'],
    ['black', 'blacklist', 'denylist', 'blocklist'],
  ],
  [
    ['master', 'primary', 'main'],
    ['slave', 'secondary', 'standby', 'readonly', 'replica'],
  ],
  [
    ['source', 'src', 'from', 'before', 'first', 'min', 'old'],
    ['target', 'destination', 'dst', 'dest', 'to', 'after', 'last', 'max', 'new'],
  ],
  [
    ['auto', 'automatic'],
    ['manual', 'manually'],
  ],
  [
    ['run', 'begin', 'start', 'launch', 'execute', 'deploy', 'publish', 'submit'],
    ['stop', 'end', 'finish', 'abort', 'cancel', 'delete', 'undeploy', 'withdraw', 'rollback', 'revert'],
  ],
  [
    ['login', 'signin', 'logon'],
    ['logout', 'signout', 'logoff'],
  ],
  [
    ['create', 'write', 'set', 'save', 'store', 'keep', 'renew'],
    ['erase', 'clean', 'clear', 'reset', 'unset', 'empty', 'purge', 'expire', 'refund', 'discard'],
  ],
  [['handle'], ['ignore', 'skip']],
  [['copy'], ['move']],
  [
    ['reserve', 'hold'],
    ['release', 'free'],
  ],
  [
    ['show', 'visible', 'reveal'],
    ['hide', 'hidden', 'conceal'],
  ],
  [
    ['success', 'succeed', 'pass'],
    ['failure', 'fail', 'failed'],
  ],
  [
    ['merge', 'combine'],
    ['split', 'separate'],
  ],
  [
    ['raise', 'promote'],
    ['lower', 'demote'],
  ],
];

/** The sides of the pairs that each word stands on: `2` is the first side of the second pair, `-2` the other. */
const sides = new Map<string, number[]>();
opposites.forEach(([first, second], index) => {
  for (const [words, side] of [[first, index + 1] as const, [second, -index - 1] as const])
    for (const word of words) sides.set(word, [...(sides.get(word) ?? []), side]);
});

/** Prefixes and words that turn what follows into its opposite. */
const negations: readonly string[] = ['un', 'dis', 'de', 'non', 'not', 'no', 'in', 'anti'];

/** Whether two words, in any case, say the opposite of each other: `Attach` and `Detach`, `Bind` and `UnBind`. */
export function areOpposite(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other) return false;
  if ((sides.get(one) ?? []).some((side) => sides.get(other)?.includes(-side))) return true;
  return negations.some((negation) => one === negation + other || other === negation + one);
}

/** The words of a name in camel case, in lower case; digits are words. */
export const wordsOf = (name: string): readonly string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/gu) ?? []).map((word) => word.toLowerCase());

/** Whether a word that one of two names has instead of the other's turns its meaning around; also a `Not` or `Un` that only one has. */
export function meanOpposite(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [onlyOne, onlyOther] = [
    one.filter((word) => !other.includes(word)),
    other.filter((word) => !one.includes(word)),
  ];
  return (
    onlyOne.some((word) => onlyOther.some((rest) => areOpposite(word, rest))) ||
    [...onlyOne, ...onlyOther].some((word) => negations.includes(word) && word !== 'in')
  );
}

/** Verbs that change nothing. */
const readingVerbs: ReadonlySet<string> = new Set([
  ...[
    'describe',
    'get',
    'list',
    'query',
    'search',
    'check',
    'inquire',
    'inquiry',
    'count',
    'estimate',
    'preview',
    'show',
  ],
  ...[
    'view',
    'fetch',
    'lookup',
    'head',
    'options',
    'detect',
    'verify',
    'validate',
    'diagnose',
    'download',
    'pull',
    'read',
  ],
]);

/** Whether the word is known as a verb, so that it was probably meant. */
export const isVerb = (word: string): boolean => {
  const lower = word.toLowerCase();
  return readingVerbs.has(lower) || sides.has(lower) || synonyms.some((group) => group.includes(lower));
};

/** Whether two verbs may stand for one another: they are the same in any case, or synonyms. */
export function areAlike(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one === other || synonyms.some((group) => group.includes(one) && group.includes(other));
}

/** Whether the verb says that something is only read. */
export const isReadingVerb = (verb: string): boolean => readingVerbs.has(verb.toLowerCase());

/** Verbs after which something is gone or cut short. */
const destroyingVerbs: ReadonlySet<string> = new Set([
  ...(opposites[0]?.[1] ?? []),
  'dismiss',
  'kick',
  'reset',
  'erase',
]);

/** Whether the verb says that something is taken away for good. */
export const isDestroyingVerb = (verb: string): boolean => destroyingVerbs.has(verb.toLowerCase());
