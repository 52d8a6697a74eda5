/** What a wildcard matches: how many actions, by kind of access, and which do more than read. */
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import type { Access } from '../../core/catalogue/data.js';
import type { Statement } from '../../core/policy/model.js';
import { say, type Locale } from '../../core/text.js';
import { matches } from '../../core/wildcard.js';
import type { Context } from '../context.js';
import { blocks, bounded, code, plain } from '../markdown.js';
import { isReading } from '../../core/knowledge/reading-part.js';
import { accessNames, labelled, listed, wildcardText } from './words.js';
import { actionTexts as texts } from './wording.js';

/** The most names of each group; the rest is counted. */
const shownNames = 30;

/** Markdown on `service:pattern`. Actions that `statement`, in which it stands, lists anyway are not shown as new. */
export function documentWildcard(
  service: Service,
  pattern: string,
  { locale }: Context,
  statement?: Statement,
): string {
  const actions = service.matching(pattern);
  const title = `**${code(`${service.data.service}:${pattern}`)}** — ${say(wildcardText.count, locale, { count: actions.length })}`;
  const incomplete = service.data.complete ? undefined : say(texts.incomplete, locale);
  if (actions.length === 0) return blocks(title, say(texts.none, locale), incomplete);
  const others = otherPatterns(service, pattern, statement);
  const beyond = actions.filter((action) => !isReading(action) && !others.some((other) => matches(other, action.name)));
  const denies = statement?.effect === 'deny';
  const heading =
    others.length > 0 ? (denies ? texts['denies-new'] : texts['beyond-new']) : denies ? texts.denies : texts.beyond;
  return blocks(
    title,
    say(texts.level, locale, {
      product: plain(service.data.product[locale]),
      level: countsOf(actions, locale),
      age: '',
    }),
    levelLine(actions, locale),
    beyond.length > 0 ? labelled(heading, namesOf(beyond, locale), locale) : undefined,
    namesLine(actions.filter(isReading), locale),
    incomplete,
  );
}

/** How many of the actions cannot be restricted to resources; undefined: none that is known. */
function levelLine(actions: readonly Action[], locale: Locale): string | undefined {
  const count = actions.filter(({ level }) => level?.level === 'operation').length;
  if (count === 0) return undefined;
  return say(count === actions.length ? texts['all-operation'] : texts['some-operation'], locale, { count });
}

/** The patterns of the statement's other actions of the service. */
const otherPatterns = (service: Service, pattern: string, statement: Statement | undefined): readonly string[] =>
  (statement?.actions?.items ?? []).flatMap((item) =>
    item.form === 'action' && item.service === service.data.service && item.name !== pattern ? item.name : [],
  );

/** `12 read, 3 write`, in the order of the access classes. */
function countsOf(actions: readonly Action[], locale: Locale): string {
  const counts = new Map<Access, number>();
  for (const { access } of actions) counts.set(access, (counts.get(access) ?? 0) + 1);
  const parts = (Object.keys(accessNames) as Access[])
    .filter((access) => counts.has(access))
    .map((access) => say(texts['of-access'], locale, { count: counts.get(access) ?? 0, access: accessNames[access] }));
  return listed(parts, locale);
}

const namesLine = (actions: readonly Action[], locale: Locale): string | undefined =>
  actions.length > 0 ? labelled(texts.reading, namesOf(actions, locale), locale) : undefined;

const namesOf = (actions: readonly Action[], locale: Locale): string =>
  listed(
    bounded(
      actions.map(({ name }) => code(name)),
      shownNames,
      (count) => say(texts.more, locale, { count }),
    ),
    locale,
  );
