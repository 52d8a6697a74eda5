/** Names that look as if they handed out credentials or rights, or changed tags: each has been looked at, and new ones must be. */
import type { Access } from '../../server/src/core/catalogue/data.js';

/** `server/catalogue/reviewed-access.json`; names by service, separated by blanks. */
export interface ReviewedAccess {
  /** Regular expressions on names that must be looked at. */
  readonly forms: readonly string[];
  readonly permission: { readonly [service: string]: string };
  readonly tagging: { readonly [service: string]: string };
  /** Those that only look so, of which the rules say the class. */
  readonly asRulesSay: { readonly [service: string]: string };
}

export interface Review {
  /** What the list says of an action. */
  readonly access: (service: string, action: string) => Access | undefined;
  /** What is wrong with the list, given all actions and their classes. */
  readonly check: (actions: Iterable<readonly [service: string, action: string, access: Access]>) => readonly string[];
}

export function createReview({ forms, asRulesSay, ...classes }: ReviewedAccess): Review {
  const listed = new Map<string, Access | undefined>();
  for (const [kind, services] of Object.entries({ ...classes, asRulesSay })) {
    for (const [service, names] of Object.entries(services))
      for (const name of names.split(' '))
        listed.set(`${service}:${name}`, kind === 'asRulesSay' ? undefined : (kind as Access));
  }
  const patterns = forms.map((form) => new RegExp(form));
  return {
    access: (service, action) => listed.get(`${service}:${action}`),
    check(actions) {
      const stale = new Set(listed.keys());
      const problems: string[] = [];
      for (const [service, action, access] of actions) {
        const name = `${service}:${action}`;
        stale.delete(name);
        if (listed.has(name) || access === 'permission' || access === 'tagging') continue;
        if (patterns.some((pattern) => pattern.test(action)))
          problems.push(
            `${name}: looks as if it changed rights or tags; say in server/catalogue/reviewed-access.json what it does`,
          );
      }
      return [
        ...problems,
        ...[...stale].map((name) => `${name}: no such action; drop it from server/catalogue/reviewed-access.json`),
      ];
    },
  };
}
