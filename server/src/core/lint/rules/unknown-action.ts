/** Action names that their service does not have, as far as we know. */
import type { Service } from '../../catalogue/catalogue.js';
import { memoByObject } from '../../memo.js';
import { nearActions } from '../../knowledge/near-actions.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { shown } from '../../text.js';
import { budget, maxLookups } from '../limits.js';
import { rule, type RunContext } from '../rule.js';

/** Of a service without actions nothing is known that a name could be compared with. */
const lacks = (service: Service, name: string): boolean =>
  !service.action(name) && !service.actionIgnoringCase(name) && service.actions().length > 0;

const lookups = memoByObject(({ catalogue }: RunContext) =>
  budget(maxLookups, (key) => {
    const [id = '', name = ''] = key.split(':');
    const service = catalogue.service(id);
    return service ? nearActions(service, name) : [];
  }),
);

/** Services whose abbreviations begin with this one and that have the action: what CAM calls `cmqqueue` and `cmqtopic`, people call `cmq`. */
const kin = memoByObject(({ catalogue }: RunContext) =>
  budget(maxLookups, (key) => {
    const [id = '', name = ''] = key.split(':');
    const ids = catalogue.actionsNamed(name).map(({ service }) => service.data.service);
    return ids.filter((other) => other !== id && other.startsWith(id));
  }),
);

export default rule({
  group: 'action',
  severity: 'warning',
  summary: { en: 'The service has no action of this name.', zh: '该服务没有此名称的操作。' },
  messages: {
    unknown: {
      en: '`{service}` has no action `{name}`: the statement does nothing for it.',
      zh: '`{service}` 没有操作 `{name}`：语句对其不起作用。',
    },
    near: {
      en: '`{service}` has no action `{name}`. Did you mean `{nearest}`?',
      zh: '`{service}` 没有操作 `{name}`。是否想写 `{nearest}`？',
    },
    unlisted: {
      en: 'No action `{name}` of `{service}` is known. The catalogue may lack some actions of {product}.',
      zh: '目录中 `{service}` 没有操作 `{name}`。目录可能未收录{product}的全部操作。',
    },
    kin: {
      en: 'No action `{name}` of `{service}` is known; `{other}` has it.',
      zh: '目录中 `{service}` 没有操作 `{name}`，`{other}` 有该操作。',
    },
    'unlisted-near': {
      en: 'No action `{name}` of `{service}` is known. Did you mean `{nearest}`? The catalogue may lack some actions of {product}.',
      zh: '目录中 `{service}` 没有操作 `{name}`。是否想写 `{nearest}`？目录可能未收录{product}的全部操作。',
    },
  },
  fixes: { replace: { en: 'Change to {service}:{name}', zh: '改为 {service}:{name}' } },
  together: 'all',
  check: {
    action: {
      find({ exact, service: id, name }, { catalogue }) {
        const service = exact ? catalogue.service(id) : undefined;
        return service && lacks(service, name) ? service.data : undefined;
      },
      report({ complete = false, product }, { service: id, name, prefix, node }, _statement, context) {
        const { report, text } = context;
        const nearest = lookups(context)(`${id}:${name}`) ?? [];
        const [best] = nearest;
        const start = prefix.length + id.length + 1;
        const span = spanInString(text, node, start, start + name.length);
        const others = complete || id.length < 3 || best?.slip ? [] : (kin(context)(`${id}:${name}`) ?? []);
        if (others.length > 0) {
          const place = spanInString(text, node, prefix.length, start - 1);
          report(span, 'kin', {
            data: { service: id, name: shown(name), other: others.join('`, `') },
            severity: 'information',
            suggestions: others.map((other) => ({
              title: 'replace',
              data: { service: other, name },
              edits: () => [replace(place, other)],
            })),
          });
          return;
        }
        const known = complete ? 'unknown' : 'unlisted';
        report(span, best === undefined ? known : complete ? 'near' : 'unlisted-near', {
          data: { product, service: id, name: shown(name), nearest: best?.name ?? '' },
          // A slip is worth a look in the Problems panel, which leaves hints out.
          ...(complete ? {} : { severity: best?.slip ? 'information' : 'hint' }),
          suggestions: nearest.map(({ name: candidate, slip }) => ({
            title: 'replace',
            data: { service: id, name: candidate },
            edits: () => [replace(span, candidate)],
            // Where the catalogue may lack some, nothing is changed without a look.
            preferred: slip && complete,
          })),
        });
      },
    },
  },
});
