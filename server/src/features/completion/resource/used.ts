/** Accounts, regions and resources that the open policy names already, and the rest of the workspace's as far as it is known. */
import { readResource, segment, type ResourcePattern, type SegmentName } from '../../../core/policy/resource.js';
import type { Policy } from '../../../core/policy/model.js';
import type { CompletionContext } from '../item.js';

/** As many are offered; the most used. */
const most = 20;

/** What may be offered again: nothing that was left to be filled in, and nothing that would need escaping. */
const isWritten = (text: string): boolean => /^[\w./*:-]+$/u.test(text);

/** Account segments such as `uin/100000000001`, the most used first. */
export function usedAccounts({ document, workspace }: CompletionContext): readonly string[] {
  const own = resourcesIn(document.policy).map((resource) => segment(resource, 'account'));
  return mostUsed([...own, ...principalAccounts(document.policy)], workspace?.accounts() ?? []).filter((account) =>
    /^ui[nd]\/\d+$/u.test(account),
  );
}

/** Region segments, the most used first. */
export const usedRegions = ({ document }: CompletionContext): readonly string[] =>
  mostUsed(segmentsIn(document.policy, 'region'), []);

/** Last segments of resources of `service`, the most used first. */
export const usedPaths = (service: string, { document, workspace }: CompletionContext): readonly string[] =>
  mostUsed(
    resourcesIn(document.policy).flatMap((resource) =>
      segment(resource, 'service') === service ? segment(resource, 'path') : [],
    ),
    workspace?.ids(service) ?? [],
  ).filter((path) => path !== '*');

/** Whole resources of the services, the most used first. */
export const usedResources = (services: ReadonlySet<string>, { document }: CompletionContext): readonly string[] =>
  mostUsed(
    resourcesIn(document.policy).flatMap((resource) =>
      services.has(segment(resource, 'service')) ? resource.segments.join(':') : [],
    ),
    [],
  );

const resourcesIn = ({ statements }: Policy): readonly ResourcePattern[] =>
  statements.flatMap(({ resources }) => resources?.items.filter(({ form }) => form === 'six') ?? []);

const segmentsIn = (policy: Policy, name: SegmentName): readonly string[] =>
  resourcesIn(policy).map((resource) => segment(resource, name));

/** The accounts that principals are of. */
const principalAccounts = ({ principal, statements }: Policy): readonly string[] =>
  [principal, ...statements.map((statement) => statement.principal)].flatMap((one) =>
    (one?.entries ?? []).flatMap(({ values }) => values.map(({ value }) => segment(readResource(value), 'account'))),
  );

/** Each text once, the most frequent of `own` first, then `others`. */
function mostUsed(own: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of own) if (isWritten(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
  return [...new Set([...sorted, ...others.filter(isWritten)])].slice(0, most);
}
