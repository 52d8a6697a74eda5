/** What a policy allows, in sentences. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import { hasWildcard } from '../../policy/action.js';
import { listed, type Text } from '../../text.js';
import { matches } from '../../wildcard.js';
import type { Explanation, Grant, Idle, Scope } from '../explain/explanation.js';
import { everyService } from '../explain/reached.js';
import type { Unclear } from '../unclear.js';
import { actionsInWords, classLines, serviceInWords } from './action-words.js';
import { unclearInWords } from './doubt-words.js';
import { idleText, reasonsOf } from './idle-words.js';
import { doubtLines, exceptionLine, scopeLines, trustLine } from './scope-words.js';
import { leaf, named, tell, type Line, type Voice } from './voice.js';

const texts = {
  everything: { en: 'All services', zh: '所有服务' },
  service: { en: '{service} · {product}', zh: '{service} · {product}' },
  someServices: {
    en: '{service} · every service of such a name ({names})',
    zh: '{service} · 名称相符的所有服务（{names}）',
  },
  noSuchServices: {
    en: '{service} · no service in the catalogue has such a name',
    zh: '{service} · 目录中没有名称相符的服务',
  },
  unknownService: { en: '{service} · not in the catalogue', zh: '{service} · 目录中没有此服务' },
  set: { en: '{service} · a numbered set of actions', zh: '{service} · 编号的操作集合' },
  allows: { en: 'Statement {number} allows {actions}', zh: '语句 {number} 允许：{actions}' },
  moreDenies: {
    en: 'except what further deny statements take away: there are too many to tell',
    zh: '除外：其余拒绝语句所拒绝的内容（数量过多，未逐一列出）',
  },
  unreached: {
    en: 'not {actions}: CAM asks about them with the resource *, which this statement does not name',
    zh: '不含 {actions}：CAM 以资源 * 检查这些操作，而此语句未写 *',
  },
  denials: { en: 'Denied', zh: '拒绝' },
  denialsWhy: {
    en: 'This policy does not allow what is denied here. The denials count against other policies of the same caller.',
    zh: '此处所拒绝的内容本策略并未允许。这些拒绝对同一调用者的其他策略有效。',
  },
  denies: { en: 'Statement {number} denies {actions} of {service}', zh: '语句 {number} 拒绝 {service}：{actions}' },
  deniesAll: { en: 'Statement {number} denies {actions}', zh: '语句 {number} 拒绝：{actions}' },
  trust: { en: 'Who may take on the role', zh: '谁可以扮演此角色' },
  idle: { en: 'Without effect', zh: '不起作用' },
  byStatement: { en: 'statement {number}', zh: '语句 {number}' },
  unclear: { en: 'Not certain', zh: '无法确定' },
  unclearIn: { en: 'Statement {number}: {why}', zh: '语句 {number}：{why}' },
  nothing: { en: 'This policy allows nothing.', zh: '本策略未允许任何操作。' },
} satisfies { readonly [name: string]: Text };

const shown = { exceptions: 12, unreached: 5, services: 3, unclear: 12 } as const;

/** The explanation, line by line: services, what is denied besides, who may take on the role, and what has no effect. */
export function explanationInWords(explanation: Explanation, catalogue: Catalogue, voice: Voice): readonly Line[] {
  const services = explanation.services.map(({ service, grants }) => ({
    text: titleOf(service, catalogue, voice),
    below: grants.map((grant) => grantLine(grant, voice)),
  }));
  return [...services, ...restInWords(explanation, voice)];
}

/** What there is to say besides what is allowed; also that nothing is. */
export function restInWords({ services, denials, trust, idle, unclear }: Explanation, voice: Voice): readonly Line[] {
  const section = (title: Text, below: readonly Line[]): readonly Line[] =>
    below.length > 0 ? [{ text: tell(title, voice), below }] : [];
  return [
    ...(services.length + trust.length + unclear.length > 0 ? [] : [leaf(tell(texts.nothing, voice))]),
    ...section(texts.unclear, [
      ...unclear.slice(0, shown.unclear).map((one) => unclearLine(one, voice)),
      ...(unclear.length > shown.unclear ? [leaf('…')] : []),
    ]),
    ...section(
      texts.trust,
      trust.map((one) => trustLine(one, voice)),
    ),
    ...section(texts.denials, denialLines(denials, voice)),
    ...section(
      texts.idle,
      idle.map((one) => idleLine(one, voice)),
    ),
  ];
}

function unclearLine({ why, text, statement }: Unclear, voice: Voice): Line {
  const reason = unclearInWords(why, text, voice);
  if (!statement) return leaf(reason);
  const told = tell(texts.unclearIn, voice, { number: statement.index + 1, why: reason });
  return { text: told, statement: statement.index, below: [] };
}

/** What a service is called, with its product: `cvm · Cloud Virtual Machine`. */
export function titleOf(service: string, catalogue: Catalogue, voice: Voice): string {
  if (service === everyService) return tell(texts.everything, voice);
  const known = catalogue.service(service)?.data.product[voice.locale];
  const data = { service: voice.code(service) };
  if (service.startsWith('permid/')) return tell(texts.set, voice, data);
  if (hasWildcard(service)) {
    const names = catalogue.summaries
      .flatMap((one) => [one.service, ...(one.aliases ?? [])])
      .filter((name) => matches(service, name));
    if (names.length === 0) return tell(texts.noSuchServices, voice, data);
    return tell(texts.someServices, voice, { ...data, names: named(names, shown.services, voice) });
  }
  return known === undefined
    ? tell(texts.unknownService, voice, data)
    : tell(texts.service, voice, { ...data, product: known });
}

export const grantLine = (grant: Grant, voice: Voice): Line => ({
  text: tell(texts.allows, voice, { number: grant.statement.index + 1, actions: actionsInWords(grant, voice) }),
  statement: grant.statement.index,
  below: [
    ...classLines(grant.reached, voice),
    ...scopeLines(grant, voice),
    ...(grant.unreached.length > 0
      ? [leaf(tell(texts.unreached, voice, { actions: named(grant.unreached, shown.unreached, voice) }))]
      : []),
    ...doubtLines(grant, voice),
    ...grant.except.slice(0, shown.exceptions).map((exception) => exceptionLine(grant, exception, voice)),
    ...(grant.moreDenies || grant.except.length > shown.exceptions ? [leaf(tell(texts.moreDenies, voice))] : []),
  ],
});

const denialLines = (denials: readonly Scope[], voice: Voice): readonly Line[] => [
  ...(denials.length > 0 ? [leaf(tell(texts.denialsWhy, voice))] : []),
  ...denials.map((denial) => ({
    text: tell(denial.service === everyService && denial.reached.all ? texts.deniesAll : texts.denies, voice, {
      number: denial.statement.index + 1,
      actions: actionsInWords(denial, voice),
      service: serviceInWords(denial.service, voice),
    }),
    statement: denial.statement.index,
    below: [...scopeLines(denial, voice), ...doubtLines(denial, voice)],
  })),
];

function idleLine({ statement, why }: Idle, voice: Voice): Line {
  const statements = listed(
    reasonsOf(why).map(({ index }) => tell(texts.byStatement, voice, { number: index + 1 })),
    voice.locale,
  );
  const text = tell(idleText(why), voice, { number: statement.index + 1, statements });
  return { text, statement: statement.index, below: [] };
}

/** The lines as text, those below others indented. */
export const linesAsText = (lines: readonly Line[], depth = 0): string =>
  lines.map(({ text, below }) => `${'  '.repeat(depth)}${text}\n${linesAsText(below, depth + 1)}`).join('');
