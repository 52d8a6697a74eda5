/**
 * A second evaluator of policies for tests, which shares nothing with the engine: regular expressions, one request at a time, no search. It reads plain JSON
 * and is as simple as it can be, so that a mistake is seen.
 */
export type PlainValue = string | readonly string[] | null;
export type PlainCondition = { readonly [operator: string]: { readonly [key: string]: readonly string[] } };

export interface PlainStatement {
  readonly effect: string;
  /** Whom it speaks of, by kind; those whom the policy is attached to where it is left out. */
  readonly principal?: { readonly [kind: string]: readonly string[] } | undefined;
  readonly action: readonly string[];
  /** Left out in trust policies, where the role is the resource. */
  readonly resource?: readonly string[];
  readonly condition?: PlainCondition;
  /** No element of CAM's: what the statement says of its actions and resources, and when, nobody knows. */
  readonly unclear?: string | undefined;
}

export interface PlainCaller {
  readonly uin: string;
  readonly owner: string;
  readonly appId: string;
}

export type Flags = { readonly [flag: string]: boolean };
export type PlainContext = { readonly [key: string]: PlainValue };

export interface PlainRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: PlainContext;
  readonly caller: PlainCaller;
}

/** The member of a context that says as whom the caller is known, each as its kind and its text. */
export const principalKey = '(principal)';

/** How each question that no document answers is answered where nothing is said. What is in no document at all is a flag by its own text. */
export const defaultFlags: Flags = { forAllAbsent: true };

const globs = new Map<string, RegExp>();

function glob(pattern: string, text: string, flags = ''): boolean {
  const key = `${flags} ${pattern}`;
  let found = globs.get(key);
  if (!found) {
    found = new RegExp(
      `^${pattern.replaceAll(/[.+?^$(){}|[\]\\]/gu, String.raw`\$&`).replaceAll('*', '.*')}$`,
      `su${flags}`,
    );
    globs.set(key, found);
  }
  return found.test(text);
}

const withCaller = (text: string, { uin, owner, appId }: PlainCaller): string =>
  text.replaceAll('${uin}', uin).replaceAll('${owner_uin}', owner).replaceAll('${app_id}', appId);

/** The names of a region and of a service that the tests use, and the ones they stand for. */
const regionOf = (code: string): string => (code === 'gz' ? 'ap-guangzhou' : code);
const serviceOf = (code: string): string => (code === 'zy' ? 'zz' : code);

const accountOf = (text: string, { owner, appId }: PlainCaller): string =>
  ['', 'uin/', `uid/${appId}`].includes(text) ? `uin/${owner}` : text;

export function resourceMeets(pattern: string, asked: string, caller: PlainCaller, flags: Flags): boolean {
  if (pattern === '*') return true;
  const [, project = '', service = '', region = '', account = '', ...rest] = pattern.split(':');
  const path = rest.join(':').replace(/^\*\/\*$/u, '*');
  if (asked === '*') return path === '*' && flags['starSix'] === true;
  const [, askedProject, askedService = '', askedRegion = '', askedAccount = '', ...askedRest] = asked.split(':');
  const askedPath = askedRest.join(':');
  const full = askedService === 'cos' ? path : withCaller(path, caller);
  const known = accountOf(askedAccount, caller);
  const names = known === `uin/${caller.owner}` ? [known, `uid/${caller.appId}`] : [known];
  return (
    (['', '*', 'id/0', 'id/*'].includes(project) || project === askedProject) &&
    (service === '' || glob(serviceOf(service), askedService)) &&
    (region === '' || glob(regionOf(region), regionOf(askedRegion))) &&
    names.some((name) => glob(accountOf(account, caller), name)) &&
    (glob(full, askedPath) ||
      (flags['directory'] === true && glob(full.endsWith('/') ? `${full}*` : `${full}/*`, askedPath)) ||
      (flags['dirSelf'] === true && full.endsWith('/*') && glob(full.slice(0, -2), askedPath)))
  );
}

const addressOf = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

function inRange(address: string, range: string): boolean {
  const [base = '', bits = '32'] = range.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(addressOf(address) / size) === Math.floor(addressOf(base) / size);
}

