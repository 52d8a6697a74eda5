/** Which statements the tests of a file reach: those that apply to a request that a test asks about. */
import { reached } from '../access/can.js';
import type { Source } from '../access/question.js';
import type { Facts } from '../knowledge/facts.js';
import type { Span } from '../span.js';
import type { LoadedPolicy, Subject } from './load.js';
import type { TestResult } from './run.js';

export interface StatementReach {
  readonly index: number;
  /** Its place in the policy's own text. */
  readonly span: Span;
  /** How many requests it applies to. */
  readonly requests: number;
}

export interface PolicyReach {
  readonly of: LoadedPolicy;
  readonly statements: readonly StatementReach[];
}

/** By policy, in the order of the file, the boundary last. Comparisons ask about no single request, and count for nothing here. */
export function reachOf(subject: Subject, results: readonly TestResult[], facts: Facts): readonly PolicyReach[] {
  const counts = new Map<string, number>();
  const keyOf = ({ policy, statement }: Pick<Source, 'policy' | 'statement'>): string => `${policy} ${statement}`;
  for (const result of results)
    if (result.is === 'request')
      for (const source of reached(result.question, facts))
        counts.set(keyOf(source), (counts.get(keyOf(source)) ?? 0) + 1);
  const all = [
    ...subject.policies.map((of, policy) => ({ of, policy: policy })),
    ...(subject.boundary ? [{ of: subject.boundary, policy: 'boundary' as const }] : []),
  ];
  return all.map(({ of, policy }) => ({
    of,
    statements: of.policy.statements.map(({ node, index }) => ({
      index,
      span: node,
      requests: counts.get(keyOf({ policy, statement: index })) ?? 0,
    })),
  }));
}
