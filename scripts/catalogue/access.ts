/** Sorts actions into access classes by their first word, by rules that are data. Stops on what no rule covers. */
import type { Access } from '../../server/src/core/catalogue/data.js';

/** `server/catalogue/access.json`. */
export interface AccessRules {
  /** First words of names; the longest that fits counts. */
  readonly verbs: { readonly [access in Access]?: readonly string[] };
  /** Regular expressions on `service:Action`, before the verbs. */
  readonly patterns: readonly (readonly [string, Access])[];
  /** Single actions, before everything else. */
  readonly actions: { readonly [action: string]: Access };
}

export type Classify = (service: string, action: string) => Access | undefined;

export function createClassifier(rules: AccessRules): Classify {
  const patterns = rules.patterns.map(([pattern, access]) => [new RegExp(pattern), access] as const);
  const verbs = (Object.entries(rules.verbs) as [Access, readonly string[]][])
    .flatMap(([access, words]) => words.map((word) => [word, access] as const))
    .sort(([a], [b]) => b.length - a.length);
  return (service, action) =>
    rules.actions[`${service}:${action}`] ??
    patterns.find(([pattern]) => pattern.test(`${service}:${action}`))?.[1] ??
    verbs.find(([word]) => startsWithWord(capitalize(action), word))?.[1];
}

/** Older APIs begin with a small letter. */
const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether `name` begins with `word` and another word, or nothing, follows. */
const startsWithWord = (name: string, word: string): boolean =>
  name.startsWith(word) && !/^[a-z]/.test(name.slice(word.length));
