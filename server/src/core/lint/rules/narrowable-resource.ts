/** Actions that change things on `*`, though CAM could restrict them to resources. */
import type { Action, Catalogue } from '../../catalogue/catalogue.js';
import type { ActionPattern } from '../../policy/action.js';
import { effectiveStatements, type EffectiveStatement } from '../../access/effective.js';
import type { Policy, PolicyAction } from '../../policy/model.js';
import { memoByObject } from '../../memo.js';
import type { Span } from '../../span.js';
import { escalations } from '../escalations.js';
import { actionsOf } from '../../knowledge/level.js';
import { isReading } from '../../knowledge/reading-part.js';
import { accountOf, templateOf } from '../../knowledge/resource-template.js';
import { rule, type FixOf } from '../rule.js';
import { isFlawless } from '../../syntax/sure.js';
import type { JsonTree } from '../../syntax/json.js';
import { setResource, splitStatement } from '../../edits/statement-edits.js';

/** An action of the policy that could be narrowed, and to what. */
interface Narrowable {
  readonly action: PolicyAction;
  readonly templates: readonly string[];
}

/** A list of more resource types than this is no help to anyone. */
const maxTemplates = 6;

/** `privilege-escalation` tells of these, and says more. */
const reportedElsewhere: ReadonlySet<string> = new Set(Object.values(escalations).flatMap(({ actions }) => actions));

/** Whether a document says of this very action that it can be restricted. */
const isNarrowable = (action: Action): boolean =>
  action.level?.level === 'resource' &&
  action.level.scope === 'action' &&
  !action.level.derived &&
  action.resourceTypes.length > 0 &&
  !isReading(action) &&
  !reportedElsewhere.has(`${action.service.data.service}:${action.name}`);

/** Every type that the action takes must have a template: without one of them the action might no longer be allowed. */
function templatesOf({ resourceTypes }: Action, account: string): readonly string[] | undefined {
  const templates = resourceTypes.map((type) => templateOf(type, account));
  const known = templates.filter((template) => template !== undefined);
  return known.length === templates.length ? [...new Set(known)] : undefined;
}

const narrowableOf = memoByObject((catalogue: Catalogue) =>
  memoByObject((pattern: ActionPattern): Action | undefined =>
    pattern.exact ? actionsOf(catalogue, pattern).find(isNarrowable) : undefined,
  ),
);

function createLookup(catalogue: Catalogue, policy: Policy): (action: PolicyAction) => readonly string[] | undefined {
  let account: string | undefined;
  const known = new Map<Action, readonly string[] | undefined>();
  return (written) => {
    const action = narrowableOf(catalogue)(written);
    if (!action) return undefined;
    if (!known.has(action)) known.set(action, templatesOf(action, (account ??= accountOf(policy))));
    return known.get(action);
  };
}

const isOpen = ({ effect, resources, conditional, principals }: EffectiveStatement): boolean =>
  effect === 'allow' &&
  !conditional &&
  principals.kind === 'attached' &&
  resources.length === 1 &&
  resources[0]?.form === 'all';

function fixFor(
  tree: JsonTree,
  { statement, actions }: EffectiveStatement,
  narrowable: readonly Narrowable[],
  templates: readonly string[],
): FixOf<'narrow' | 'split'> | undefined {
  const data = { templates: templates.join(', '), count: narrowable.length };
  if (narrowable.length === actions.length)
    return { title: 'narrow', data, edits: () => setResource(statement, templates) };
  const moved = new Set<Span>(narrowable.map(({ action }) => action.node));
  return statement.actions?.array && isFlawless(tree, statement.node)
    ? {
        title: 'split',
        data,
        edits: () => splitStatement(tree.text, statement, moved, setResource(statement, templates)),
      }
    : undefined;
}

export default rule({
  group: 'safety',
  severity: 'hint',
  summary: {
    en: 'Actions that change something should be restricted to resources where that is possible.',
    zh: '可按资源授权的写操作不应对 `*` 授权。',
  },
  messages: {
    one: {
      en: '`{action}` may change any resource. It can be restricted, for example to `{template}`.',
      zh: '`{action}` 在此可更改任意资源。它支持资源级授权，例如 `{template}`。',
    },
    many: {
      en: '{count} actions may change any resource, such as `{action}`. They can be restricted, for example to `{template}`.',
      zh: '{count} 个操作在此可更改任意资源，如 `{action}`。它们支持资源级授权，例如 `{template}`。',
    },
    action: { en: 'Can be restricted to `{template}`.', zh: '可限制为 `{template}`。' },
  },
  fixes: {
    narrow: { en: 'Start from {templates}', zh: '从 {templates} 开始收窄' },
    split: {
      en: 'Move the actions that can be restricted ({count}) to a statement on {templates}',
      zh: '将可按资源授权的操作（{count} 个）移到单独的语句，资源为 {templates}',
    },
  },
  check: {
    policy(policy, { catalogue, report }) {
      const look = createLookup(catalogue, policy);
      for (const effective of effectiveStatements(policy)) {
        const [resource] = effective.resources;
        if (!resource || !isOpen(effective)) continue;
        const narrowable = effective.actions.flatMap((action): readonly Narrowable[] => {
          const templates = look(action);
          return templates ? [{ action, templates }] : [];
        });
        const [first] = narrowable;
        if (!first) continue;
        const templates = [...new Set(narrowable.flatMap((each) => each.templates))];
        const fix = templates.length > maxTemplates ? undefined : fixFor(policy.tree, effective, narrowable, templates);
        const template = first.templates[0] ?? '';
        report(resource.node, narrowable.length === 1 ? 'one' : 'many', {
          data: { action: `${first.action.service}:${first.action.name}`, count: narrowable.length, template },
          suggestions: fix && [fix],
          related: narrowable.slice(0, 10).map(({ action, templates: own }) => ({
            span: action.node,
            message: 'action',
            data: { template: own.join('`, `') },
          })),
        });
      }
    },
  },
});
