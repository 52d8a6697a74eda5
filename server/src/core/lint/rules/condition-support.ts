/** Conditions on tags or addresses where documents say that the products of all of the statement's actions do not support them. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import {
  conditionKindOf,
  unsupportedBy,
  type ConditionKind,
  type Unsupported,
} from '../../knowledge/condition-support.js';
import { knownOperator, type KnownOperator } from '../../knowledge/operators.js';
import type { Statement } from '../../policy/model.js';
import { wellFormed } from '../../policy/well-formed.js';
import { shown, type Text } from '../../text.js';
import { rule } from '../rule.js';

/** Services that are named in a message. */
const named = 3;

const kinds: { readonly [kind in ConditionKind]: Text } = {
  tag: { en: 'tags', zh: '标签' },
  ip: { en: 'IP addresses', zh: 'IP 地址' },
};

/** What says it of every action; undefined where one of them is left open. */
function unsupported(
  kind: ConditionKind,
  { actions }: Statement,
  catalogue: Catalogue,
): readonly Unsupported[] | undefined {
  const found: Unsupported[] = [];
  for (const action of wellFormed(actions?.items)) {
    const one = unsupportedBy(kind, action, catalogue);
    if (!one) return undefined;
    found.push(one);
  }
  return found.length > 0 ? found : undefined;
}

/** Each product once, and the document that speaks of the first. */
function dataOf(kind: ConditionKind, found: readonly Unsupported[]) {
  const products = [...new Set(found.map(({ service }) => service.data.product))];
  const list = (locale: 'en' | 'zh', between: string): string =>
    products
      .slice(0, named)
      .map((product) => product[locale])
      .join(between) + (products.length > named ? (locale === 'en' ? ' and others' : '等') : '');
  const { title, zh = title, date = '' } = found[0]?.source ?? { title: '' };
  return {
    kind: kinds[kind],
    products: { en: list('en', ', '), zh: list('zh', '、') },
    source: { en: `${title}${date && `, ${date}`}`, zh: `${zh}${date && `，${date}`}` },
  };
}

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'The products of the statement’s actions must support conditions on tags or IP addresses.',
    zh: '按标签或 IP 地址限制的条件须为语句中操作所属产品所支持。',
  },
  messages: {
    allow: {
      en: '{products}: conditions on {kind} are not supported. `{key}` is not met, so this statement never allows anything. Source: {source}.',
      zh: '{products} 不支持按{kind}限制，`{key}` 不会满足。此语句永远不会允许任何操作。来源：{source}。',
    },
    deny: {
      en: '{products}: conditions on {kind} are not supported. `{key}` is not met, so this statement never denies anything. Source: {source}.',
      zh: '{products} 不支持按{kind}限制，`{key}` 不会满足。此语句永远不会拒绝任何操作。来源：{source}。',
    },
  },
  check: {
    statement(statement, { catalogue, language, report }) {
      const { effect, conditions } = statement;
      if (!effect) return;
      const answers: { [kind in ConditionKind]?: { readonly found: readonly Unsupported[] | undefined } } = {};
      for (const { operator, keys } of conditions) {
        if (!comparesPresent(knownOperator(operator, language))) continue;
        for (const { key, property } of keys) {
          const kind = conditionKindOf(key);
          if (!kind) continue;
          const { found } = (answers[kind] ??= { found: unsupported(kind, statement, catalogue) });
          if (found) report(property.key, effect, { data: { key: shown(key), ...dataOf(kind, found) } });
        }
      }
    },
  },
});

/** Whether the operator is not met by a missing key, as far as documents say. */
const comparesPresent = (operator: KnownOperator | undefined): boolean =>
  operator !== undefined &&
  operator.data.type !== 'null' &&
  !operator.ifExist &&
  operator.qualifier !== 'for_all_value:' &&
  !operator.name.includes('not_');
