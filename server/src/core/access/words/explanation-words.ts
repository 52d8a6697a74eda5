/** What a policy allows, in sentences. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import { accessNames, isReadingClass } from '../../knowledge/access-names.js';
import { hasWildcard } from '../../policy/action.js';
import { listed, type Text } from '../../text.js';
import { matches } from '../../wildcard.js';
import type {
  ClassOfActions,
  Exception,
  Explanation,
  Grant,
  Idle,
  Reached,
  Scope,
  Trust,
} from '../explain/explanation.js';
import { everyService } from '../explain/reached.js';
import type { Unclear } from '../unclear.js';
import { conditionInWords } from './condition-words.js';
import { unclearInWords } from './doubt-words.js';
import { idleText, reasonsOf } from './idle-words.js';
import { named, tell, type Line, type Voice } from './voice.js';

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
  on: { en: 'on {resources}', zh: '资源：{resources}' },
  onAll: { en: 'on all resources', zh: '资源：全部' },
  onlyIf: { en: 'only if {condition}', zh: '条件：{condition}' },
  andIf: { en: 'and if {condition}', zh: '且：{condition}' },
  unreadCondition: { en: 'a condition is met that cannot be read', zh: '无法读取的条件' },
  for: { en: 'for {principals}', zh: '主体：{principals}' },
  forEveryone: { en: 'for everyone', zh: '主体：所有人' },
  except: {
    en: 'except {actions}{where}: denied by statement {number}',
    zh: '除外：{actions}{where}，由语句 {number} 拒绝',
  },
  exceptCase: {
    en: 'perhaps except {actions}{where}: denied by statement {number}, if the case of names does not matter (no document says so)',
    zh: '可能除外：{actions}{where}，由语句 {number} 拒绝（前提是名称不区分大小写；没有文档说明）',
  },
  exceptService: {
    en: 'perhaps except {actions}{where}: denied by statement {number}, if both names mean the same service (no document says so)',
    zh: '可能除外：{actions}{where}，由语句 {number} 拒绝（前提是两个名称指同一服务；没有文档说明）',
  },
  moreDenies: {
    en: 'except what further deny statements take away: there are too many to tell',
    zh: '除外：其余拒绝语句所拒绝的内容（数量过多，未逐一列出）',
  },
  exceptOn: { en: ' on {resources}', zh: '，资源 {resources}' },
  exceptIf: { en: ', if {condition}', zh: '，条件：{condition}' },
  and: { en: ' and ', zh: '，且 ' },
  unreached: {
    en: 'not {actions}: CAM asks about them with the resource *, which this statement does not name',
    zh: '不含 {actions}：CAM 以资源 * 检查这些操作，而此语句未写 *',
  },
  perhapsStar: {
    en: 'perhaps not {actions}: CAM asks about them with the resource *, and no document says whether six segments that end in it stand for it',
    zh: '可能不含 {actions}：CAM 以资源 * 检查这些操作，而没有文档说明以 * 结尾的六段式是否等同于资源 *',
  },
  perhapsCase: {
    en: 'perhaps not {actions}: documents write this in another case, and none says whether case matters',
    zh: '可能不含 {actions}：文档中的大小写与此不同，而没有文档说明是否区分大小写',
  },
  denials: { en: 'Denied', zh: '拒绝' },
  denialsWhy: {
    en: 'This policy does not allow what is denied here. The denials count against other policies of the same caller.',
    zh: '此处所拒绝的内容本策略并未允许。这些拒绝对同一调用者的其他策略有效。',
  },
  denies: { en: 'Statement {number} denies {actions} of {service}', zh: '语句 {number} 拒绝 {service}：{actions}' },
  deniesAll: { en: 'Statement {number} denies {actions}', zh: '语句 {number} 拒绝：{actions}' },
  trust: { en: 'Who may take on the role', zh: '谁可以扮演此角色' },
  trusts: { en: 'Statement {number}: {principals}', zh: '语句 {number}：{principals}' },
  trustsNot: { en: 'Statement {number}: not {principals}', zh: '语句 {number}：不包括 {principals}' },
  everyone: { en: 'everyone', zh: '所有人' },
  unreadWho: { en: 'a principal that cannot be read', zh: '无法读取的主体' },
  through: { en: 'through {actions}', zh: '通过 {actions}' },
  if: { en: 'if {condition}', zh: '条件：{condition}' },
  idle: { en: 'Without effect', zh: '不起作用' },
  byStatement: { en: 'statement {number}', zh: '语句 {number}' },
  unclear: { en: 'Not certain', zh: '无法确定' },
  unclearIn: { en: 'Statement {number}: {why}', zh: '语句 {number}：{why}' },
  nothing: { en: 'This policy allows nothing.', zh: '本策略未允许任何操作。' },
} satisfies { readonly [name: string]: Text };

const shown = {
  patterns: 8,
  names: 10,
  resources: 6,
  principals: 6,
  exceptions: 12,
  unreached: 5,
  services: 3,
} as const;

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
    ...section(
      texts.unclear,
      unclear.map((one) => unclearLine(one, voice)),
    ),
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

const leaf = (text: string): Line => ({ text, below: [] });

/** Which actions: as the statement has them, and what they come to. */
function actionsInWords({ service, reached }: Pick<Scope, 'service' | 'reached'>, voice: Voice): string {
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
function classLines({ classes, patterns, all }: Reached, voice: Voice): readonly Line[] {
  if (patterns.length <= shown.patterns && !patterns.some((pattern) => pattern.includes('*'))) return [];
  return classes
    .filter(({ access }) => (all ? access === 'permission' : !isReadingClass(access)))
    .map(({ access, names }) =>
      leaf(tell(texts.ofClass, voice, { access: accessNames[access], names: named(names, shown.names, voice) })),
    );
}

/** Of which of the actions it is not known whether the statement speaks of them. */
const doubtLines = ({ doubtful }: Scope, voice: Voice): readonly Line[] =>
  [
    { text: texts.perhapsStar, names: doubtful.star },
    { text: texts.perhapsCase, names: doubtful.case },
  ].flatMap(({ text, names }) =>
    names.length > 0 ? [leaf(tell(text, voice, { actions: named(names, shown.unreached, voice) }))] : [],
  );

/** Where, when and for whom. */
function scopeLines({ resources, tests, unreadCondition, principals }: Scope, voice: Voice): readonly Line[] {
  const who =
    principals.kind === 'named'
      ? tell(texts.for, voice, { principals: named(namesOf(principals.names), shown.principals, voice) })
      : principals.kind === 'everyone'
        ? tell(texts.forEveryone, voice)
        : undefined;
  return [
    ...(who === undefined ? [] : [who]),
    resources.length === 0
      ? tell(texts.onAll, voice)
      : tell(texts.on, voice, { resources: resourcesInWords(resources, voice) }),
    ...conditionTexts({ tests, unreadCondition }, texts.onlyIf, voice),
  ].map(leaf);
}

const conditionTexts = (
  { tests, unreadCondition }: Pick<Scope, 'tests' | 'unreadCondition'>,
  first: Text,
  voice: Voice,
): readonly string[] => [
  ...tests.map((test, index) =>
    tell(index === 0 ? first : texts.andIf, voice, { condition: conditionInWords(test, voice) }),
  ),
  ...(unreadCondition ? [tell(first, voice, { condition: texts.unreadCondition })] : []),
];

/** Names of principals without their kind. */
const namesOf = (names: ReadonlySet<string>): readonly string[] =>
  [...names].map((name) => name.slice(name.indexOf(' ') + 1));

const resourcesInWords = (resources: Scope['resources'], voice: Voice): string =>
  named([...new Set(resources.map(({ text }) => text))], shown.resources, voice);

const exceptTexts = { sure: texts.except, case: texts.exceptCase, service: texts.exceptService } as const;

function exceptionLine(grant: Grant, exception: Exception, voice: Voice): Line {
  const { statement, resources, tests, unreadCondition, wholly } = exception;
  const conditions = [
    ...tests.map((test) => conditionInWords(test, voice)),
    ...(unreadCondition ? [tell(texts.unreadCondition, voice)] : []),
  ];
  const where = [
    !wholly &&
      !sameTexts(resources, grant.resources) &&
      resources.length > 0 &&
      tell(texts.exceptOn, voice, { resources: resourcesInWords(resources, voice) }),
    conditions.length > 0 && tell(texts.exceptIf, voice, { condition: conditions.join(tell(texts.and, voice)) }),
  ];
  return {
    text: tell(exceptTexts[exception.unsure ?? 'sure'], voice, {
      actions: exceptedActions(exception, grant.service, voice),
      where: where.filter(Boolean).join(''),
      number: statement.index + 1,
    }),
    statement: statement.index,
    below: exception.unsure ? [] : doubtLines(exception, voice),
  };
}

const sameTexts = (a: Scope['resources'], b: Scope['resources']): boolean =>
  a.length === b.length && a.every(({ text }, index) => text === b[index]?.text);

/** The actions by name where they are few; else as the deny has them, with counts. `within`: the service that is spoken of; of another one the name is said. */
export function exceptedActions(
  { service, reached, unsure }: Exception,
  within: string | undefined,
  voice: Voice,
): string {
  const names = [...reached.classes.flatMap((one: ClassOfActions) => one.names), ...reached.unknown];
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
  const name = service === everyService ? texts.everyServices : voice.code(service);
  return tell(isEvery ? texts.everyOf : texts.of, voice, { actions, service: name });
}

const denialLines = (denials: readonly Scope[], voice: Voice): readonly Line[] => [
  ...(denials.length > 0 ? [leaf(tell(texts.denialsWhy, voice))] : []),
  ...denials.map((denial) => ({
    text: tell(denial.service === everyService && denial.reached.all ? texts.deniesAll : texts.denies, voice, {
      number: denial.statement.index + 1,
      actions: actionsInWords(denial, voice),
      service: denial.service === everyService ? texts.everyServices : voice.code(denial.service),
    }),
    statement: denial.statement.index,
    below: [...scopeLines(denial, voice), ...doubtLines(denial, voice)],
  })),
];

function trustLine(trust: Trust, voice: Voice): Line {
  const { statement, effect, principals, actions } = trust;
  const who =
    principals.kind === 'named'
      ? named(namesOf(principals.names), shown.principals, voice)
      : tell(principals.kind === 'everyone' ? texts.everyone : texts.unreadWho, voice);
  return {
    text: tell(effect === 'deny' ? texts.trustsNot : texts.trusts, voice, {
      number: statement.index + 1,
      principals: who,
    }),
    statement: statement.index,
    below: [
      tell(texts.through, voice, { actions: named(actions, shown.patterns, voice) }),
      ...conditionTexts(trust, effect === 'deny' ? texts.if : texts.onlyIf, voice),
    ].map(leaf),
  };
}

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
