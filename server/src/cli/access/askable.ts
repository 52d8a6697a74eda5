/** Of which policies can be said what they allow. */
import {
  isAllLeftOut,
  isUnclearBesides,
  leftOut,
  readPolicy,
  refusalOf,
  say,
  type Embedded,
  type Policy,
  type Text,
} from '../../core/index.js';
import type { Environment } from '../environment.js';
import { oneLine } from '../one-line.js';
import { texts } from './texts.js';

type Readable =
  { readonly policy: Policy; readonly problem?: undefined } | { readonly problem: Text; readonly policy?: undefined };

/** The policy that stands in a text; `problem`, with a place for the `path`: why it cannot be read. */
export function readable({ text, unknown }: Embedded): Readable {
  if (unknown) return { problem: texts.notKnown };
  if (text.trim() === '') return { problem: texts.emptyPolicy };
  const policy = readPolicy(text);
  if (policy.tree.problems.some(({ kind }) => kind === 'too-large')) return { problem: texts.tooLong };
  return policy.node === undefined || policy.tree.problems.length > 0 ? { problem: texts.notJson } : { policy };
}

/** The same of a policy of which something can be asked: some of it CAM takes. */
export function askable(embedded: Embedded): Readable {
  const found = readable(embedded);
  return found.policy && isAllLeftOut(found.policy) ? { problem: texts.noneTaken } : found;
}

/** So many statements are named. */
const maxNamed = 5;

/** Says what CAM refuses the policy for, and of which statements something is left out. */
export function complainOfLeftOut(
  policy: Policy,
  path: string,
  { locale, complain }: Pick<Environment, 'locale' | 'complain'>,
): void {
  const tell = (text: Text, data: { readonly statements?: string } = {}): void =>
    complain(say(text, locale, { path: oneLine(path), ...data }));
  const refusal = refusalOf(policy);
  if (refusal) tell(texts[refusal]);
  if (isUnclearBesides(policy)) tell(texts.unclear);
  const found = leftOut(policy).map(({ index }) => say(texts.statement, locale, { number: index + 1 }));
  if (found.length === 0) return;
  const statements = [...found.slice(0, maxNamed), ...(found.length > maxNamed ? ['…'] : [])].join(', ');
  tell(texts.leftOut, { statements });
}
