/** A service in CAM: product, granularity, conditions, resource types, preset policies, roles, set-up, companions, successor. */
import type { Service } from '../../core/catalogue/catalogue.js';
import type { CompanionData, ResourceTypeData, RoleData, ScenarioData } from '../../core/catalogue/data.js';
import { readResource, segment } from '../../core/policy/resource.js';
import { say, type Locale, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import { blocks, bullets, code, plain } from '../markdown.js';
import { described, labelled, listed, wildcardText } from './words.js';
import { granularityOf, holdsForAll } from './granularity.js';
import { conditionsLine } from './conditions-support.js';
import { sourceLine } from './sources.js';
import { actionTexts, serviceTexts as texts } from './wording.js';

/** The most items of each list. */
const shown = 8;

/** Markdown on the service; `id` is how the policy writes it, perhaps by another abbreviation. */
export function documentService(service: Service, id: string, context: Context): string {
  const { locale, catalogue } = context;
  const { data } = service;
  const { product, granularity, aliases = [], companions = [], conflicts = [], successor } = data;
  const fineness = granularityOf({ service, locale, today: catalogue.date });
  const names = [data.service, ...aliases].filter((name) => name !== id);
  return blocks(
    `**${code(id)}** — ${plain(product[locale])}`,
    [
      say(wildcardText.count, locale, { count: service.actions().length }),
      fineness && labelled(texts.granularity, fineness, locale),
      names.length > 0 && say(texts.aliases, locale, { names: listed(names.map(code), locale) }),
    ]
      .filter(Boolean)
      .join(' · '),
    successor &&
      `${say(texts.successor, locale, { service: code(successor.service) })} ${plain(successor.note[locale])}`,
    knownAsLine(service, locale),
    conditionsLine(service, undefined, locale, catalogue.date),
    list(
      companions.map((companion) => companionText(companion, locale)),
      texts.companions,
      locale,
    ),
    ...listsOf(service, locale),
    ...conflicts.map((conflict) => labelled(actionTexts.conflict, plain(conflict[locale]), locale)),
    // Counts are of the actions, each of which names its own sources.
    sourceLine(holdsForAll(service) ? service.sources(granularity?.sources) : [], context),
  );
}

/** By which other abbreviation CAM knows the service's actions; undefined where it is this one. */
export function knownAsLine({ data: { authorizedAs } }: Service, locale: Locale): string | undefined {
  if (!authorizedAs) return undefined;
  const known = say(texts['known-as'], locale, { service: code(`${authorizedAs.service}:…`) });
  return `${known}${locale === 'zh' ? '' : ' '}${plain(authorizedAs.note[locale])}`;
}

const listsOf = (
  { data: { service, resourceTypes = [], presets = [], roles = [], scenarios = [] } }: Service,
  locale: Locale,
) => [
  list(
    ownFirst(resourceTypes, service).map(({ id, name, format, older }) =>
      described(
        plain(name?.[locale] ?? id) + (older ? ` (${say(actionTexts.older, locale)})` : ''),
        code(format),
        locale,
      ),
    ),
    texts.types,
    locale,
  ),
  list(
    presets.map(({ name, scope }) => described(code(name), plain(scope[locale]), locale)),
    texts.presets,
    locale,
  ),
  list(
    roles.map((role) => roleText(role, locale)),
    texts.roles,
    locale,
  ),
  list(
    scenarios.map((scenario) => scenarioText(scenario, locale)),
    texts.scenarios,
    locale,
  ),
];

/** Name, purpose, and when it is needed. */
export const roleText = ({ name, purpose, when }: RoleData, locale: Locale): string =>
  described(code(name), sentences([purpose, when], locale), locale);

/** What to set up: how its absence shows, and what helps. */
const scenarioText = ({ name, required, symptom, remedy }: ScenarioData, locale: Locale): string =>
  described(
    say(required ? texts.everyone : texts['some-uses'], locale, { name: `**${plain(name[locale])}**` }),
    sentences([symptom, remedy], locale),
    locale,
  );

const sentences = (texts: readonly (Text | undefined)[], locale: Locale): string =>
  texts.flatMap((text) => (text ? plain(text[locale]) : [])).join(locale === 'zh' ? '' : ' ');

/** Resource types of the service itself come before those of other services, which some actions also take. */
const ownFirst = (types: readonly ResourceTypeData[], service: string): readonly ResourceTypeData[] => {
  const isOwn = ({ format }: ResourceTypeData): boolean => segment(readResource(format), 'service') === service;
  return [...types.filter(isOwn), ...types.filter((type) => !isOwn(type))];
};

const companionText = (companion: CompanionData, locale: Locale): string =>
  described(
    say(texts.on, locale, {
      action: code(companion.action),
      resource: code(companion.resource),
      for: say(texts[companion.for], locale),
    }),
    plain(companion.reason[locale]),
    locale,
  );

/** A titled list of at most `shown` items; undefined where there are none. */
function list(items: readonly string[], title: Text, locale: Locale): string | undefined {
  if (items.length === 0) return undefined;
  const rest = items.length - shown;
  const more = rest > 0 ? [say(actionTexts.more, locale, { count: rest })] : [];
  return labelled(title, `\n\n${bullets([...items.slice(0, shown), ...more])}`, locale);
}
