/** Which statements have no effect, and why. */
import { groupBy } from '../../group-by.js';
import type { Facts } from '../../knowledge/facts.js';
import type { Policy, Statement } from '../../policy/model.js';
import { effectiveStatements } from '../effective.js';
import { spareIn } from '../spare.js';
import type { Grant, Idle, Reached, Trust } from './explanation.js';
import type { Said } from './scopes.js';

/** What an allow statement comes to. */
export interface Judged {
  readonly grant: Grant;
  /** The denies that take something away. */
  readonly cut: readonly Said[];
  /** The statements that take all away together; undefined: something is left. */
  readonly taken: readonly Statement[] | undefined;
  /** The denies that take actions away wherever it reaches them, alone or together. */
  readonly whole: readonly Statement[];
  /** They take all away, also what it does not reach. */
  readonly isDenied: boolean;
  /** It reaches none of its actions, whatever is denied. */
  readonly isUnreached: boolean;
}

export const isGone = ({ grant, taken }: Judged): boolean => taken !== undefined || isEmpty(grant.reached);

export const isEmpty = ({ classes, unknown, open, all, patterns }: Reached): boolean =>
  classes.length + unknown.length === 0 && !open && !all && patterns.every((pattern) => !pattern.startsWith('permid/'));

/** And those that change nothing as others say the same. */
export function withSpare(idle: readonly Idle[], policy: Policy, facts: Facts): readonly Idle[] {
  // Of actions that no catalogue has yet, those between may allow some.
  const gone = idle.filter(({ why }) => why.kind !== 'between').map(({ statement }) => statement);
  const spare = spareIn(policy, facts, new Set(gone));
  const more = spare.map(({ statement, by }): Idle => ({ statement, why: { kind: 'same', by } }));
  const same = new Set(spare.map(({ statement }) => statement));
  return [...idle.filter(({ statement }) => !same.has(statement)), ...more].sort(
    (a, b) => a.statement.index - b.statement.index,
  );
}

/** The statements that change nothing by themselves or as they are denied, in the order of the text. */
export function idleIn(
  policy: Policy,
  grants: readonly Judged[],
  denies: readonly Said[],
  trust: readonly Trust[],
): readonly Idle[] {
  const effective = new Set(effectiveStatements(policy).map(({ statement }) => statement));
  const allowed = groupBy(grants, ({ grant }) => grant.statement);
  const denied = groupBy(denies, ({ scope }) => scope.statement);
  const trusted = new Set(trust.map(({ statement }) => statement));
  return policy.statements.flatMap((statement): readonly Idle[] => {
    if (trusted.has(statement)) return [];
    if (!effective.has(statement)) return [{ statement, why: { kind: 'incomplete' } }];
    const own = allowed.get(statement);
    const why = own ? whyIdle(own) : denyIsIdle(denied.get(statement) ?? []);
    return why ? [{ statement, why }] : [];
  });
}

function whyIdle(parts: readonly Judged[]): Idle['why'] | undefined {
  if (parts.every(({ isUnreached }) => isUnreached)) return { kind: 'unreached' };
  if (!parts.every(isGone)) return undefined;
  const by = new Set(parts.flatMap(({ taken, whole, isDenied }) => (isDenied && taken ? taken : whole)));
  // It names nothing that there is.
  if (by.size === 0) return undefined;
  return {
    kind: parts.every(({ isDenied }) => isDenied) ? 'denied' : 'between',
    by: [...by].sort((a, b) => a.index - b.index),
  };
}

const denyIsIdle = (parts: readonly Said[]): Idle['why'] | undefined =>
  parts.every(({ scope, unreached }) => isEmpty(scope.reached) && unreached.length > 0)
    ? { kind: 'unreached' }
    : undefined;
