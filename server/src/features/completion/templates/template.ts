/** A policy to start from, as data. Its strings hold tab stops (see `../snippet.ts`), numbered in the order in which they stand in the policy. */
import type { Effect } from '../../../core/policy/elements.js';
import type { Text } from '../../../core/text.js';

export interface StatementTemplate {
  readonly principal?: ObjectTemplate;
  readonly effect: Effect | '${1|allow,deny|}';
  readonly action: readonly string[];
  /** Absent in trust policies. */
  readonly resource?: readonly string[] | '*';
  /** The values of each key, by operator. */
  readonly condition?: { readonly [operator: string]: ObjectTemplate };
}

/** Arrays of strings, by member. */
export interface ObjectTemplate {
  readonly [member: string]: readonly string[];
}

export interface PolicyTemplate {
  readonly id: string;
  /** What a person wants to do. */
  readonly title: Text;
  /** What its statements are called in a list of statements, where the title speaks of a policy. */
  readonly statementTitle?: Text;
  readonly description: Text;
  readonly statements: readonly StatementTemplate[];
}
