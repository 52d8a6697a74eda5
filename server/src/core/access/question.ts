/** A question about access, and its answer. */
import type { Policy } from '../policy/model.js';
import type { SegmentName } from '../policy/resource.js';
import type { Span } from '../span.js';
import type { Doubt } from './reading.js';

/** Who asks. What is left out is not known. */
export interface Caller {
  readonly uin?: string;
  /** The uin of the root account that the caller belongs to, whose policies these are. */
  readonly owner?: string;
  readonly appId?: string;
}

/** What a request says of a condition key; null: the request surely has none. */
export type ContextValue = string | readonly string[] | null;

export interface AccessQuestion {
  /** The policies attached to the caller. */
  readonly policies: readonly Policy[];
  /** The permissions boundary, where one is set. */
  readonly boundary?: Policy;
  readonly caller?: Caller;
  /** `service:Action`, without wildcards. */
  readonly action: string;
  /** `*` or six segments without wildcards; of several, each must be allowed. */
  readonly resource: string | readonly string[];
  /** A key that is left out is not known, which is not the same as absent. */
  readonly context?: { readonly [key: string]: ContextValue };
  /** Whether the action has resource-level support; where nothing is said, what the catalogue knows. */
  readonly level?: 'operation' | 'resource';
}

/** A statement, by the place of its policy in the question and its own in the policy, both from 0. */
export interface Source {
  readonly policy: number | 'boundary';
  readonly statement: number;
  readonly span: Span;
}

/** A statement that nearly allows, and the part that fails. */
export interface Miss {
  readonly source: Source;
  readonly part:
    | { readonly kind: 'action' }
    | { readonly kind: 'resource'; readonly segments: readonly SegmentName[] }
    /** The request is for the resource `*`, and the statement names others. */
    | { readonly kind: 'star' }
    | { readonly kind: 'condition'; readonly operator: string; readonly key: string }
    | { readonly kind: 'principal' };
}

/** `root`: policies do not apply to it; `operation`: asked with `*`, as the action has no resource-level support. */
export type Note = 'root' | 'operation';

/**
 * `conditional`: the answer hangs on `keys` of the request, or on `account` (whose the policy is, by uin and APPID) or `uin`; it is allowed for some values
 * and not for others. `undecided`: documents do not settle it; `otherwise` is the answer of the default reading. `unreadable`: no question; `context`: no resource has
 * such tags.
 */
export type Decision =
  | { readonly is: 'allowed'; readonly by: readonly Source[]; readonly notes: readonly Note[] }
  | { readonly is: 'denied'; readonly by: Source; readonly notes: readonly Note[] }
  | {
      readonly is: 'not-allowed';
      readonly near: readonly Miss[];
      /** Where a boundary is set, which side does not allow it; undefined: sometimes the one and sometimes the other. */
      readonly lacking?: 'policies' | 'boundary' | 'both';
      readonly notes: readonly Note[];
    }
  | {
      readonly is: 'conditional';
      readonly by: Source;
      /** Further statements that allow it, for other requests or for the same. */
      readonly also: readonly Source[];
      /** The denies that take it away from some requests. */
      readonly denies: readonly Source[];
      readonly keys: readonly string[];
      readonly notes: readonly Note[];
    }
  | { readonly is: 'undecided'; readonly because: readonly Doubt[]; readonly otherwise: Decision }
  | { readonly is: 'unreadable'; readonly part: 'action' | 'resource' | 'context' };
