/** Services and actions that the open policy names already, and the rest of the workspace's as far as it is known. */
import type { Policy, Statement } from '../../core/policy/model.js';
import { memoByObject } from '../../core/memo.js';
import type { CompletionContext } from './candidate.js';

interface Used {
  /** Services in the order of their first action. */
  readonly services: readonly string[];
  /** All actions are written with `name/`. */
  readonly marked: boolean;
}

/** The services that this policy's actions are of, then those of the workspace, the most used first. */
export function usedActions({ document, workspace }: CompletionContext): Used {
  const own = usedIn(document.policy);
  return { ...own, services: [...new Set([...own.services, ...(workspace?.services() ?? [])])] };
}

const usedIn = memoByObject(({ statements }: Policy): Used => {
  const services = new Set<string>();
  let marked = false;
  let plain = false;
  for (const { actions } of statements)
    for (const { form, service, prefix } of actions?.items ?? []) {
      if (form !== 'action') continue;
      services.add(service);
      if (prefix) marked = true;
      else plain = true;
    }
  return { services: [...services], marked: marked && !plain };
});

/** As many of the workspace's actions go before those that policies elsewhere name. */
const fromWorkspace = 20;

/** Names of the actions of a service that the policy's other statements and the workspace have. */
export function namedElsewhere(service: string, own: Statement, context: CompletionContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of context.document.policy.statements)
    if (statement !== own)
      for (const action of statement.actions?.items ?? [])
        if (action.exact && action.service === service) names.add(action.name);
  for (const name of (context.workspace?.actions(service) ?? []).slice(0, fromWorkspace)) names.add(name);
  return names;
}
