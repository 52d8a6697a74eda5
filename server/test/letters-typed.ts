/** How many letters of an action a person types until completion has it where it is seen, measured on policies as they are written. */
import type { Catalogue } from '../src/core/catalogue/catalogue.js';
import { actionsOf } from '../src/core/knowledge/level.js';
import type { Statement } from '../src/core/policy/model.js';
import { readPolicy } from '../src/core/policy/read.js';
import type { Context } from '../src/features/context.js';
import { completionAt } from './completing.js';

/** One action that a person writes: the policy up to it, and the name after the service's colon. */
export interface WrittenAction {
  readonly before: string;
  readonly after: string;
  readonly name: string;
}

/** The actions of a policy that `catalogue` knows by name, each as it is typed: what stands before it is there, what follows is not. */
export function actionsWrittenIn(text: string, catalogue: Catalogue): readonly WrittenAction[] {
  const { statements } = readPolicy(text);
  return statements.flatMap((statement, at) => {
    const done = statements.slice(0, at).map((other) => textOf(other));
    return (statement.actions?.items ?? []).flatMap((item, place, items): WrittenAction[] => {
      const [known] = item.exact ? actionsOf(catalogue, item) : [];
      if (known?.name !== item.name) return [];
      const others = items.slice(0, place).map(({ text: action }) => `${JSON.stringify(action)},`);
      const start = `{"version":"2.0","statement":[${done.map((other) => `${other},`).join('')}`;
      const own = `{"effect":"${statement.effect ?? 'allow'}","action":[${others.join('')}"`;
      return [{ before: `${start}${own}${item.prefix}${item.service}:`, after: '"]}]}', name: item.name }];
    });
  });
}

const textOf = ({ effect, actions, resources }: Statement): string =>
  JSON.stringify({
    effect: effect ?? 'allow',
    action: actions?.items.map(({ text }) => text) ?? [],
    resource: resources?.items.map(({ node }) => node.value) ?? [],
  });

/** How many letters of the name are typed until it is among the first `shown` of the list; all of them where it never is. */
export function lettersUntil({ before, after, name }: WrittenAction, shown: number, context: Context): number {
  for (let count = 0; count < name.length; count++) {
    const typed = before + name.slice(0, count);
    const { items } = completionAt(typed + after, typed.length, context);
    if (items.slice(0, shown).some(({ label }) => label === name)) return count;
  }
  return name.length;
}
