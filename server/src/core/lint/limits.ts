/**
 * Bounds of what a rule does, so that no text can make it slow. CAM takes no policy of more than 6144 characters (see policy/length.ts), so none of
 * these bounds is met by a policy that CAM takes.
 */

/** Findings of one rule in one policy; then the rule stops looking. */
export const maxFindings = 10_000;

/** Findings that are shown of one policy. VS Code shows no more diagnostics of one source either. */
export const maxShown = 1000;

/** Places that one finding names besides its own. */
export const maxRelated = 50;

/** Different names that one rule looks up among all names of a service, or all services. */
export const maxLookups = 200;

/** Different wildcards that one rule compares with other strings of the policy. */
export const maxPatterns = 60;

/** Actions that one rule compares with condition keys, each pair counted. */
export const maxKeyLookups = 20_000;

/** Length of an action that is looked at closely, in UTF-16 units. */
export const maxActionLength = 300;

/**
 * `look`, answered for the first `limit` different keys only; further keys give undefined. An answer is kept and given again.
 * For look-ups that cost much: spend the budget per policy, so make one with each run of the rule.
 */
export function budget<Value>(limit: number, look: (key: string) => Value): (key: string) => Value | undefined {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.size >= limit) return found;
    const value = look(key);
    known.set(key, value);
    return value;
  };
}
