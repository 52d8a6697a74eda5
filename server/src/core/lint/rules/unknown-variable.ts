/** `${…}` that CAM does not replace: an unknown name, or a place where it replaces none. */
import type { Language } from '../../catalogue/language.js';
import { distance } from '../../catalogue/nearest.js';
import { segment, segmentStart } from '../../policy/resource.js';
import { replace, type Span } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { rule, type FixOf } from '../rule.js';

/** `${name}` in a string's value, in UTF-16 units of the value, the braces included. */
interface Variable extends Span {
  readonly name: string;
}

function variablesIn(value: string): readonly Variable[] {
  if (!value.includes('${')) return [];
  return Array.from(value.matchAll(/\$\{([^{}]*)\}/gu), ({ 0: whole, 1: name = '', index }) => ({
    name,
    start: index,
    end: index + whole.length,
  }));
}

const plain = (name: string): string => name.toLowerCase().replace(/[-_\s]/gu, '');

function meant(name: string, { data }: Language): string | undefined {
  const names = data.variables.map((variable) => variable.name);
  const own = plain(name);
  const same =
    names.find((known) => plain(known) === own) ?? names.find((known) => distance(plain(known), own, 1) <= 1);
  if (same !== undefined) return same;
  if (own.endsWith('uin')) return /owner|main|root/u.test(own) ? 'owner_uin' : 'uin';
  return own.endsWith('appid') ? 'app_id' : undefined;
}

/** What to say where CAM replaces none: of a name that means nothing to it, that. */
const outside = (name: string, language: Language): 'place' | 'unknown' =>
  language.variable(name) !== undefined || meant(name, language) !== undefined ? 'place' : 'unknown';

/** Of COS's own paths the document on variables says that none is replaced there. Source: 598/10607. */
const withoutVariables: ReadonlySet<string> = new Set(['cos']);

const rename = (span: Span, name: string): FixOf<'rename'> => ({
  title: 'rename',
  data: { name },
  edits: () => [replace(span, `\${${name}}`)],
  preferred: true,
});

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'CAM replaces the variables `uin`, `owner_uin` and `app_id` only, in a resource’s last segment and in condition values.',
    zh: 'CAM 只替换变量 `uin`、`owner_uin`、`app_id`，且仅在资源最后一段与条件值中。',
  },
  messages: {
    unknown: {
      en: 'CAM does not replace "${{name}}": it knows no such variable. Put the value in; CAM replaces uin, owner_uin and app_id only.',
      zh: 'CAM 不会替换 "${{name}}"：没有这个变量。请填入实际值；CAM 仅替换 uin、owner_uin、app_id。',
    },
    near: {
      en: 'CAM does not replace "${{name}}": it knows no such variable. Did you mean "{nearest}"?',
      zh: 'CAM 不会替换 "${{name}}"：没有这个变量。是否想写 "{nearest}"？',
    },
    place: {
      en: 'CAM does not replace "${{name}}" here. Put the value in; variables are for the last segment of a resource and for condition values.',
      zh: 'CAM 在此处不会替换 "${{name}}"。请填入实际值；变量只能用于资源最后一段与条件值。',
    },
    object: {
      en: 'CAM does not replace "${{name}}" in the path of a COS object. Put the value in.',
      zh: 'CAM 不会替换 COS 对象路径中的 "${{name}}"。请填入实际值。',
    },
  },
  fixes: {
    rename: { en: 'Change to variable {name}', zh: '改为变量 {name}' },
    clear: { en: 'Leave the account empty: the policy’s own', zh: '将账号留空：策略所属账号' },
  },
  together: 'all',
  check: {
    resource: {
      find: ({ text }) => {
        const found = variablesIn(text);
        return found.length > 0 ? found : undefined;
      },
      report(variables, resource, _statement, { language, report, text }) {
        const six = resource.form === 'six';
        const path = six ? segmentStart(resource, 'path') : 0;
        const account = six ? segmentStart(resource, 'account') : 0;
        for (const { name, start, end } of variables) {
          const span = spanInString(text, resource.node, start, end);
          if (six && start < path) {
            const clear: FixOf<'clear'> = {
              title: 'clear',
              edits: () => [replace(segmentSpan(text, resource, 'account'), '')],
              preferred: true,
            };
            const own = start >= account && /^(?:uin|owneruin|appid)$/u.test(plain(name));
            report(span, outside(name, language), { data: { name }, suggestions: own ? [clear] : undefined });
            continue;
          }
          const known = language.variable(name) !== undefined;
          const replaced = !six || !withoutVariables.has(segment(resource, 'service'));
          if (known && replaced) continue;
          const nearestName = known || !replaced ? undefined : meant(name, language);
          report(span, !replaced ? 'object' : nearestName === undefined ? 'unknown' : 'near', {
            data: { name, nearest: nearestName ?? '' },
            suggestions: nearestName === undefined ? undefined : [rename(span, nearestName)],
          });
        }
      },
    },
    principal({ entries }, _statement, { language, report, text }) {
      for (const { values } of entries)
        for (const node of values)
          for (const { name, start, end } of variablesIn(node.value))
            report(spanInString(text, node, start, end), outside(name, language), { data: { name } });
    },
    condition({ keys }, _statement, { language, report, text }) {
      for (const { values } of keys)
        for (const node of values) {
          if (node.kind !== 'string') continue;
          for (const { name, start, end } of variablesIn(node.value)) {
            if (language.variable(name)) continue;
            const span = spanInString(text, node, start, end);
            const nearestName = meant(name, language);
            report(span, nearestName === undefined ? 'unknown' : 'near', {
              data: { name, nearest: nearestName ?? '' },
              suggestions: nearestName === undefined ? undefined : [rename(span, nearestName)],
            });
          }
        }
    },
  },
});
