/** Services and actions in another case than their documented names. */
import { hasWildcard, type ActionPattern } from '../../policy/action.js';
import { segment } from '../../policy/resource.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import type { Facts } from '../../knowledge/facts.js';
import { rule } from '../rule.js';

interface Spelling {
  readonly name: string;
  /** Whether the list it is from is whole enough that the spelling found is not an older API's. */
  readonly sure: boolean;
}

/** Services whose documents say that the names of actions are case-sensitive. Source: COS, guide to API policies, 436/31923 (2025-05). */
const caseSensitive: ReadonlySet<string> = new Set(['cos']);

/** The documented spelling of `service:Name`, where it differs in case only; undefined where nothing differs or nothing is known. */
function documentedSpelling({ form, service: id, name }: ActionPattern, { catalogue }: Facts): Spelling | undefined {
  if (form !== 'action' || hasWildcard(id)) return undefined;
  const exact = catalogue.service(id);
  const service = exact ?? catalogue.service(id.toLowerCase());
  if (!service) return undefined;
  const action = hasWildcard(name) || service.action(name) ? undefined : service.actionIgnoringCase(name);
  if (exact && !action) return undefined;
  return {
    name: `${exact ? id : id.toLowerCase()}:${action?.name ?? name}`,
    sure: !action || service.data.complete === true || caseSensitive.has(service.data.service),
  };
}

export default rule({
  group: 'action',
  severity: 'warning',
  summary: {
    en: 'Services and actions should be written in the documented case.',
    zh: '服务与操作的大小写应与文档一致。',
  },
  messages: {
    case: {
      en: 'Documents write `{name}`. CAM may tell upper from lower case: write the name the same way.',
      zh: '文档写作 `{name}`。CAM 可能区分大小写，请按文档书写。',
    },
    service: {
      en: 'The documented name of the service is `{name}`. CAM may tell upper from lower case: write it the same way.',
      zh: '文档中该服务的名称是 `{name}`。CAM 可能区分大小写，请按文档书写。',
    },
    other: {
      en: 'Newer documents write `{name}`. This may be the spelling of an older API.',
      zh: '较新的文档写作 `{name}`。旧版接口可能采用此写法。',
    },
  },
  fixes: { replace: { en: 'Change to {name}', zh: '改为 {name}' } },
  together: 'all',
  check: {
    action: {
      find: documentedSpelling,
      report({ name: documented, sure }, { service, prefix, name, node }, _statement, { report, text }) {
        const written = `${service}:${name}`;
        // The half that differs, or the whole where both do.
        const from = documented.startsWith(`${service}:`) ? service.length + 1 : 0;
        const to = documented.endsWith(`:${name}`) ? service.length : written.length;
        const span = spanInString(text, node, prefix.length + from, prefix.length + to);
        const isService = to === service.length;
        const data = { name: isService ? documented.slice(0, to) : documented };
        const fix = {
          title: 'replace',
          data,
          edits: () => [replace(span, documented.slice(from, to))],
          preferred: true,
        } as const;
        report(
          span,
          isService ? 'service' : sure ? 'case' : 'other',
          sure ? { data, fix } : { data, severity: 'hint', suggestions: [fix] },
        );
      },
    },
    resource: {
      find(resource, { catalogue }) {
        const id = segment(resource, 'service');
        const lower = id.toLowerCase();
        return id !== lower && !catalogue.service(id) && catalogue.service(lower) ? lower : undefined;
      },
      report(name, resource, _statement, { report, text }) {
        const span = segmentSpan(text, resource, 'service');
        report(span, 'service', {
          data: { name },
          fix: { title: 'replace', data: { name }, edits: () => [replace(span, name)], preferred: true },
        });
      },
    },
  },
});
