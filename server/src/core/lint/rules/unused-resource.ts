/** Resources that none of the statement's actions takes. */
import type { PolicyResource, PolicyAction } from '../../policy/model.js';
import type { ResourceFormat } from '../../policy/resource-format.js';
import { formatsOfAction } from '../../knowledge/formats.js';
import { removeItem } from '../../edits/list.js';
import { isDocumented, isOf } from '../../knowledge/resource-use.js';
import type { Facts } from '../../knowledge/facts.js';
import { wellFormed } from '../../policy/well-formed.js';
import { rule } from '../rule.js';

interface Taken {
  readonly formats: ReadonlySet<ResourceFormat>;
  /** Some document that says so is not today's word. */
  readonly dated: boolean;
}

/** The formats that the actions take; undefined where some action may take others. */
function formatsOf(items: readonly PolicyAction[], { catalogue }: Facts): Taken | undefined {
  const formats = new Set<ResourceFormat>();
  let last: readonly ResourceFormat[] | undefined;
  let dated = false;
  for (const action of items) {
    const documented = formatsOfAction(catalogue, action);
    if (!documented) return undefined;
    dated ||= documented.dated !== undefined;
    if (documented.formats !== last) for (const format of documented.formats) formats.add(format);
    last = documented.formats;
  }
  return { formats, dated };
}

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'At least one action of the statement should support the resource.',
    zh: '资源应为语句中某个操作所支持的类型。',
  },
  messages: {
    unused: {
      en: 'No action of this statement takes a resource of this type. It has no effect here.',
      zh: '此语句中没有操作支持这种类型的资源，它在此不起作用。',
    },
  },
  fixes: { remove: { en: 'Remove the resource', zh: '删除该资源' } },
  check: {
    statement(statement, context) {
      const { report, text } = context;
      const { actions, resources } = statement;
      const items = resources?.items ?? [];
      if (!resources || items.length < 2 || !actions || actions.items.length === 0) return;
      const known = wellFormed(actions.items);
      const taken = known.length > 0 ? formatsOf(known, context) : undefined;
      if (!taken) return;
      const wanted = [...taken.formats];
      const isUsed = (resource: PolicyResource): boolean => wanted.some((format) => isOf(resource, format, context));
      // Where nothing is used, the actions are what is wrong, and are told so.
      if (!items.some(isUsed)) return;
      for (const resource of items) {
        if (isUsed(resource) || !isDocumented(resource, context)) continue;
        report(resource.node, 'unused', {
          ...(taken.dated ? { severity: 'information' } : {}),
          suggestions: [{ title: 'remove', edits: () => removeItem(text, resources, resource.node), preferred: true }],
          tag: 'unnecessary',
        });
      }
    },
  },
});
