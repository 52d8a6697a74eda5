/** Variable parts of resources that are not of the form that is known of them: names in place of ids, creators that are no number, missing names. */
import { idForm, mayBeId } from '../../knowledge/id-forms.js';
import { typesOfService, type DocumentedType } from '../../knowledge/formats.js';
import type { Facts } from '../../knowledge/facts.js';
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { isUnfilled } from '../../policy/placeholders.js';
import { fitOf } from '../../policy/resource-format.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { segment, segmentStart, type ResourcePattern } from '../../policy/resource.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { shown } from '../../text.js';
import { rule } from '../rule.js';

interface Flaw {
  readonly message: 'number' | 'uin' | 'empty' | 'gap' | 'several' | 'name' | 'missing';
  /** Of the last segment's parts the one that is flawed, or the first that is missing. */
  readonly part: number;
  readonly variable: string;
  /** What ids begin with. */
  readonly start?: string;
}

function flawOf(resource: ResourcePattern, facts: Facts): Flaw | undefined {
  const id = segment(resource, 'service');
  const service = resource.form === 'six' ? facts.catalogue.service(id) : undefined;
  const path = segment(resource, 'path');
  if (!service || path.startsWith('*') || resourceFlaw(resource, facts)) return undefined;
  const fits = fitOf(resource, spellingsOf(facts));
  const types = typesOfService(service).filter(({ format }) => fits(format) !== 'cannot');
  const parts = path.split('/');
  const flaws = types.map((type) => flawIn(parts, type, service.data.service));
  const [first] = flaws;
  // What one format allows is no flaw. TCR's own samples name a directory, so what is missing is told of services that are known as a whole, and of ids
  // of a known form.
  if (!first || flaws.includes(undefined) || (first.message === 'missing' && !service.data.complete && !first.start))
    return undefined;
  return first;
}

function flawIn(parts: readonly string[], { format, kinds }: DocumentedType, service: string): Flaw | undefined {
  for (const [part, kind] of kinds.entries()) {
    if (!kind) continue;
    const value = parts[part];
    const type = format.parts[part - 1] ?? '';
    const variable = (format.parts[part] ?? '').replace(/^\$\{|\}$/gu, '');
    if (value === undefined || (value === '' && part === parts.length - 1))
      return kind === 'path' || parts.some((other) => other.includes('*'))
        ? undefined
        : { message: 'missing', part, variable, ...startOf(kind, value, idForm(service, type)) };
    if (isUnfilled(value)) continue;
    if (value === '' && kind === 'id') return { message: 'gap', part, variable };
    if (kind === 'account') {
      if (!/^(?:-?\d+|\d*\*+)$/u.test(value)) return { message: value === '' ? 'empty' : 'uin', part, variable };
      continue;
    }
    const form = kind === 'id' ? idForm(service, type) : undefined;
    if (!form) continue;
    if (/[^,;|，；、\s][,;|，；、\s]+[^,;|，；、\s]/u.test(value)) return { message: 'several', part, variable };
    if (mayBeId(value, form)) continue;
    return form === 'number'
      ? { message: 'number', part, variable }
      : { message: 'name', part, variable, start: form.join('`, `') };
  }
  return undefined;
}

/** Behind a slash an id of a known form is missing, however much is known of the service. */
const startOf = (
  kind: DocumentedType['kinds'][number],
  value: string | undefined,
  form: ReturnType<typeof idForm>,
): { readonly start?: string } =>
  kind === 'id' && value === '' && form ? { start: form === 'number' ? form : form.join('`, `') } : {};

export default rule({
  group: 'resource',
  severity: 'information',
  summary: {
    en: 'Ids, numbers and names in a resource must be present and have the documented form.',
    zh: '资源中的 ID、编号与名称应齐全，且符合各自的形式。',
  },
  messages: {
    number: {
      en: '{variable} is a number and "{found}" is not. The resource matches nothing.',
      zh: '{variable} 是数字，"{found}" 不是数字，该资源匹配不到任何内容。',
    },
    uin: {
      en: '{variable} is the number of an account and "{found}" is none. The resource matches nothing.',
      zh: '{variable} 是账号 UIN，"{found}" 不是数字，该资源匹配不到任何内容。',
    },
    empty: {
      en: '{variable} is empty here, so the resource matches nothing. It is the number of an account.',
      zh: '此处的 {variable} 为空，该资源匹配不到任何内容。应填写账号 UIN。',
    },
    gap: {
      en: '{variable} is empty here, so the resource matches nothing.',
      zh: '此处的 {variable} 为空，该资源匹配不到任何内容。',
    },
    several: {
      en: '"{found}" is more than one id, so the resource matches nothing. Write a resource for each.',
      zh: '"{found}" 不止一个 ID，该资源匹配不到任何内容。请为每个 ID 各写一个资源。',
    },
    name: {
      en: '"{found}" looks like a name, and CAM compares the id. Ids of this type begin with `{start}`.',
      zh: '"{found}" 像是名称，而 CAM 比较的是 ID。此类资源的 ID 以 `{start}` 开头。',
    },
    missing: {
      en: '{variable} is missing here. To mean all of them, write `{path}/*`.',
      zh: '此处缺少 {variable}。若指全部，请写 `{path}/*`。',
    },
  },
  fixes: { all: { en: 'Change to {path}/*', zh: '改为 {path}/*' } },
  together: 'all',
  check: {
    resource: {
      find: flawOf,
      report({ message, part, variable, start = '' }, resource, _statement, { report, text }) {
        const path = segment(resource, 'path');
        const parts = path.split('/');
        if (message === 'missing') {
          const span = segmentSpan(text, resource, 'path');
          const bare = path.replace(/\/$/u, '');
          report(span, message, {
            // No document says that a directory, which may stand for what is below it, cannot be named here.
            ...(start === '' ? {} : { severity: 'hint' }),
            data: { variable, path: shown(bare) },
            suggestions: [
              {
                title: 'all',
                data: { path: shown(bare) },
                edits: () => [replace({ start: span.end, end: span.end }, path === bare ? '/*' : '*')],
              },
            ],
          });
          return;
        }
        const found = parts[part] ?? '';
        const from = segmentStart(resource, 'path') + parts.slice(0, part).join('/').length + 1;
        const span = spanInString(text, resource.node, found === '' ? from - 1 : from, from + found.length);
        report(span, message, { data: { variable, found: shown(found), start } });
      },
    },
  },
});
