/** Services and actions that the open policy names already, and the rest of the workspace's as far as it is known. */
import type { Policy } from '../../core/policy/model.js';
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

/** Names of the actions of a service that this policy and the workspace have. */
export function namedHere(service: string, { document, workspace }: CompletionContext): ReadonlySet<string> {
  const own = namesIn(document.policy).get(service) ?? [];
  return new Set([...own, ...(workspace?.actions(service) ?? []).slice(0, fromWorkspace)]);
}

/** Read once for a version of the text. */
const namesIn = memoByObject(({ statements }: Policy): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>();
  for (const { actions } of statements)
    for (const { exact, service, name } of actions?.items ?? [])
      if (exact) names.set(service, (names.get(service) ?? new Set<string>()).add(name));
  return names;
});
