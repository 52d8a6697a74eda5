/** Services that the catalogue does not have: in actions, and in the third segment of resources. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import { hasWildcard } from '../../policy/action.js';
import { segment } from '../../policy/resource.js';
import type { Policy, PolicyAction } from '../../policy/model.js';
import { replace, type Span } from '../../span.js';
import { spanInString } from '../../syntax/edit.js';
import type { JsonString } from '../../syntax/json.js';
import { shown } from '../../text.js';
import { remembered } from '../remembered.js';
import { rule } from '../rule.js';

interface Mention {
  readonly service: string;
  readonly node: JsonString;
  readonly start: number;
  readonly action: PolicyAction | undefined;
}

/** Every place where the policy names a service that is `wanted`, in letters and digits. */
function* mentionsIn({ statements }: Policy, wanted: (service: string) => boolean): Generator<Mention> {
  for (const { actions, resources } of statements) {
    for (const action of actions?.items ?? []) {
      const { form, service, prefix, node } = action;
      if (form === 'action' && !hasWildcard(service) && wanted(service))
        yield { service, node, start: prefix.length, action };
    }
    for (const resource of resources?.items ?? []) {
      const service = segment(resource, 'service');
      if (resource.form === 'six' && /^[\w-]+$/u.test(service) && wanted(service))
        yield {
          service,
          node: resource.node,
          start: segment(resource, 'qcs').length + segment(resource, 'project').length + 2,
          action: undefined,
        };
    }
  }
}

/** Whether a near name is more than chance: short abbreviations are near to many, so there the action must exist in that service too. */
const isLikely = (catalogue: Catalogue, { service, action }: Mention, nearest: string): boolean =>
  service.length > 5 ||
  (action !== undefined && catalogue.service(nearest)?.actionIgnoringCase(action.name) !== undefined);

export default rule({
  group: 'action',
  severity: 'hint',
  summary: { en: 'No such service is known.', zh: '未知的服务。' },
  messages: {
    unknown: {
      en: 'No service `{service}` is known here. CAM refuses a service that does not exist; the list here may lack some.',
      zh: '此处没有服务 `{service}` 的资料。CAM 会拒绝不存在的服务；此处的列表可能不完整。',
    },
    near: {
      en: 'No service `{service}` is known. Did you mean `{nearest}`?',
      zh: '未知的服务 `{service}`。是否想写 `{nearest}`？',
    },
  },
  fixes: { replace: { en: 'Change to {service}', zh: '改为 {service}' } },
  check: {
    policy(policy, { catalogue, report, text }) {
      const nearestOf = remembered(100, (id) => catalogue.nearestServices(id));
      // Where only the case differs, it is another rule's business.
      const isKnown = (id: string): boolean =>
        (catalogue.service(id) ?? catalogue.service(id.toLowerCase())) !== undefined;
      for (const mention of mentionsIn(policy, (id) => !isKnown(id))) {
        const { service, node, start } = mention;
        const nearest = nearestOf(service) ?? [];
        const [best] = nearest;
        const span: Span = spanInString(text, node, start, start + service.length);
        report(span, best === undefined ? 'unknown' : 'near', {
          data: { service: shown(service), nearest: best ?? '' },
          ...(best !== undefined && isLikely(catalogue, mention, best) ? { severity: 'warning' } : {}),
          suggestions: nearest.map((id, index) => ({
            title: 'replace',
            data: { service: id },
            edits: () => [replace(span, id)],
            preferred: index === 0,
          })),
        });
      }
    },
  },
});
