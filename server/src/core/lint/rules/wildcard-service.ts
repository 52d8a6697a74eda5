/** A wildcard where the service stands. */
import { hasWildcard } from '../../policy/action.js';
import type { PolicyAction, Statement } from '../../policy/model.js';
import { replace, type Edit } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { shown } from '../../text.js';
import { matches } from '../../wildcard.js';
import { budget, maxLookups } from '../limits.js';
import { rule } from '../rule.js';

/** More services than this are not what anyone wants to have written out. */
const maxServices = 6;

/** Puts an action per service in the place of the one with the wildcard. */
function expansion({ node, prefix, name }: PolicyAction, { actions }: Statement, services: readonly string[]): Edit {
  const list = services.map((service) => `"${prefix}${service}:${name}"`).join(', ');
  return replace(node, actions?.array || services.length === 1 ? list : `[${list}]`);
}

export default rule({
  group: 'action',
  severity: 'error',
  summary: { en: 'The service of an action must be written without wildcards.', zh: '操作中的服务必须写明。' },
  messages: {
    wildcard: {
      en: 'CAM documents no wildcard in the service but `*:*`, which stands for everything: write an action per service instead of `{found}`.',
      zh: '除代表全部的 `*:*` 外，CAM 文档中服务部分没有通配符：请为每个服务分别书写操作，而不是 `{found}`。',
    },
  },
  fixes: { expand: { en: 'Write it for {services}', zh: '分别写为 {services}' } },
  check: {
    policy({ statements }, { catalogue, report, text }) {
      const look = budget(maxLookups, (key) => {
        const [pattern = '', name = ''] = key.split(':');
        if (pattern === '*') return [];
        const services = catalogue.summaries.filter(({ service }) => matches(pattern, service));
        return services.length > maxServices
          ? []
          : services
              .map(({ service }) => service)
              .filter((id) => (catalogue.service(id)?.matching(name).length ?? 0) > 0);
      });
      for (const statement of statements) {
        for (const action of statement.actions?.items ?? []) {
          const { form, service, name, prefix, node } = action;
          if (form !== 'action' || !hasWildcard(service)) continue;
          const services = look(`${service}:${name}`) ?? [];
          const span = spanInString(text, node, prefix.length, prefix.length + service.length);
          report(span, 'wildcard', {
            data: { found: shown(`${service}:${name}`) },
            suggestions:
              services.length === 0
                ? []
                : [
                    {
                      title: 'expand',
                      data: { services: services.join(', ') },
                      edits: () => [expansion(action, statement, services)],
                      preferred: true,
                    },
                  ],
          });
        }
      }
    },
  },
});
