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

/** Counts the requests of results, one result after the other. */
export interface ReachCounter {
  /** Comparisons ask about no single request, and count for nothing here. */
  add(result: TestResult): void;
  /** By policy, in the order of the file, the boundary last. */
  of(subject: Subject): readonly PolicyReach[];
}

const keyOf = ({ policy, statement }: Pick<Source, 'policy' | 'statement'>): string => `${policy} ${statement}`;

export function createReachCounter(facts: Facts): ReachCounter {
  const counts = new Map<string, number>();
  return {
    add(result) {
      if (result.is !== 'request') return;
      for (const source of reached(result.question, facts))
        counts.set(keyOf(source), (counts.get(keyOf(source)) ?? 0) + 1);
    },
    of: (subject) =>
      [
        ...subject.policies.map((of, policy) => ({ of, policy })),
        ...(subject.boundary ? [{ of: subject.boundary, policy: 'boundary' as const }] : []),
      ].map(({ of, policy }) => ({
        of,
        statements: of.policy.statements.map(({ node, index }) => ({
          index,
          span: node,
          requests: counts.get(keyOf({ policy, statement: index })) ?? 0,
        })),
      })),
  };
}

/** What the tests of all `results` reach. */
export function reachOf(subject: Subject, results: readonly TestResult[], facts: Facts): readonly PolicyReach[] {
  const counter = createReachCounter(facts);
  for (const result of results) counter.add(result);
  return counter.of(subject);
}