/** The operators without `_not_`, each as a relation of the request's value to one constant. */
const relations: { readonly [base: string]: ((value: string, constant: string) => boolean) | undefined } = {
  string_equal: (value, constant) => value === constant,
  string_equal_ignore_case: (value, constant) => value.toUpperCase() === constant.toUpperCase(),
  string_like: (value, constant) => glob(constant, value),
  numeric_equal: (value, constant) => Number(value) === Number(constant),
  numeric_less_than: (value, constant) => Number(value) < Number(constant),
  numeric_less_than_equal: (value, constant) => Number(value) <= Number(constant),
  numeric_greater_than: (value, constant) => Number(value) > Number(constant),
  numeric_greater_than_equal: (value, constant) => Number(value) >= Number(constant),
  date_equal: (value, constant) => Date.parse(value) === Date.parse(constant),
  date_less_than: (value, constant) => Date.parse(value) < Date.parse(constant),
  date_less_than_equal: (value, constant) => Date.parse(value) <= Date.parse(constant),
  date_greater_than: (value, constant) => Date.parse(value) > Date.parse(constant),
  date_greater_than_equal: (value, constant) => Date.parse(value) >= Date.parse(constant),
  ip_equal: inRange,
  bool_equal: (value, constant) => value === constant,
};

function testMeets(
  operator: string,
  key: string,
  constants: readonly string[],
  value: PlainValue,
  flags: Flags,
): boolean {
  if (operator === 'null_equal') return constants.includes(value === null ? 'true' : 'false');
  const [, qualifier, base = '', suffix] = /^(for_\w+_value:)?(\w+?)(_if_exist)?$/u.exec(operator) ?? [];
  const negated = base.includes('_not_');
  const relation = relations[base.replace('_not_', '_')];
  // Of an operator that no document has, nothing is known.
  if (!relation) return flags[[operator, key, ...constants].join(' ')] === true;
  if (value === null) {
    if (suffix !== undefined) return true;
    if (qualifier === 'for_all_value:') return flags['forAllAbsent'] === true;
    return negated && flags['absentNegated'] === true;
  }
  const results = [value].flat().map((each) => constants.some((constant) => relation(each, constant)) !== negated);
  if (qualifier === 'for_any_value:') return results.includes(true);
  return (
    !results.includes(false) || (qualifier === undefined && flags['unqualified'] === true && results.includes(true))
  );
}

export const conditionMeets = (
  condition: PlainCondition = {},
  request: Pick<PlainRequest, 'context' | 'caller'>,
  flags: Flags,
): boolean =>
  Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, constants]) =>
      testMeets(
        operator,
        key,
        constants.map((text) => withCaller(text, request.caller)),
        request.context[key] ?? null,
        flags,
      ),
    ),
  );

/** Nobody knows what a numbered set of actions holds: all of them, or none. */
export const actionMeets = (pattern: string, action: string, flags: Flags): boolean =>
  pattern.startsWith('permid/')
    ? flags[pattern] === true
    : glob(pattern.replace(/^name\//u, ''), action, flags['case'] === true ? 'i' : '');

/** Whether a statement speaks of a caller who is known as `known`: everyone is, by `*`. */
export function principalMeets(principal: PlainStatement['principal'], known: PlainValue): boolean {
  if (!principal) return true;
  const names = ['qcs *', known].flat();
  return Object.entries(principal).some(([kind, texts]) => texts.some((text) => names.includes(`${kind} ${text}`)));
}

/** Where nothing says as whom the caller is known, whom a statement names is a question without an answer. */
const speaksTo = (principal: PlainStatement['principal'], context: PlainContext, flags: Flags): boolean =>
  Object.hasOwn(context, principalKey)
    ? principalMeets(principal, context[principalKey] ?? null)
    : principalMeets(principal, null) || flags['principal'] === true;

export type PlainVerdict = 'denied' | 'allowed' | 'not-allowed';

/** What happens to the request under the statements, and within the boundary where there is one. */
export function verdictOf(
  statements: readonly PlainStatement[],
  request: PlainRequest,
  flags: Flags,
  boundary?: readonly PlainStatement[],
): PlainVerdict {
  const applies = ({ principal, action, resource = ['*'], condition, unclear }: PlainStatement): boolean =>
    (unclear === undefined ? speaksTo(principal, request.context, flags) : flags[`unclear ${unclear}`] === true) &&
    action.some((each) => actionMeets(each, request.action, flags)) &&
    resource.some((each) => resourceMeets(each, request.resource, request.caller, flags)) &&
    (unclear !== undefined || conditionMeets(condition, request, flags));
  const met = statements.filter(applies);
  const within = boundary?.filter(applies);
  if ([...met, ...(within ?? [])].some(({ effect }) => effect === 'deny')) return 'denied';
  return met.length > 0 && within?.length !== 0 ? 'allowed' : 'not-allowed';
}
