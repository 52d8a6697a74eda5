/** What one state of policies allows that another does not: the question, and its answer. */
import type { Access } from '../catalogue/data.js';
import type { Policy } from '../policy/model.js';
import type { Caller, ContextValue, Source } from './question.js';
import type { Doubt } from './reading.js';

/** The policies that are attached to a caller, and the permissions boundary where one is set. */
export interface Attached {
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
}

export interface CompareQuestion {
  readonly before: Attached;
  readonly after: Attached;
  /** Whose policies these are, and who calls. A `uin` that is left out is any caller; `owner` and `appId`: what hangs on them `depends`. */
  readonly caller?: Caller;
  /**
   * `any`, which is meant where nothing is said: an action may have any name, also one that Tencent Cloud adds next year. `known`: the actions of the
   * catalogue only, of the services that it knows.
   */
  readonly actions?: 'any' | 'known';
  /** Whether to count the known actions of what is found. */
  readonly counted?: boolean;
}

/** One request, with all that is asked of it: by default `can` allows it on the one side and refuses it on the other. */
export interface Example {
  readonly action: string;
  readonly resource: string;
  /** The condition keys that matter; null: the request has none. */
  readonly context: { readonly [key: string]: ContextValue };
  /** What is known of the caller, filled in where the answer hangs on it. */
  readonly caller: Caller;
  /** The parts that are invented, as no real name is known that would do. */
  readonly made: readonly ('action' | 'resource' | 'context' | 'caller')[];
}

/** An action of the catalogue, as `service:Name`. */
export interface KnownAction {
  readonly name: string;
  readonly access: Access;
}

/** Access that one side has and the other has not. */
export interface Found {
  /** The statement that allows it, on the side that has it. */
  readonly by: Source;
  /** The statement of the other side that denies it; undefined: no statement there allows it. */
  readonly deniedBy: Source | undefined;
  /** The actions, as a pattern `service:Name`, and the resources, as they are written. Some of what they stand for is new, not always all of it. */
  readonly actions: string;
  readonly resources: string;
  /** Of the actions those that the example stands for, as a pattern: where a deny is gone, what it denied of them. */
  readonly among: string;
  /** The known actions that are new; undefined where they were not counted, or are too many. */
  readonly known?: readonly KnownAction[];
  readonly example: Example;
}

/**
 * `none`: surely nothing. `some`: `found` has one entry for each pair of patterns that shows it; `cut` says that there are more. `depends`: it hangs on
 * whose account the policies are of. `undecided`: it hangs on what no document says, or on a limit; `otherwise` is what the default reading says.
 */
export type Difference =
  | { readonly is: 'none' }
  | { readonly is: 'some'; readonly found: readonly Found[]; readonly cut: boolean }
  | { readonly is: 'depends'; readonly on: 'account'; readonly found: readonly Found[] }
  | {
      readonly is: 'undecided';
      readonly because: readonly Doubt[];
      readonly otherwise: 'none' | 'some';
      readonly found: readonly Found[];
    };

export interface Comparison {
  /** What `after` allows and `before` does not. */
  readonly gained: Difference;
  /** What `before` allows and `after` does not. */
  readonly lost: Difference;
}
