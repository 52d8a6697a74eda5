/** What completion offers from the workspace's other policies. Only what has been read already: completion never waits. */
import { CancellationToken } from 'vscode-languageserver';
import { hasWildcard, readAction } from '../core/policy/action.js';
import { readResource, segment } from '../core/policy/resource.js';
import type { Workspace as WorkspaceUse } from '../features/context.js';
import type { WorkspaceFacts } from '../features/workspace-facts.js';
import type { Workspace } from './workspace.js';

export interface WorkspaceUsePorts {
  readonly workspace: Pick<Workspace, 'facts'>;
  /** The time in ms since any fixed moment. */
  readonly clock: () => number;
  readonly log: (error: unknown) => void;
  /** See `ServerPorts`. */
  readonly nextTurn: () => Promise<void>;
}

/** How long what was read counts as up to date; in ms. */
const freshFor = 30_000;

interface Used {
  readonly accounts: readonly string[];
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly services: readonly string[];
  readonly actions: ReadonlyMap<string, readonly string[]>;
}

/** Each question starts to read the workspace in the background if the last reading is too old; the result is there for later questions. */
export function createWorkspaceUse({ workspace, clock, log, nextTurn }: WorkspaceUsePorts): WorkspaceUse {
  let used: Used = { accounts: [], ids: new Map(), services: [], actions: new Map() };
  let readAt = -Infinity;

  function refresh(): void {
    if (clock() - readAt < freshFor) return;
    readAt = clock();
    // The answer that is being computed is sent in the next turn, and goes first.
    nextTurn()
      .then(nextTurn)
      .then(() => workspace.facts(CancellationToken.None))
      .then((facts) => {
        if (facts) used = usedIn(facts);
      })
      .catch(log);
  }

  return {
    accounts() {
      refresh();
      return used.accounts;
    },
    ids(service) {
      refresh();
      return used.ids.get(service) ?? [];
    },
    services() {
      refresh();
      return used.services;
    },
    actions(service) {
      refresh();
      return used.actions.get(service) ?? [];
    },
  };
}

function usedIn(files: readonly WorkspaceFacts[]): Used {
  const accounts: Counts = new Map();
  const services: Counts = new Map();
  const ids = new Map<string, Counts>();
  const actions = new Map<string, Counts>();
  for (const { mention } of files.flatMap(({ mentions }) => mentions)) {
    if (mention.kind === 'account') count(accounts, `${mention.type}/${mention.name}`);
    if (mention.kind === 'resource') {
      const resource = readResource(mention.name);
      count(countsOf(ids, segment(resource, 'service')), segment(resource, 'path'));
    }
    if (mention.kind !== 'action') continue;
    const { form, service, name } = readAction(mention.name);
    if (form !== 'action') continue;
    count(services, service);
    if (!hasWildcard(name)) count(countsOf(actions, service), name);
  }
  return { accounts: byUse(accounts), services: byUse(services), ids: byUseEach(ids), actions: byUseEach(actions) };
}

type Counts = Map<string, number>;

function countsOf(all: Map<string, Counts>, service: string): Counts {
  const counts = all.get(service) ?? new Map<string, number>();
  all.set(service, counts);
  return counts;
}

const byUseEach = (all: ReadonlyMap<string, Counts>): ReadonlyMap<string, readonly string[]> =>
  new Map([...all].map(([service, counts]) => [service, byUse(counts)]));

const count = (counts: Counts, text: string): void => {
  counts.set(text, (counts.get(text) ?? 0) + 1);
};

const byUse = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
