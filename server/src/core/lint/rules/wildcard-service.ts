/** A wildcard where the service stands. */
import { hasWildcard } from '../../policy/action.js';
import { writeOutOrRemove } from '../../edits/write-out.js';
import { spanInString } from '../../syntax/measure.js';
import { shown } from '../../text.js';
import { matches } from '../../wildcard.js';
import { budget, maxLookups } from '../limits.js';
import { rule } from '../rule.js';

/** More services than this are not what anyone wants to have written out. */
const maxServices = 6;

export default rule({
  group: 'action',
  severity: 'error',
  summary: { en: 'The service of an action must be written without wildcards.', zh: '操作中的服务必须写明。' },
  messages: {
    wildcard: {
      en: 'A service is written without wildcards. Only `*:*` is documented, which stands for everything: write one action for each service instead of `{found}`.',
      zh: '服务部分不使用通配符，文档中只有代表全部的 `*:*`。请为每个服务分别写出操作，而不是 `{found}`。',
    },
  },
  fixes: { expand: { en: 'Write it for {services}', zh: '分别写为 {services}' } },
  together: 'all',
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
      for (const { actions: list } of statements) {
        if (!list) continue;
        for (const action of list.items) {
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
                      edits: () =>
                        writeOutOrRemove(
                          text,
                          list,
                          action,
                          services.map((id) => `${id}:${name}`),
                        ),
                      preferred: true,
                    },
                  ],
          });
        }
      }
    },
  },
});
