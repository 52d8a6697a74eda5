/** Wildcards that stand for no known action. */
import type { Service } from '../../catalogue/catalogue.js';
import { nearest } from '../../catalogue/nearest.js';
import { hasWildcard } from '../../policy/action.js';
import { memoByObject } from '../../memo.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { areOpposite, firstWord, isVerb } from '../../knowledge/verbs.js';
import { shown } from '../../text.js';
import { matches } from '../../wildcard.js';
import { budget, maxLookups } from '../limits.js';
import { rule, type RunContext } from '../rule.js';

/** So many actions have to be known before it means something that none matches: of services whose API an SDK lists, and of others. */
const enough = { inSdk: 20, elsewhere: 80 };

/**
 * Whether a pattern that matches no known action probably matches none at all: the list is complete, or it is long.
 * Of services without an SDK module only what documents and policies happen to name is known.
 */
const isTelling = (service: Service): boolean =>
  service.data.complete === true || service.actions().length >= (service.data.api ? enough.inSdk : enough.elsewhere);

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
  // A verb that is known was meant, though the service has no action with it.
  if (word.length < 3 || isVerb(word)) return undefined;
  const words = new Set(service.actions().map(({ name }) => firstWord(name)));
  for (const candidate of nearest(word, words)) {
    if (areOpposite(word, candidate)) continue;
    const corrected = candidate + pattern.slice(word.length);
    if (service.matching(corrected).length > 0) return corrected;
  }
  return undefined;
}

/** The pattern that was probably meant; null where none is near. */
const corrections = memoByObject(({ catalogue }: RunContext) =>
  budget(maxLookups, (key): string | null => {
    const [id = '', pattern = ''] = key.split(':');
    const service = catalogue.service(id);
    return (service && (withCase(service, pattern) ?? withNearWord(service, pattern))) ?? null;
  }),
);

export default rule({
  group: 'action',
  severity: 'warning',
  summary: { en: 'A wildcard must match at least one action.', zh: '通配符应至少匹配一个操作。' },
  messages: {
    none: {
      en: 'No action of `{service}` matches `{name}`. The statement does nothing for it.',
      zh: '`{service}` 没有与 `{name}` 匹配的操作。语句对其不起作用。',
    },
    unlisted: {
      en: 'No known action of `{service}` matches `{name}`. The catalogue may lack some actions of {product}.',
      zh: '目录中 `{service}` 没有与 `{name}` 匹配的操作。目录可能未收录{product}的全部操作。',
    },
  },
  fixes: { replace: { en: 'Change to {service}:{name}', zh: '改为 {service}:{name}' } },
  together: 'all',
  check: {
    action: {
      find({ form, service: id, name }, { catalogue }) {
        if (form !== 'action' || hasWildcard(id) || !hasWildcard(name)) return undefined;
        const service = catalogue.service(id);
        const matchesNothing = service && service.actions().length > 0 && service.matching(name).length === 0;
        return matchesNothing ? service : undefined;
      },
      report(service, { service: id, name, prefix, node }, _statement, context) {
        const { report, text } = context;
        const corrected = corrections(context)(`${id}:${name}`) ?? undefined;
        if (corrected === undefined && !isTelling(service)) return;
        const { product, complete = false } = service.data;
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
                    preferred: complete,
                  },
                ],
        });
      },
    },
  },
});
