/** Writes the older marker `name/` before every action of the policy, or takes it away everywhere. CAM reads both forms alike. */
import type { PolicyAction } from '../policy/model.js';
import { touches, type Edit } from '../span.js';
import { contentSpan, spanInString } from '../syntax/measure.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';

const marker = 'name/';

/** Offered on an action of a policy that mixes both forms: to write all in the one or in the other. */
export function changePrefix({ policy, statement, selection, text }: RefactoringContext): readonly Refactoring[] {
  if (!statement.actions?.items.some(({ node }) => touches(node, selection.start))) return [];
  const actions = policy.statements.flatMap(({ actions: list }) => list?.items ?? []);
  const marked = actions.filter(({ prefix }) => prefix !== '');
  const plain = actions.filter(({ form, prefix }) => form === 'action' && prefix === '');
  if (marked.length === 0 || plain.length === 0) return [];
  return [
    change('remove-prefix', marked, ({ node }) => ({ span: spanInString(text, node, 0, marker.length), newText: '' })),
    change('add-prefix', plain, ({ node }) => {
      const { start } = contentSpan(node);
      return { span: { start, end: start }, newText: marker };
    }),
  ];
}

const change = (
  name: 'add-prefix' | 'remove-prefix',
  actions: readonly PolicyAction[],
  edit: (action: PolicyAction) => Edit,
): Refactoring => ({ name, data: { count: actions.length }, edits: () => actions.map(edit) });
