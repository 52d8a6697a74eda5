/** Code lenses: what a policy comes to, above it, and above a statement what others make of it. */
import type { CodeLens } from 'vscode-languageserver-types';
import { explain } from '../../core/access/explain/explain.js';
import type { Explanation, Idle } from '../../core/access/explain/explanation.js';
import { everyService } from '../../core/access/explain/reached.js';
import { isReadingClass } from '../../core/knowledge/access-names.js';
import type { Statement } from '../../core/policy/model.js';
import { firstCharacter, type Span } from '../../core/span.js';
import { listed, say, type Locale, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import type { HostDocument, PolicyDocument } from '../document.js';

const texts = {
  nothing: { en: 'allows nothing', zh: '未允许任何操作' },
  everything: { en: 'allows every action of every service', zh: '允许所有服务的所有操作' },
  policy: {
    en: 'allows {count} of the actions known of {services} (reading: {reads}, changing: {writes})',
    zh: '允许 {services} 的 {count} 个已知操作（读取 {reads}，更改 {writes}）',
  },
  unknown: {
    en: 'allows actions of {services} that are not in the catalogue',
    zh: '允许 {services} 中不在目录内的操作',
  },
  services: { en: '{count} services', zh: '{count} 个服务' },
  denied: { en: 'without effect: {statements} denies all of it', zh: '不起作用：其全部内容已被拒绝（{statements}）' },
  deniedBySeveral: {
    en: 'without effect: {statements} deny all of it',
    zh: '不起作用：其全部内容已被拒绝（{statements}）',
  },
  unreached: {
    en: 'without effect: CAM asks about these actions with the resource * only',
    zh: '不起作用：CAM 仅以资源 * 检查这些操作',
  },
  same: { en: 'without effect: the policy allows the same without it', zh: '不起作用：没有它，策略允许的内容相同' },
  cut: { en: 'denied in part by {statements}', zh: '部分被拒绝（{statements}）' },
  cuts: { en: 'takes away from {statements}', zh: '拒绝了以下语句的部分内容：{statements}' },
  cutsNothing: {
    en: 'this policy allows none of it anyway; counts against other policies',
    zh: '本策略本未允许这些操作；对其他策略有效',
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
    ...(explanation.trust.length > 0 ? [] : [lens(policy.node, aboutPolicy(explanation, context.locale))]),
    ...[...titles].map(([statement, title]) => lens(statement.node, title)),
  ];
}

function aboutPolicy({ services }: Explanation, locale: Locale): string {
  if (services.length === 0) return say(texts.nothing, locale);
  if (services.some(({ service }) => service === everyService)) return say(texts.everything, locale);
  const actions = new Map(
    services.flatMap(({ service, grants }) =>
      grants.flatMap(({ reached }) =>
        reached.classes.flatMap(({ access, names }) => names.map((name) => [`${service}:${name}`, access] as const)),
      ),
    ),
  );
  const writes = [...actions.values()].filter((access) => !isReadingClass(access)).length;
  const named =
    services.length > shownServices
      ? say(texts.services, locale, { count: services.length })
      : listed(
          services.map(({ service }) => service),
          locale,
        );
  if (actions.size === 0) return say(texts.unknown, locale, { services: named });
  const data = { count: actions.size, writes, reads: actions.size - writes, services: named };
  return say(texts.policy, locale, data);
}

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
        add(cutBy, grant.statement, exception.statement);
        add(cuts, exception.statement, grant.statement);
      }
  for (const [statement, others] of cutBy)
    titles.set(statement, say(texts.cut, locale, { statements: numbers(others, locale) }));
  for (const { statement } of denials) titles.set(statement, say(texts.cutsNothing, locale));
  for (const [statement, others] of cuts)
    titles.set(statement, say(texts.cuts, locale, { statements: numbers(others, locale) }));
  for (const { statement, why } of idle) {
    const title = aboutIdle(why, locale);
    if (title !== undefined) titles.set(statement, title);
  }
  return titles;
}

function aboutIdle(why: Idle['why'], locale: Locale): string | undefined {
  // The findings say what is missing.
  if (why.kind === 'incomplete') return undefined;
  if (why.kind !== 'denied') return say(texts[why.kind], locale);
  const text = why.by.length > 1 ? texts.deniedBySeveral : texts.denied;
  return say(text, locale, { statements: numbers(new Set(why.by), locale) });
}

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
