/**
 * A second evaluator of policies for tests, which shares nothing with the engine: regular expressions, one request at a time, no search. It reads plain JSON
 * and is as simple as it can be, so that a mistake is seen.
 */
export type PlainValue = string | readonly string[] | null;
export type PlainCondition = { readonly [operator: string]: { readonly [key: string]: readonly string[] } };

export interface PlainStatement {
  readonly effect: string;
  readonly action: readonly string[];
  readonly resource: readonly string[];
  readonly condition?: PlainCondition;
}

export type Flags = { readonly [flag: string]: boolean };
export type PlainContext = { readonly [key: string]: PlainValue };

export interface PlainRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: PlainContext;
  readonly caller: { readonly uin: string; readonly owner: string; readonly appId: string };
}

/** How each question that no document answers is answered where nothing is said. */
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

/** The names of a region that the tests use, and the one they stand for. */
const regionOf = (code: string): string => (code === 'gz' ? 'ap-guangzhou' : code);

const accountOf = (text: string, { owner, appId }: PlainRequest['caller']): string =>
  ['', 'uin/', `uid/${appId}`].includes(text) ? `uin/${owner}` : text;

export function resourceMeets(pattern: string, asked: string, caller: PlainRequest['caller'], flags: Flags): boolean {
  if (pattern === '*') return true;
  const [, project = '', service = '', region = '', account = '', ...rest] = pattern.split(':');
  const path = rest.join(':').replace(/^\*\/\*$/u, '*');
  if (asked === '*') return path === '*' && flags['starSix'] === true;
  const [, askedProject, askedService = '', askedRegion = '', askedAccount = '', ...askedRest] = asked.split(':');
  const askedPath = askedRest.join(':');
  const full =
    service === 'cos' ? path : path.replaceAll('${uin}', caller.uin).replaceAll('${owner_uin}', caller.owner);
  const known = accountOf(askedAccount, caller);
  const names = known === `uin/${caller.owner}` ? [known, `uid/${caller.appId}`] : [known];
  return (
    (['', '*', 'id/0', 'id/*'].includes(project) || project === askedProject) &&
    (service === '' || glob(service, askedService)) &&
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
const relations: { readonly [base: string]: (value: string, constant: string) => boolean } = {
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

function testMeets(operator: string, constants: readonly string[], value: PlainValue, flags: Flags): boolean {
  if (operator === 'null_equal') return constants.includes(value === null ? 'true' : 'false');
  const [, qualifier, base = '', suffix] = /^(for_\w+_value:)?(\w+?)(_if_exist)?$/u.exec(operator) ?? [];
  const negated = base.includes('_not_');
  if (value === null) {
    if (suffix !== undefined) return true;
    if (qualifier === 'for_all_value:') return flags['forAllAbsent'] === true;
    return negated && flags['absentNegated'] === true;
  }
  const relation = relations[base.replace('_not_', '_')];
  if (!relation) throw new Error(operator);
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
        constants.map((text) => text.replaceAll('${uin}', request.caller.uin)),
        request.context[key] ?? null,
        flags,
      ),
    ),
  );

export const actionMeets = (pattern: string, action: string, flags: Flags): boolean =>
  glob(pattern.replace(/^name\//u, ''), action, flags['case'] === true ? 'i' : '');

export type PlainVerdict = 'denied' | 'allowed' | 'not-allowed';

/** What happens to the request under the statements, and within the boundary where there is one. */
export function verdictOf(
  statements: readonly PlainStatement[],
  request: PlainRequest,
  flags: Flags,
  boundary?: readonly PlainStatement[],
): PlainVerdict {
  const applies = ({ action, resource, condition }: PlainStatement): boolean =>
    action.some((each) => actionMeets(each, request.action, flags)) &&
    resource.some((each) => resourceMeets(each, request.resource, request.caller, flags)) &&
    conditionMeets(condition, request, flags);
  const met = statements.filter(applies);
  const within = boundary?.filter(applies);
  if ([...met, ...(within ?? [])].some(({ effect }) => effect === 'deny')) return 'denied';
  return met.length > 0 && within?.length !== 0 ? 'allowed' : 'not-allowed';
}
