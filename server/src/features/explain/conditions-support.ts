/** Whether conditions on tags and on addresses work, in a line. */
import type { Service } from '../../core/catalogue/catalogue.js';
import type { ActionData, Support } from '../../core/catalogue/data.js';
import { say, type Locale, type Text } from '../../core/text.js';
import { labelled } from './words.js';
import { asOf } from './sources.js';

const kinds = ['tag', 'ip'] as const;

const texts = {
  tag: { en: 'Conditions on tags', zh: '按标签限制' },
  ip: { en: 'Conditions on IP addresses', zh: '按 IP 地址限制' },
  yes: { en: 'work', zh: '支持' },
  partially: { en: 'work for some actions of the product', zh: '产品的部分操作支持' },
  no: { en: 'do not work', zh: '不支持' },
} as const satisfies Record<string, Text>;

/** What documents say of the action itself, else of its product; undefined where they say nothing. */
export function conditionsLine(
  service: Service,
  own: ActionData['conditions'],
  locale: Locale,
  today: string,
): string | undefined {
  const parts = kinds.flatMap((kind) => {
    const product = service.data.conditions?.[kind];
    const support: Support | undefined = own?.[kind] === undefined ? product?.support : own[kind] ? 'yes' : 'no';
    if (!support) return [];
    const age = own?.[kind] === undefined ? asOf(service.sources(product?.sources), locale, today) : '';
    return labelled(texts[kind], say(texts[support], locale) + age, locale);
  });
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
