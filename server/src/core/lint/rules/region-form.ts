/** Regions in a form that the service's documents do not use. */
import { segment, type ResourcePattern } from '../../policy/resource.js';
import { replace } from '../../span.js';
import { segmentSpan } from '../../policy/resource-span.js';
import type { Facts } from '../../knowledge/facts.js';
import { rule } from '../rule.js';

interface Written {
  /** As it should be written; undefined where the product has no regions. */
  readonly wanted: string | undefined;
  readonly form: 'none' | 'short' | 'modern';
  /** All resources of the service are documented, and none of them with a region of this form. */
  readonly sure: boolean;
}

/** What is odd about a region's form; undefined where nothing is. */
function oddForm(resource: ResourcePattern, { catalogue, language }: Facts): Written | undefined {
  const found = segment(resource, 'region');
  const region = resource.form === 'six' && found !== '' ? language.region(found) : undefined;
  const known = region && catalogue.service(segment(resource, 'service'));
  if (!region || !known) return undefined;
  const form = known.data.region ?? 'modern';
  // CAM itself prints the other form in messages about this product.
  if (known.data.regionAlso === (found === region.region ? 'modern' : 'short')) return undefined;
  const sure = known.data.complete === true && form !== 'modern';
  if (form === 'none') return { wanted: undefined, form, sure };
  const wanted = form === 'short' ? region.short?.[0] : region.region;
  if (wanted === undefined || wanted === found || (form === 'short') !== (found === region.region)) return undefined;
  return { wanted, form, sure };
}

export default rule({
  group: 'resource',
  severity: 'hint',
  summary: {
    en: 'A region is best written as the service documents it: short for CMQ, modern elsewhere, empty where the product has none.',
    zh: '地域宜按该服务文档的写法：CMQ 用短代码，其他服务用新写法，无地域的产品留空。',
  },
  messages: {
    short: {
      en: 'The documents of `{service}` write this region "{region}".',
      zh: '`{service}` 的文档将此地域写作 "{region}"。',
    },
    modern: {
      en: '"{found}" is the older name of this region. Documents now write "{region}".',
      zh: '"{found}" 是该地域的旧写法。现行文档写作 "{region}"。',
    },
    none: {
      en: 'The documents leave the region of `{service}` resources empty.',
      zh: '文档中 `{service}` 资源的地域段为空。',
    },
  },
  fixes: {
    replace: { en: 'Change to {region}', zh: '改为 {region}' },
    clear: { en: 'Leave the region empty', zh: '将地域留空' },
  },
  together: 'all',
  check: {
    resource: {
      find: oddForm,
      report({ wanted, form, sure }, resource, _statement, { report, text }) {
        const service = segment(resource, 'service');
        const span = segmentSpan(text, resource, 'region');
        const seen = sure ? ({ severity: 'information' } as const) : {};
        if (wanted === undefined) {
          report(span, 'none', {
            ...seen,
            data: { service },
            suggestions: [{ title: 'clear', edits: () => [replace(span, '')], preferred: true }],
          });
          return;
        }
        report(span, form, {
          ...seen,
          data: { ...(form === 'short' ? { service } : {}), found: segment(resource, 'region'), region: wanted },
          suggestions: [
            { title: 'replace', data: { region: wanted }, edits: () => [replace(span, wanted)], preferred: true },
          ],
        });
      },
    },
  },
});
