/** What the server answers to questions about access. */
import type { Place } from './place.js';

/** A line for a person, and those that stand below it. */
export interface AccessLine {
  readonly text: string;
  /** The statement that it is about. */
  readonly range?: Place;
  readonly below: readonly AccessLine[];
}

/** What a policy allows. */
export interface AccessExplanation {
  /** All of it in Markdown. */
  readonly markdown: string;
  readonly services: readonly AccessService[];
  /** What statements allow: where, when, and what is taken away. Actions name theirs by its place in this list. */
  readonly grants: readonly AccessLine[];
  /** What is denied besides, who may take on the role, and statements without effect: a title, and what stands below it. */
  readonly rest: readonly AccessLine[];
}

export interface AccessService {
  /** The service's abbreviation and, where it is known, its product. */
  readonly title: string;
  readonly classes: readonly AccessClass[];
}

/** The actions of one access class. */
export interface AccessClass {
  /** The class in words: `write`. */
  readonly title: string;
  /** `read`, `list`, `write`, `permission`, `tagging`, or `other` for what is not in the catalogue. */
  readonly access: string;
  readonly actions: readonly { readonly name: string; readonly grants: readonly number[] }[];
}

/** The answer to a question about one request. */
export interface AccessAnswer {
  readonly verdict: 'allowed' | 'denied' | 'not-allowed' | 'conditional' | 'undecided' | 'unreadable';
  readonly answer: AccessLine;
  /** What it hangs on: condition keys, `account` (whose the policy is) and `uin` (who calls). */
  readonly keys: readonly string[];
}

/** What may be asked about: an action, a resource, the value of a key. */
export interface AccessChoice {
  readonly value: string;
  readonly description?: string;
}

/** What the policy newly allows, and what it no longer allows, beside another text. */
export interface AccessComparison {
  readonly gained: 'none' | 'some' | 'depends' | 'undecided';
  readonly lost: 'none' | 'some' | 'depends' | 'undecided';
  /** All of it in a few words. */
  readonly short: string;
  /** What is newly allowed, and what no longer is, each with an example; ranges are of the policy as it is now. */
  readonly lines: readonly AccessLine[];
  readonly markdown: string;
  /** The policies of the other text, by name; the one that was compared with is the one of the number `which`, or the first. */
  readonly others: readonly string[];
  /** Where the document's policy stands. */
  readonly at: Place;
}
