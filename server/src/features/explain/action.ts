/** What an action is, what it grants and where we know it from. */
import type { Action } from '../../core/catalogue/catalogue.js';
import type { ActionData, LevelData, ParameterData, ResourceTypeData } from '../../core/catalogue/data.js';
import { hasWildcard } from '../../core/policy/action.js';
import { say, type Locale } from '../../core/text.js';
import { nearActions } from '../../core/knowledge/near-actions.js';
import type { Context } from '../context.js';
import { blocks, bullets, code, link, plain } from '../markdown.js';
import { accessNames, labelled, levelTexts, listed } from './words.js';
import { conditionsLine } from './conditions-support.js';
import { granularityBeside } from './granularity.js';
import { documentService, knownAsLine } from './service.js';
import { asOf, sourceLine } from './sources.js';
import { documentWildcard } from './wildcard.js';
import { actionTexts as texts } from './wording.js';

/** Markdown on an action, a wildcard, or (without a name) a service. */
export function documentAction(id: string, name: string | undefined, context: Context): string {
  const { catalogue, locale } = context;
  const service = catalogue.service(id);
  if (!service) return blocks(`**${code(id)}**`, say(texts['unknown-service'], locale));
  if (name === undefined) return documentService(service, id, context);
  if (hasWildcard(name)) return documentWildcard(service, name, context);
  const action = service.action(name) ?? service.actionIgnoringCase(name);
  if (action) return documentOne(action, context);
  const [nearest] = nearActions(service, name);
  return blocks(
    `**${code(`${id}:${name}`)}**`,
    say(texts.unknown, locale, { product: plain(service.data.product[locale]) }) +
      (service.data.complete ? '' : ` ${say(texts.incomplete, locale)}`),
    nearest && say(texts.near, locale, { nearest: code(`${id}:${nearest.name}`) }),
  );
}

/** First the name, what it does and whether it can be restricted; below, the sources. */
function documentOne(action: Action, context: Context): string {
  const { service, name, access, level, resourceTypes, facts } = action;
  const { locale, catalogue } = context;
  const { description, parameters = [], link: page } = service.details(name) ?? {};
  const kind = facts?.kind;
  const title = listed([accessNames[access][locale], kind && texts[kind][locale]], locale);
  const documentation = page === undefined ? '' : ` · ${link(say(texts.documentation, locale), page)}`;
  return blocks(
    `**${code(`${service.data.service}:${name}`)}** — ${title}${documentation}`,
    description && plain(description[locale]),
    facts?.status && statusLine(facts.status, locale),
    knownAsLine(service, locale),
    levelLine(action, context),
    facts?.restriction && labelled(texts.restriction, plain(facts.restriction[locale]), locale),
    resourceTypes.length > 0
      ? labelled(texts.formats, `\n\n${bullets(resourceTypes.map((type) => formatText(type, locale)))}`, locale)
      : undefined,
    conditionsLine(service, facts?.conditions, locale, catalogue.date),
    parametersLine(parameters, level?.level !== 'operation', locale),
    placesLine(facts, locale),
    facts?.conflict && labelled(texts.conflict, plain(facts.conflict[locale]), locale),
    level && groundsLine(level, locale),
    sourceLine(
      service.sources([...(level?.sources ?? []), ...(facts?.sources ?? []), ...(facts?.status?.sources ?? [])]),
      context,
    ),
  );
}

/** Whether it can be restricted, with the age of what says so; of an unknown one, what is said of the product or of its other actions. */
function levelLine({ service, level }: Action, { locale, catalogue }: Context): string {
  const known = say(texts.level, locale, {
    product: plain(service.data.product[locale]),
    level: levelTexts[level?.level ?? 'unknown'][locale],
    age: level ? asOf(service.sources(level.sources), locale, catalogue.date) : '',
  });
  const beside = level ? undefined : granularityBeside({ service, locale, today: catalogue.date });
  return beside === undefined ? known : `${known} ${beside}`;
}

const formatText = ({ format, older }: ResourceTypeData, locale: Locale): string =>
  older ? `${code(format)} (${say(texts.older, locale)})` : code(format);

/** Where the action is listed: the heading of the API, the console's pages. */
function placesLine(facts: ActionData | undefined, locale: Locale): string | undefined {
  const pages = (facts?.consolePages ?? []).map((page) => plain(page[locale]));
  const parts = [
    facts?.category && labelled(texts.category, plain(facts.category[locale]), locale),
    pages.length > 0 && labelled(texts['called-by'], listed(pages, locale), locale),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

const statusLine = ({ kind, successor }: NonNullable<ActionData['status']>, locale: Locale): string =>
  kind === 'renamed' && successor
    ? say(texts.renamed, locale, { successor: code(successor) })
    : say(texts.gone, locale);

/** The required parameters. If the action can be restricted to resources, the parameter that names the resource is first and marked. */
function parametersLine(
  parameters: readonly ParameterData[],
  restrictable: boolean,
  locale: Locale,
): string | undefined {
  const shown = parameters
    .filter(({ required, resource }) => required ?? (restrictable && resource))
    .sort((a, b) => Number(b.resource ?? false) - Number(a.resource ?? false))
    .map(({ name, type, resource }) =>
      resource && restrictable
        ? `**${code(name)}** ${plain(type)} (${say(texts.names, locale)})`
        : `${code(name)} ${plain(type)}`,
    );
  return shown.length > 0 ? labelled(texts.required, listed(shown, locale), locale) : undefined;
}

/** Where the level comes from if no document states it for this very action. */
function groundsLine({ scope, derived }: LevelData, locale: Locale): string | undefined {
  if (derived) return say(texts.derived, locale, { rule: plain(derived[locale]) });
  return scope === 'action' ? undefined : say(texts[scope], locale);
}
