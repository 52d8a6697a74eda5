/** Actions that none of the statement's resources is meant for. */
import { overlaps } from '../../wildcard.js';
import { fitOf, type ResourceFormat } from '../../policy/resource-format.js';
import { addResource } from '../resource-edits.js';
import { distinct, documentedActions, isDocumented } from '../resource-use.js';
import { rule } from '../rule.js';
import { spellingsOf } from '../spellings.js';

/** All resources of a format: nothing but its type is left. */
function anyOf({ service, parts }: ResourceFormat): string {
  const open = parts.findIndex((part) => part.includes('$') || part === '*');
  return `qcs::${service}:::${(open < 0 ? parts : [...parts.slice(0, open), '*']).join('/')}`;
}

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'An action needs a resource of a type that it takes.',
    zh: '操作须配以其支持类型的资源。',
  },
  messages: {
    allow: {
      en: 'No resource here is of a type that `{action}` takes, so this statement never allows it. It takes {formats}.',
      zh: '此处没有 `{action}` 支持的资源类型，此语句永远不会允许它。它支持 {formats}。',
    },
    deny: {
      en: 'No resource here is of a type that `{action}` takes, so this statement never denies it. It takes {formats}.',
      zh: '此处没有 `{action}` 支持的资源类型，此语句永远不会拒绝它。它支持 {formats}。',
    },
    dated: {
      en: 'For `{action}` documents list {formats} only, and no resource here is of such a type, so the statement may not apply to it. They are of {date}: it may take more by now.',
      zh: '文档中 `{action}` 仅支持 {formats}，此处没有这种类型的资源，语句可能对其不起作用。文档日期为 {date}，之后可能有增加。',
    },
  },
  fixes: { add: { en: 'Add resource {resource}', zh: '添加资源 {resource}' } },
  check: {
    statement(statement, { catalogue, language, report, text }) {
      const resources = distinct(statement.resources?.items ?? []);
      if (resources.length === 0) return;
      const { documented } = documentedActions(catalogue, statement);
      if (documented.length === 0) return;
      const spellings = spellingsOf(catalogue, language);
      const fits = resources.map((resource) => fitOf(resource, spellings));
      const served = new Map<string, boolean>();
      const isServed = (format: ResourceFormat): boolean => {
        let known = served.get(format.text);
        if (known === undefined) {
          known = fits.some((fitsTo) => fitsTo(format) !== 'cannot');
          served.set(format.text, known);
        }
        return known;
      };
      const unserved = documented.filter(({ formats }) => formats.length > 0 && !formats.some(isServed));
      if (unserved.length === 0) return;
      if (!resources.every((resource) => isDocumented(catalogue, resource, spellings))) return;
      for (const { action, formats, dated } of unserved) {
        const wanted = [...new Set(formats.map(anyOf))];
        report(action.node, dated === undefined ? (statement.effect ?? 'allow') : 'dated', {
          ...(dated === undefined ? {} : { severity: 'information' }),
          data: {
            date: dated ?? '',
            action: `${action.service}:${action.name}`,
            formats: formats
              .slice(0, 3)
              .map((format) => format.text)
              .join(', '),
          },
          suggestions: wanted
            .filter((one, index) => !wanted.some((other, at) => at < index && overlaps(other, one)))
            .slice(0, 3)
            .map((resource) => ({
              title: 'add',
              data: { resource },
              edits: () => addResource(text, statement, resource),
            })),
        });
      }
    },
  },
});
