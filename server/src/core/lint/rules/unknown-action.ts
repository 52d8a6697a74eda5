/** Action names that their service does not have, as far as we know. */
import { hasWildcard } from '../../policy/action.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/edit.js';
import { shown } from '../../text.js';
import { remembered } from '../remembered.js';
import { rule } from '../rule.js';

/** How many names of one policy are compared with all of their service; a policy that CAM takes has not many more. */
const maxLookups = 200;

export default rule({
  group: 'action',
  severity: 'warning',
  summary: { en: 'The service has no action of this name.', zh: '该服务没有此名称的操作。' },
  messages: {
    unknown: {
      en: '{product} (`{service}`) has no action `{name}`: the statement does nothing for it.',
      zh: '{product}（`{service}`）没有操作 `{name}`：语句对其不起作用。',
    },
    near: {
      en: '{product} (`{service}`) has no action `{name}`. Did you mean `{nearest}`?',
      zh: '{product}（`{service}`）没有操作 `{name}`。是否想写 `{nearest}`？',
    },
    unlisted: {
      en: '`{name}` is not among the actions known of {product} (`{service}`); that list may lack some.',
      zh: '`{name}` 不在已知的 {product}（`{service}`）操作列表中；该列表可能不完整。',
    },
    'unlisted-near': {
      en: '`{name}` is not among the actions known of {product} (`{service}`); that list may lack some. Did you mean `{nearest}`?',
      zh: '`{name}` 不在已知的 {product}（`{service}`）操作列表中；该列表可能不完整。是否想写 `{nearest}`？',
    },
  },
  fixes: { replace: { en: 'Change to {service}:{name}', zh: '改为 {service}:{name}' } },
  check: {
    policy({ statements }, { catalogue, report, text }) {
      const nearestOf = remembered(maxLookups, (key) => {
        const [id = '', name = ''] = key.split(':');
        return catalogue.service(id)?.nearest(name) ?? [];
      });
      for (const { form, service: id, name, prefix, node } of statements.flatMap(
        ({ actions }) => actions?.items ?? [],
      )) {
        if (form !== 'action' || hasWildcard(name) || hasWildcard(id)) continue;
        const service = catalogue.service(id);
        // Of a service without actions nothing is known that a name could be compared with.
        if (!service || service.action(name) || service.actionIgnoringCase(name) || service.actions().length === 0)
          continue;
        const { complete = false, product } = service.data;
        const nearest = nearestOf(`${id}:${name}`) ?? [];
        const [best] = nearest;
        const start = prefix.length + id.length + 1;
        const span = spanInString(text, node, start, start + name.length);
        const known = complete ? 'unknown' : 'unlisted';
        report(span, best === undefined ? known : complete ? 'near' : 'unlisted-near', {
          data: { product, service: id, name: shown(name), nearest: best ?? '' },
          ...(complete ? {} : { severity: 'hint' }),
          suggestions: nearest.map((candidate, index) => ({
            title: 'replace',
            data: { service: id, name: candidate },
            edits: () => [replace(span, candidate)],
            preferred: index === 0,
          })),
        });
      }
    },
  },
});
