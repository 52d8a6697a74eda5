/** Accounts, regions and resources that this policy and, as far as they have been read, the workspace's other policies mention. */
import { readResource, segment } from '../../../core/policy/resource.js';
import type { Policy } from '../../../core/policy/model.js';
import { memoByObject } from '../../../core/memo.js';
import type { CompletionContext } from '../candidate.js';

/** The most that are offered; those used most come first. */
const most = 20;

interface Used {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** By service. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly resources: ReadonlyMap<string, readonly string[]>;
}

/** Account segments such as `uin/100000000001`: that of the configuration, then the most used first. */
export const usedAccounts = ({ document, workspace, configuration }: CompletionContext): readonly string[] =>
  [
    ...new Set([
      ...written('uin', configuration?.account.uin),
      ...written('uid', configuration?.account.appid),
      ...together(usedIn(document.policy).accounts, workspace?.accounts()),
    ]),
  ].filter((account) => /^ui[nd]\/\d+$/u.test(account));

const written = (prefix: 'uin' | 'uid', number: string | undefined): readonly string[] =>
  number === undefined ? [] : [`${prefix}/${number}`];

/** Region segments, the most used first. */
export const usedRegions = ({ document }: CompletionContext): readonly string[] => usedIn(document.policy).regions;

/** Last segments of resources of `service`, the most used first. */
export const usedPaths = (service: string, { document, workspace }: CompletionContext): readonly string[] =>
  together(usedIn(document.policy).paths.get(service) ?? [], workspace?.ids(service)).filter((path) => path !== '*');

/** Whole resources of the services, the most used of each first. */
export function usedResources(services: readonly string[], { document }: CompletionContext): readonly string[] {
  const { resources } = usedIn(document.policy);
  return services.flatMap((service) => resources.get(service) ?? []).slice(0, most);
}

const together = (own: readonly string[], others: readonly string[] = []): readonly string[] =>
  [...new Set([...own, ...others.filter(isWritten)])].slice(0, most);

/** Whether a text can be offered again: no placeholder, and nothing that would need escaping. */
const isWritten = (text: string): boolean => /^[\w./*:-]+$/u.test(text);

type Counts = Map<string, number>;

/** Computed once per policy. */
const usedIn = memoByObject(({ statements, principal }: Policy): Used => {
  const accounts: Counts = new Map();
  const regions: Counts = new Map();
  const paths = new Map<string, Counts>();
  const resources = new Map<string, Counts>();
  for (const { resources: list } of statements) {
    for (const resource of list?.items ?? []) {
      if (resource.form !== 'six') continue;
      const service = segment(resource, 'service');
      count(accounts, segment(resource, 'account'));
      count(regions, segment(resource, 'region'));
      count(countsOf(paths, service), segment(resource, 'path'));
      count(countsOf(resources, service), resource.node.value);
    }
  }
  for (const one of [principal, ...statements.map((statement) => statement.principal)])
    for (const { values } of one?.entries ?? [])
      for (const { value } of values) count(accounts, segment(readResource(value), 'account'));
  return {
    accounts: mostUsed(accounts),
    regions: mostUsed(regions),
    paths: new Map([...paths].map(([service, counts]) => [service, mostUsed(counts)])),
    resources: new Map([...resources].map(([service, counts]) => [service, mostUsed(counts)])),
  };
});

function countsOf(all: Map<string, Counts>, service: string): Counts {
  const counts: Counts = all.get(service) ?? new Map<string, number>();
  all.set(service, counts);
  return counts;
}

const count = (counts: Counts, text: string): void => {
  counts.set(text, (counts.get(text) ?? 0) + 1);
};

function mostUsed(counts: Counts): readonly string[] {
  const written = [...counts].sort(([, a], [, b]) => b - a);
  const found: string[] = [];
  for (const [text] of written) {
    if (found.length === most) break;
    if (isWritten(text)) found.push(text);
  }
  return found;
}
