/** Names of findings that stay the same while lines above them come and go. */
import { createHash } from 'node:crypto';
import type { ShownFinding } from '../check-text.js';

/**
 * A namer for one run. A name follows from the file, the rule and what the finding is shown on, white space aside, in any language; the second finding of
 * the same three has another name than the first, and so on.
 */
export function fingerprints(): (fromRoot: string, finding: ShownFinding) => string {
  const seen = new Map<string, number>();
  return (fromRoot, { rule, excerpt }) => {
    const key = hash(JSON.stringify([fromRoot, rule, excerpt.replace(/\s+/gu, '')]));
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : hash(`${key}:${before}`);
  };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
