/** Resources that none of the statement's actions takes. */
import { fitOf, type ResourceFormat } from '../../policy/resource-format.js';
import type { PolicyResource } from '../../policy/model.js';
import { removeResource } from '../resource-edits.js';
import { documentedActions, isDocumented } from '../resource-use.js';
import { rule } from '../rule.js';
import { spellingsOf } from '../spellings.js';

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'A resource should be one that some action of its statement takes.',
    zh: '资源应为语句中某个操作所支持的类型。',
  },
  messages: {
    unused: {
      en: 'No action of this statement takes a resource of this type, so it has no effect here.',
      zh: '此语句中没有操作支持这种类型的资源，它在此不起作用。',
    },
  },
  fixes: { remove: { en: 'Remove the resource', zh: '删除该资源' } },
  check: {
    statement(statement, { catalogue, language, report, text }) {
      const items = statement.resources?.items ?? [];
      if (items.length < 2) return;
      const { documented, all } = documentedActions(catalogue, statement);
      if (!all) return;
      const formats = new Map<string, ResourceFormat>();
      for (const action of documented) for (const format of action.formats) formats.set(format.text, format);
      const spellings = spellingsOf(catalogue, language);
      const wanted = [...formats.values()];
      const used = new Map<string, boolean>();
      const isUsed = (resource: PolicyResource): boolean => {
        const { value } = resource.node;
        let known = used.get(value);
        if (known === undefined) {
          const fits = fitOf(resource, spellings);
          known = wanted.some((format) => fits(format) !== 'cannot');
          used.set(value, known);
        }
        return known;
      };
      // Where nothing is used, the actions are what is wrong, and are told so.
      if (!items.some(isUsed)) return;
      for (const resource of items) {
        if (isUsed(resource) || !isDocumented(catalogue, resource, spellings)) continue;
        report(resource.node, 'unused', {
          ...(documented.some(({ dated }) => dated !== undefined) ? { severity: 'information' } : {}),
          suggestions: [{ title: 'remove', edits: () => removeResource(text, statement, resource), preferred: true }],
          tag: 'unnecessary',
        });
      }
    },
  },
});
