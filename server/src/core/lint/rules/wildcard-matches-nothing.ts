/** Wildcards that stand for no known action. */
import type { Service } from '../../catalogue/catalogue.js';
import { nearest } from '../../catalogue/nearest.js';
import { hasWildcard } from '../../policy/action.js';
import { onceIn } from '../../memo.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/edit.js';
import { shown } from '../../text.js';
import { matches } from '../../wildcard.js';
import { remembered } from '../remembered.js';
import { rule, type RunContext } from '../rule.js';

/** How many patterns of one policy are looked up; a policy that CAM takes has not that many. */
const maxLookups = 400;

/** The first word of a name in camel case: `Describe` of `DescribeZones*`. */
const firstWord = (name: string): string => /^(?:[A-Z]+(?![a-z])|[A-Z]?[a-z\d]+)/u.exec(name)?.[0] ?? '';

/** The pattern with its fixed beginning in the case of the one action name it then begins; undefined where there is none. */
function withCase(service: Service, pattern: string): string | undefined {
  const lower = pattern.toLowerCase();
  const found = service.actions().find(({ name }) => matches(lower, name.toLowerCase()));
  const head = pattern.indexOf('*');
  const corrected = found && found.name.slice(0, head) + pattern.slice(head);
  return corrected !== undefined && service.matching(corrected).length > 0 ? corrected : undefined;
}

/** The pattern with its first word changed to one that actions of the service begin with, where it then stands for some. */
function withNearWord(service: Service, pattern: string): string | undefined {
  const word = firstWord(pattern.slice(0, pattern.indexOf('*')));
  if (word.length < 3) return undefined;
  const words = new Set(service.actions().map(({ name }) => firstWord(name)));
  for (const candidate of nearest(word, words)) {
    const corrected = candidate + pattern.slice(word.length);
    if (service.matching(corrected).length > 0) return corrected;
  }
  return undefined;
}

interface Miss {
  readonly service: Service;
  readonly corrected: string | undefined;
}

/** What stands for no action of its service; null where it stands for some, or nothing is known of the service. */
const misses = onceIn(({ catalogue }: RunContext) =>
  remembered(maxLookups, (key): Miss | null => {
    const [id = '', pattern = ''] = key.split(':');
    const service = catalogue.service(id);
    if (!service || service.actions().length === 0 || service.matching(pattern).length > 0) return null;
    return { service, corrected: withCase(service, pattern) ?? withNearWord(service, pattern) };
  }),
);

export default rule({
  group: 'action',
  severity: 'warning',
  summary: { en: 'A wildcard stands for at least one action.', zh: '通配符应至少匹配一个操作。' },
  messages: {
    none: {
      en: 'No action of {product} (`{service}`) matches `{name}`: the statement does nothing for it.',
      zh: '{product}（`{service}`）没有与 `{name}` 匹配的操作：语句对其不起作用。',
    },
    unlisted: {
      en: 'None of the actions known of {product} (`{service}`) matches `{name}`; that list may lack some.',
      zh: '已知的 {product}（`{service}`）操作中没有与 `{name}` 匹配的；该列表可能不完整。',
    },
  },
  fixes: { replace: { en: 'Change to {service}:{name}', zh: '改为 {service}:{name}' } },
  check: {
    suspects: { action: ({ form, service, name }) => form === 'action' && !hasWildcard(service) && hasWildcard(name) },
    action({ service: id, name, prefix, node }, _statement, context) {
      const { report, text } = context;
      const miss = misses(context)(`${id}:${name}`);
      if (!miss) return;
      const { corrected } = miss;
      const { product, complete = false } = miss.service.data;
      const start = prefix.length + id.length + 1;
      const span = spanInString(text, node, start, start + name.length);
      report(span, complete ? 'none' : 'unlisted', {
        data: { product, service: id, name: shown(name) },
        ...(complete ? {} : { severity: 'hint' }),
        suggestions:
          corrected === undefined
            ? []
            : [
                {
                  title: 'replace',
                  data: { service: id, name: corrected },
                  edits: () => [replace(span, corrected)],
                  preferred: true,
                },
              ],
      });
    },
  },
});
