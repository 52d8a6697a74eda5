/** Which statement decides: as a test says, and as it came out. */
import type { Difference } from '../access/comparison.js';
import type { Decision, Source } from '../access/question.js';
import { nameOfReference, policiesOf, type Loaded, type LoadedPolicy, type Subject } from './load.js';
import type { ComparedResult, TestResult } from './run.js';
import { sourcesOf } from './sources-of.js';

export interface Named {
  readonly policy: Source['policy'];
  readonly statement: number;
  /** What messages call the policy. */
  readonly name: string;
}

/**
 * The statement that `dev.cam.json#2` names: the policy as the test file names it, with or without its folders, and the number of the statement from 1. Where
 * there is one policy, `#2` will do. Undefined: there is none, or several policies have the name.
 */
export function namedStatement(text: string, { policies, boundary }: Subject): Named | undefined {
  const at = text.lastIndexOf('#');
  const digits = text.slice(at + 1);
  if (at < 0 || !/^\d{1,4}$/u.test(digits)) return undefined;
  const wanted = nameOfReference(text.slice(0, at));
  const all = [
    ...policies.map((policy, index) => ({ policy: index, of: policy })),
    ...(boundary ? [{ policy: 'boundary' as const, of: boundary }] : []),
  ];
  const exact = all.filter(({ of }) => of.name === wanted);
  const near = exact.length > 0 ? exact : all.filter(({ of }) => wanted === '' || of.name.endsWith(`/${wanted}`));
  const [found, ...others] = near;
  const statement = Number(digits) - 1;
  if (!found || others.length > 0 || !found.of.policy.statements[statement]) return undefined;
  return { policy: found.policy, statement, name: found.of.name };
}

/** A statement of a policy that a test file names. */
export interface Deciding {
  readonly of: LoadedPolicy;
  readonly source: Source;
}

/** The statement that a result rests on, or the one that comes nearest; undefined where there is none. */
export function decidingOf(result: TestResult, subject: Subject, loaded: Loaded): Deciding | undefined {
  if (result.is === 'broken') return undefined;
  if (result.is === 'compared') return decidingDifference(result, subject, loaded);
  const source = nearestSource(result.decision);
  return source && placed(source, subject);
}

function placed(source: Source, { policies, boundary }: Subject): Deciding | undefined {
  const of = source.policy === 'boundary' ? boundary : policies[source.policy];
  return of && { of, source };
}

function nearestSource(decision: Decision): Source | undefined {
  if (decision.is === 'undecided') return nearestSource(decision.otherwise);
  return decision.is === 'not-allowed' ? decision.near[0]?.source : sourcesOf(decision)[0];
}

function decidingDifference(
  { test, more, less }: ComparedResult,
  subject: Subject,
  loaded: Loaded,
): Deciding | undefined {
  const gained = firstOf(more);
  if (gained) return placed(gained, subject);
  const lost = firstOf(less);
  if (!lost || test.kind === 'notGranted') return undefined;
  const references = policiesOf(test.references, loaded);
  return 'problem' in references ? undefined : placed(lost, { policies: references, boundary: undefined });
}

const firstOf = (difference: Difference): Source | undefined =>
  difference.is === 'none' ? undefined : difference.found[0]?.by;
