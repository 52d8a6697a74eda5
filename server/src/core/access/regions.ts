/** Sets of requests as patterns: what one action on one resource stands for, and what two of them have in common. */
import type { ActionPattern } from '../policy/action.js';
import { isEveryProject } from '../policy/resource-pattern.js';
import { covers, matches, overlaps } from '../wildcard.js';
import type { Binding, BoundResource } from './binding.js';
import { ownAccount } from './segments.js';
import { belowOf, directoryOf, othersOf } from './paths.js';
import { fresh, generic, maxGlobs, meet, type Budget } from './glob.js';
import type { Doubt, Flag } from './reading.js';

export interface Region {
  readonly service: string;
  readonly name: string;
  /** `all` here is the lone `*` of a request; else each part is a pattern. */
  readonly where: BoundResource;
  /** What must hold for the statement to stand for these requests. */
  readonly if: readonly Exclude<Doubt, { readonly cap: unknown }>[];
}

const star: BoundResource = { all: true, project: '', service: '', region: '', account: '', path: '', wide: false };
const anywhere: BoundResource = {
  all: false,
  project: '*',
  service: '*',
  region: '*',
  account: '*',
  path: '*',
  wide: true,
};

const flag = (name: Flag): { readonly flag: Flag } => ({ flag: name });

/** What an action on a resource stands for without any doubt, first; then what it stands for besides if something in doubt holds. */
export function regionsOf(
  action: ActionPattern,
  resource: BoundResource,
): { readonly sure: readonly Region[]; readonly doubtful: readonly Region[] } {
  const what = action.form === 'action' ? { service: action.service, name: action.name } : { service: '*', name: '*' };
  const doubts = action.form === 'set' ? [{ opaque: action.text }] : [];
  const region = (where: BoundResource, ...more: Region['if']): Region => ({
    ...what,
    where,
    if: [...doubts, ...more],
  });
  if (resource.all) return parted([region(star), region(anywhere)]);
  const place = { ...resource, project: projectOf(resource.project) };
  const below = belowOf(resource.path);
  return parted([
    region(place),
    // COS replaces no variables.
    ...(resource.inCos === undefined ? [] : [region({ ...place, service: 'cos', path: resource.inCos })]),
    ...(resource.wide ? [region(star, flag('starSix'))] : []),
    ...(covers(resource.path, below) ? [] : [region({ ...place, path: below }, flag('directory'))]),
    ...othersOf(resource.path).map(({ path, doubt }) => region({ ...place, path }, doubt)),
    ...(resource.path.endsWith('/*') ? [region({ ...place, path: directoryOf(place.path) }, flag('dirSelf'))] : []),
  ]);
}

const parted = (
  regions: readonly Region[],
): { readonly sure: readonly Region[]; readonly doubtful: readonly Region[] } => ({
  sure: regions.filter((region) => region.if.length === 0),
  doubtful: regions.filter((region) => region.if.length > 0),
});

const projectOf = (project: string): string => (isEveryProject(project) ? '*' : project);

/** What two regions have in common, as regions; undefined: there are too many. */
export function common(a: Region, b: Region, binding: Binding, budget: Budget): readonly Region[] | undefined {
  if (a.where.all !== b.where.all || areApart(a.service, b.service) || areApart(a.name, b.name)) return [];
  const actions = commonActions(a, b, budget);
  if (actions?.length === 0) return [];
  const wheres = a.where.all ? [a.where] : commonPlaces(a.where, b.where, binding, budget);
  if (!actions || !wheres || actions.length * wheres.length > maxGlobs) return undefined;
  return actions.flatMap((action) =>
    wheres.map((where) => ({ ...action, where, if: [...a.if, ...b.if, ...action.if] })),
  );
}

/** Two names of which no text is both, whatever the case. */
const areApart = (a: string, b: string): boolean =>
  a !== b && !a.includes('*') && !b.includes('*') && (a.length !== b.length || a.toLowerCase() !== b.toLowerCase());

type Actions = readonly Omit<Region, 'where'>[];

/** In all readings, and besides where case means nothing. */
function commonActions(a: Region, b: Region, budget: Budget): Actions | undefined {
  const sure = meetOfActions(a, b, budget, []);
  if (!sure) return undefined;
  const [foldA, foldB] = [folded(a), folded(b)];
  const isPart = [a, b].some((inner) =>
    sure.some(({ service, name }) => service === inner.service && name === inner.name),
  );
  if (isPart || !overlaps(foldA.service, foldB.service) || !overlaps(foldA.name, foldB.name)) return sure;
  const more = meetOfActions(foldA, foldB, budget, [flag('case')]);
  const known = sure.map(folded);
  return (
    more && [
      ...sure,
      ...more.filter((each) => !known.some((one) => covers(one.service, each.service) && covers(one.name, each.name))),
    ]
  );
}

const folded = ({ service, name }: Pick<Region, 'service' | 'name'>): Pick<Region, 'service' | 'name'> => ({
  service: service.toLowerCase(),
  name: name.toLowerCase(),
});

function meetOfActions(
  a: Pick<Region, 'service' | 'name'>,
  b: Pick<Region, 'service' | 'name'>,
  budget: Budget,
  doubts: Region['if'],
): Actions | undefined {
  const services = meet(a.service, b.service, budget);
  if (services?.length === 0) return [];
  const names = meet(a.name, b.name, budget);
  if (!services || !names) return undefined;
  if (services.length * names.length > maxGlobs) return undefined;
  return services.flatMap((service) => names.map((name) => ({ service, name, if: doubts })));
}

const parts = ['project', 'service', 'region', 'path'] as const;

function commonPlaces(
  a: BoundResource,
  b: BoundResource,
  binding: Binding,
  budget: Budget,
): readonly BoundResource[] | undefined {
  const account = commonAccounts(a.account, b.account, binding, budget);
  let places: readonly BoundResource[] | undefined = account?.map((each) => ({ ...a, account: each }));
  for (const part of parts) {
    if (!places || places.length === 0) return places;
    const texts = meet(a[part], b[part], budget);
    if (texts?.length === 0) return [];
    if (!texts || places.length * texts.length > maxGlobs) return undefined;
    places = places.flatMap((place) => texts.map((text) => ({ ...place, [part]: text })));
  }
  return places;
}

function commonAccounts(a: string, b: string, binding: Binding, budget: Budget): readonly string[] | undefined {
  const own = (account: string): boolean =>
    account === ownAccount || binding.ownNames.some((name) => account.includes('*') && matches(account, name));
  if (a === ownAccount || b === ownAccount) return own(a) && own(b) ? [ownAccount] : [];
  // An account that both patterns stand for in full may be the own one.
  const both = meet(a, b, budget)?.map((account) => (binding.ownNames.includes(account) ? ownAccount : account));
  // One may stand for its uin, and the other for its APPID.
  return both && own(a) && own(b) && !both.some(own) ? [...both, ownAccount] : both;
}

/** The request of a region that the fewest patterns stand for. */
export interface Point {
  readonly service: string;
  readonly name: string;
  readonly where: BoundResource;
}

export function pointOf({ service, name, where }: Region): Point {
  const at: BoundResource = where.all
    ? where
    : {
        ...where,
        project: where.project === '*' ? fresh : where.project,
        service: generic(where.service),
        region: generic(where.region),
        account: generic(where.account),
        path: generic(where.path),
      };
  return { service: generic(service), name: generic(name), where: at };
}
