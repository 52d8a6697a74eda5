/** Which actions a statement speaks of, in words. */
import { accessNames, isReadingClass } from '../../knowledge/access-names.js';
import { hasWildcard } from '../../policy/action.js';
import { listed, type Text } from '../../text.js';
import type { Exception, Reached, Scope } from '../explain/explanation.js';
import { everyService } from '../explain/reached.js';
import { leaf, named, tell, type Line, type Voice } from './voice.js';

const texts = {
  every: { en: 'every action', zh: '所有操作' },
  everyKnown: { en: 'every action ({counts})', zh: '所有操作（{counts}）' },
  everyOfAll: { en: 'every action of every service', zh: '所有服务的所有操作' },
  of: { en: '{actions} of {service}', zh: '{service} 的 {actions}' },
  everyOf: { en: '{actions} of {service}', zh: '{service} 的{actions}' },
  everyServices: { en: 'every service', zh: '所有服务' },
  counted: { en: '{actions} ({counts})', zh: '{actions}（{counts}）' },
  count: { en: '{count} {access}', zh: '{count} 个{access}操作' },
  notKnown: { en: '{count} not in the catalogue', zh: '{count} 个不在目录中' },
  noneKnown: { en: 'none that the catalogue knows', zh: '目录中没有匹配的操作' },
  ofClass: { en: '{access}: {names}', zh: '{access}：{names}' },
} satisfies { readonly [name: string]: Text };

const shown = { patterns: 8, names: 10 } as const;

/** Which actions: as the statement has them, and what they come to. */
export function actionsInWords({ service, reached }: Pick<Scope, 'service' | 'reached'>, voice: Voice): string {
  if (reached.all && service === everyService) return tell(texts.everyOfAll, voice);
  // Of several services nothing is counted.
  const counts = hasWildcard(service) ? '' : countsOf(reached, voice);
  if (reached.all) return counts === '' ? tell(texts.every, voice) : tell(texts.everyKnown, voice, { counts });
  const actions = named(reached.patterns, shown.patterns, voice);
  return counts === '' ? actions : tell(texts.counted, voice, { actions, counts });
}

function countsOf({ classes, unknown, open, patterns }: Reached, voice: Voice): string {
  const [only] = classes;
  if (patterns.length === 1 && only?.names.length === 1 && patterns[0] === only.names[0] && classes.length === 1)
    return tell(accessNames[only.access], voice);
  const parts = classes.map(({ access, names }) =>
    tell(texts.count, voice, { count: names.length, access: accessNames[access] }),
  );
  if (unknown.length > 0) parts.push(tell(texts.notKnown, voice, { count: unknown.length }));
  return parts.length === 0 && open ? tell(texts.noneKnown, voice) : listed(parts, voice.locale);
}

/** The actions that do more than read, by class, where the patterns do not show them. Of a whole service only what changes rights is told. */
export function classLines({ classes, patterns, all }: Reached, voice: Voice): readonly Line[] {
  if (patterns.length <= shown.patterns && !patterns.some((pattern) => pattern.includes('*'))) return [];
  return classes
    .filter(({ access }) => (all ? access === 'permission' : !isReadingClass(access)))
    .map(({ access, names }) =>
      leaf(tell(texts.ofClass, voice, { access: accessNames[access], names: named(names, shown.names, voice) })),
    );
}

/** The actions by name where they are few; else as the deny has them, with counts. `within`: the service that is spoken of; of another one the name is said. */
export function exceptedActions(
  { service, reached, unsure }: Exception,
  within: string | undefined,
  voice: Voice,
): string {
  const names = [...reached.classes.flatMap((one) => one.names), ...reached.unknown];
  const isFew = names.length > 0 && names.length <= shown.patterns && !reached.open;
  const few = isFew && !unsure && !(reached.all && service !== within);
  if (few) return ofService(named(names, shown.patterns, voice), service, within, voice);
  // What is not sure is told as it is written.
  const actions =
    unsure && !reached.all
      ? named(reached.patterns, shown.patterns, voice)
      : actionsInWords({ service, reached }, voice);
  return reached.all && service === everyService ? actions : ofService(actions, service, within, voice, reached.all);
}

/** The actions with the service, where it is another one than is spoken of. */
export function ofService(
  actions: string,
  service: string,
  within: string | undefined,
  voice: Voice,
  isEvery = false,
): string {
  // A numbered set is its own text.
  if (service === within || service.startsWith('permid/')) return actions;
  return tell(isEvery ? texts.everyOf : texts.of, voice, { actions, service: serviceInWords(service, voice) });
}

/** A service as a sentence has it. */
export const serviceInWords = (service: string, voice: Voice): string =>
  service === everyService ? tell(texts.everyServices, voice) : voice.code(service);
