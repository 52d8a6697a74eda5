/** Code lenses: what a policy comes to, above it, and above a statement what others make of it. */
import type { CodeLens } from 'vscode-languageserver-types';
import { explain } from '../../core/access/explain/explain.js';
import type { Explanation, Grant } from '../../core/access/explain/explanation.js';
import { everyService } from '../../core/access/explain/reached.js';
import { idleText, reasonsOf } from '../../core/access/words/idle-words.js';
import { unclearInWords } from '../../core/access/words/doubt-words.js';
import type { Voice } from '../../core/access/words/voice.js';
import { isReadingClass } from '../../core/knowledge/access-names.js';
import { hasWildcard } from '../../core/policy/action.js';
import type { Statement } from '../../core/policy/model.js';
import { firstCharacter, type Span } from '../../core/span.js';
import { listed, say, type Locale, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import type { HostDocument, PolicyDocument } from '../document.js';
import { plainVoice } from './voice.js';

// A screen reader reads a lens without the line that it stands above: each is a sentence of its own.
const texts = {
  unclear: { en: 'What this policy allows is not certain. {why}', zh: '无法确定本策略允许的内容。{why}' },
  nothing: { en: 'This policy allows nothing', zh: '本策略未允许任何操作' },
  everything: { en: 'This policy allows every action of every service', zh: '本策略允许所有服务的所有操作' },
  everythingWithin: {
    en: 'This policy allows every action within its resources, conditions and denies',
    zh: '本策略允许所有操作，但受其资源、条件和拒绝语句限制',
  },
  one: {
    en: 'This policy allows 1 known action of {services} (reading: {reads}, changing: {writes})',
    zh: '本策略允许 1 个已知操作：{services}（读取 {reads}，更改 {writes}）',
  },
  policy: {
    en: 'This policy allows {count} known actions of {services} (reading: {reads}, changing: {writes})',
    zh: '本策略允许 {count} 个已知操作：{services}（读取 {reads}，更改 {writes}）',
  },
  unknown: {
    en: 'This policy allows actions of {services} that are not in the catalogue',
    zh: '本策略允许目录中没有的操作：{services}',
  },
  some: { en: 'This policy allows actions of {services}', zh: '本策略允许以下范围的操作：{services}' },
  services: { en: '{count} services', zh: '{count} 个服务' },
  cut: {
    en: 'Statement {number} is denied in part by {statements}',
    zh: '语句 {number} 部分被拒绝（{statements}）',
  },
  cuts: {
    en: 'Statement {number} takes away from {statements}',
    zh: '语句 {number} 拒绝了以下语句的部分内容：{statements}',
  },
  cutsNothing: {
    en: 'Statement {number} denies what this policy does not allow anyway; it counts against other policies',
    zh: '语句 {number} 所拒绝的操作本策略本未允许；对其他策略有效',
  },
  statement: { en: 'statement {number}', zh: '语句 {number}' },
} satisfies { readonly [name: string]: Text };

/** Services that are named; more are counted. */
const shownServices = 3;

/** Statements that are named. */
const shownStatements = 4;

/** The lenses of all policies of the document. `command`: the client's command that explains the policy, if it has one. */
export const codeLenses = (document: HostDocument, context: Context, command: string | undefined): CodeLens[] =>
  document.policies.flatMap((policy) => lensesIn(policy, context, command ?? ''));

function lensesIn(document: PolicyDocument, context: Context, command: string): readonly CodeLens[] {
  const { policy } = document;
  // Of values that only the host knows no answer is certain.
  if (policy.unknown || !policy.node || policy.statements.length === 0) return [];
  const explanation = explain(policy, context);
  const titles = aboutStatements(explanation, context.locale);
  const lens = (at: Span, title: string): CodeLens => ({
    range: document.rangeOf(firstCharacter(at)),
    command: { title, command, arguments: [document.index] },
  });
  return [
    ...(explanation.trust.length > 0 ? [] : [lens(policy.node, aboutPolicy(explanation, plainVoice(context)))]),
    ...[...titles].map(([statement, title]) => lens(statement.node, title)),
  ];
}

function aboutPolicy({ services, unclear }: Explanation, voice: Voice): string {
  const { locale } = voice;
  const [first] = unclear;
  if (first) return say(texts.unclear, locale, { why: unclearInWords(first.why, first.text, voice) });
  if (services.length === 0) return say(texts.nothing, locale);
  const everything = services.flatMap(({ service, grants }) =>
    service === everyService ? grants.filter(({ reached }) => reached.all) : [],
  );
  if (everything.length > 0)
    return say(everything.some(isBoundless) ? texts.everything : texts.everythingWithin, locale);
  const actions = new Map(
    services.flatMap(({ service, grants }) =>
      grants.flatMap(({ reached }) =>
        reached.classes.flatMap(({ access, names }) => names.map((name) => [`${service}:${name}`, access] as const)),
      ),
    ),
  );
  const writes = [...actions.values()].filter((access) => !isReadingClass(access)).length;
  const isSome = services.some(({ service }) => hasWildcard(service));
  const named =
    services.length > shownServices && !isSome
      ? say(texts.services, locale, { count: services.length })
      : namesOf(services, locale);
  // Of several services nothing is counted.
  if (isSome) return say(texts.some, locale, { services: named });
  if (actions.size === 0) return say(texts.unknown, locale, { services: named });
  const data = { count: actions.size, writes, reads: actions.size - writes, services: named };
  return say(actions.size === 1 ? texts.one : texts.policy, locale, data);
}

/** The services by name, with the actions where they are some of every service; of many the first. */
const namesOf = (services: Explanation['services'], locale: Locale): string =>
  listed(
    [
      ...services
        .slice(0, shownServices)
        .map(({ service, grants }) =>
          service === everyService
            ? listed([...new Set(grants.flatMap(({ reached }) => reached.patterns.map((name) => `*:${name}`)))], locale)
            : service,
        ),
      services.length > shownServices && '…',
    ],
    locale,
  );

/** What there is to say of statements, by statement. */
function aboutStatements({ services, denials, idle }: Explanation, locale: Locale): ReadonlyMap<Statement, string> {
  const titles = new Map<Statement, string>();
  const cuts = new Map<Statement, Set<Statement>>();
  const add = (to: Map<Statement, Set<Statement>>, from: Statement, other: Statement): void => {
    to.set(from, (to.get(from) ?? new Set()).add(other));
  };
  const cutBy = new Map<Statement, Set<Statement>>();
  for (const { grants } of services)
    for (const grant of grants)
      for (const exception of grant.except) {
        if (exception.unsure) continue;
        add(cutBy, grant.statement, exception.statement);
        add(cuts, exception.statement, grant.statement);
      }
  const tell = (of: Statement, text: Text, others: Iterable<Statement> = []): void => {
    titles.set(of, say(text, locale, { number: of.index + 1, statements: numbers(new Set(others), locale) }));
  };
  for (const [statement, others] of cutBy) tell(statement, texts.cut, others);
  for (const { statement } of denials) tell(statement, texts.cutsNothing);
  for (const [statement, others] of cuts) tell(statement, texts.cuts, others);
  for (const { statement, why } of idle) {
    // The findings say what is missing.
    if (why.kind === 'incomplete') continue;
    tell(statement, idleText(why), reasonsOf(why));
  }
  return titles;
}

/** Whether it allows all of its actions, wherever and whenever. */
const isBoundless = ({ reached, resources, tests, unreadCondition, except, moreDenies }: Grant): boolean =>
  reached.all && resources.length === 0 && tests.length === 0 && !unreadCondition && except.length === 0 && !moreDenies;

/** The statements by number; of many the first. */
function numbers(statements: ReadonlySet<Statement>, locale: Locale): string {
  const found = [...statements].sort((a, b) => a.index - b.index);
  return listed(
    [
      ...found.slice(0, shownStatements).map(({ index }) => say(texts.statement, locale, { number: index + 1 })),
      found.length > shownStatements && '…',
    ],
    locale,
  );
}
