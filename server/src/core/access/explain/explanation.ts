/** What a policy allows, put together for a person: by service, with what is taken away from it. */
import type { Access } from '../../catalogue/data.js';
import type { Effect } from '../../policy/elements.js';
import type { Statement } from '../../policy/model.js';
import type { ResourcePattern } from '../../policy/resource.js';
import type { Test } from '../condition-test.js';
import type { Principals } from '../principals.js';
import type { Unclear } from '../unclear.js';

/** What a statement's actions of one service stand for. */
export interface Reached {
  /** As written, without `name/` and the service: `Describe*`; each once. */
  readonly patterns: readonly string[];
  /** Every action of the service; of the service `*` every action there is. */
  readonly all: boolean;
  /** The known actions by access class, in the order of the classes; names are sorted, none is empty. Of the service `*` none are listed. */
  readonly classes: readonly ClassOfActions[];
  /** Exact names that the catalogue does not have. */
  readonly unknown: readonly string[];
  /** A wildcard may stand for more than is listed, as the catalogue does not know all actions of the service. */
  readonly open: boolean;
}

export interface ClassOfActions {
  readonly access: Access;
  readonly names: readonly string[];
}

/** Where and when a statement speaks of the actions. */
export interface Scope {
  readonly statement: Statement;
  /** As written: that two names are of one service does not say that policies take them for one. `*`: all services; a numbered set stands below its own text. */
  readonly service: string;
  readonly reached: Reached;
  /** Those that the actions may be asked with; empty: all resources. */
  readonly resources: readonly ResourcePattern[];
  /** All must be met. */
  readonly tests: readonly Test[];
  /** It has a condition in which nothing can be read, or something else whose meaning is not known. */
  readonly unreadCondition: boolean;
  readonly principals: Principals;
  readonly doubtful: Doubtful;
}

/** Actions of which no document says whether the statement speaks of them; sorted. */
export interface Doubtful {
  /** They are asked with `*`, and the resources are six segments that end in it. */
  readonly star: readonly string[];
  /** As written: the catalogue has the name in another case, or that of its service, which stands before it then. */
  readonly case: readonly string[];
}

/** What a deny statement takes away from a grant. */
export interface Exception extends Scope {
  /** It takes the actions away wherever the grant gives them, so the grant no longer lists them. */
  readonly wholly: boolean;
  /** Its actions are those of the grant only if this does not matter, which no document says: the case of names, or which of its names a service is called by. */
  readonly unsure: 'case' | 'service' | undefined;
}

/** What a statement of a trust policy says of who may take on the role. */
export interface Trust extends Pick<Scope, 'statement' | 'tests' | 'unreadCondition' | 'principals'> {
  readonly effect: Effect;
  /** As written, without `name/` and the service. */
  readonly actions: readonly string[];
}

/** What one statement allows of one service. */
export interface Grant extends Scope {
  readonly except: readonly Exception[];
  /** There are more deny statements than are looked at; some may take away from this grant, too. */
  readonly moreDenies: boolean;
  /** Actions that the statement does not reach: they are asked with `*`, and it names resources. Sorted. */
  readonly unreached: readonly string[];
}

export interface ServiceAccess {
  readonly service: string;
  readonly grants: readonly Grant[];
}

/**
 * A statement that changes nothing here; without all of these statements together the policy allows the same. `incomplete`: CAM refuses it; `denied`: the
 * statements `by` take away all that it allows; `unreached`: its actions are asked with `*` only, and it names resources; `between`: it is denied what it
 * reaches; `same`: the statements `by` say all of it, or, where there are none, the others do in another way.
 */
export interface Idle {
  readonly statement: Statement;
  readonly why:
    | { readonly kind: 'incomplete' | 'unreached' }
    | { readonly kind: 'denied' | 'between' | 'same'; readonly by: readonly Statement[] };
}

export interface Explanation {
  /** What is allowed, in the order of the text. */
  readonly services: readonly ServiceAccess[];
  /** Grants of which nothing is left, as they are taken away or not reached; in the order of the text. */
  readonly gone: readonly Grant[];
  /** Deny statements that take nothing away from what this policy allows. They count against other policies of the same caller. */
  readonly denials: readonly Scope[];
  /** Statements of a trust policy: they say who may take on the role. */
  readonly trust: readonly Trust[];
  readonly idle: readonly Idle[];
  /** What nobody can know the meaning of, as CAM takes no such thing: so far nothing above is certain. */
  readonly unclear: readonly Unclear[];
}
