/** How much of it is new: `14 write, 3 read actions of mps on all resources`. */
import { accessClasses, accessNames, isReadingClass } from '../../knowledge/access-names.js';
import { listed, type Text } from '../../text.js';
import type { Found, KnownAction } from '../comparison.js';
import { named, tell, type Voice } from './voice.js';

const texts = {
  count: { en: '{count} {access}', zh: '{count} 个{access}操作' },
  actions: { en: '{counts} actions', zh: '{counts}' },
  of: { en: '{actions} of {services}', zh: '{services} 的 {actions}' },
  services: { en: '{count} services', zh: '{count} 个服务' },
  everyService: { en: 'actions of every service', zh: '所有服务的操作' },
  more: { en: 'more than {actions}', zh: '超过 {actions}' },
  among: { en: 'actions among {pattern}', zh: '{pattern} 中的操作' },
  theseAmong: { en: '{actions} among {pattern}', zh: '{pattern} 中的 {actions}' },
  on: { en: '{actions} on {resources}', zh: '{actions}，资源 {resources}' },
  everywhere: { en: 'all resources', zh: '全部' },
  resources: { en: '{count} resources', zh: '{count} 个' },
  conditional: { en: '{what}, under conditions', zh: '{what}（仅在满足条件时）' },
} satisfies { readonly [name: string]: Text };

/** Every action of every service, as a pattern. */
const everything = '*:*';

/** So many actions and services are named; more are counted. */
const shownNames = 3;

/** What is found, put together: the actions by name or by number, where, and whether only under conditions. `cut`: there is more. */
export function extentInWords(found: readonly Found[], cut: boolean, voice: Voice): string {
  const actions = actionsOf(found, voice);
  const what = tell(texts.on, voice, {
    actions: cut ? tell(texts.more, voice, { actions }) : actions,
    resources: resourcesOf(found, voice),
  });
  const isConditional = found.every(({ example }) => Object.keys(example.context).length > 0);
  return isConditional ? tell(texts.conditional, voice, { what }) : what;
}

/** The actions of one pair of patterns: by number where many are known of the pattern. Some of what it stands for is new, not always all of it. */
export function foundActions({ actions, among, known = [] }: Found, voice: Voice): string {
  const pattern = voice.code(actions);
  if (among === everything) return tell(texts.everyService, voice);
  if (!actions.includes('*')) return pattern;
  if (known.length === 0) return tell(texts.among, voice, { pattern: voice.code(among) });
  return tell(texts.theseAmong, voice, { actions: namesOrCounts(known, voice), pattern });
}

function actionsOf(found: readonly Found[], voice: Voice): string {
  const all = found.find(({ among }) => among === everything);
  if (all) return foundActions(all, voice);
  const known = new Map(found.flatMap((one) => one.known ?? []).map((action) => [action.name, action]));
  const others = new Set(
    found.filter(({ known: names = [] }) => names.length === 0).map((one) => foundActions(one, voice)),
  );
  const counted = known.size > 0 ? [countedOf([...known.values()], voice)] : [];
  return listed([...counted, ...namedPlainly([...others], voice)], voice.locale);
}

const namedPlainly = (texts: readonly string[], voice: Voice): readonly string[] =>
  texts.length === 0 ? [] : [named(texts, shownNames, { ...voice, code: (text) => text })];

/** By name where there are few; else by number, with the services. */
function countedOf(known: readonly KnownAction[], voice: Voice): string {
  if (isFew(known)) return namesOrCounts(known, voice);
  const services = [...new Set(known.map(({ name }) => name.slice(0, name.indexOf(':'))))];
  return tell(texts.of, voice, {
    actions: namesOrCounts(known, voice),
    services:
      services.length > shownNames
        ? tell(texts.services, voice, { count: services.length })
        : listed(services.map(voice.code), voice.locale),
  });
}

const isFew = (known: readonly KnownAction[]): boolean => known.length <= shownNames;

function namesOrCounts(known: readonly KnownAction[], voice: Voice): string {
  if (isFew(known))
    return named(
      known.map(({ name }) => name),
      shownNames,
      voice,
    );
  // What changes things is told first.
  const classes = [
    ...accessClasses.filter((access) => !isReadingClass(access)),
    ...accessClasses.filter(isReadingClass),
  ];
  const counts = classes.flatMap((access) => {
    const count = known.filter((action) => action.access === access).length;
    return count > 0 ? [tell(texts.count, voice, { count, access: accessNames[access] })] : [];
  });
  return tell(texts.actions, voice, { counts: listed(counts, voice.locale) });
}

function resourcesOf(found: readonly Found[], voice: Voice): string {
  const resources = [...new Set(found.map(({ resources: texts }) => texts))];
  const [only = '*'] = resources;
  if (resources.includes('*')) return tell(texts.everywhere, voice);
  return resources.length === 1 ? voice.code(only) : tell(texts.resources, voice, { count: resources.length });
}
