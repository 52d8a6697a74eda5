/** Reads the policies that a question about access is about. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chosenPolicy, policiesIn, referenceIn, say, type Policy, type Text } from '../../core/index.js';
import { UsageError, type Environment } from '../environment.js';
import type { Found } from '../files/found.js';
import { readFound } from '../files/read.js';
import { oneLine } from '../one-line.js';
import { askable } from './askable.js';
import { texts } from './texts.js';

/** A policy and what the command line calls it. */
export interface NamedPolicy {
  readonly name: string;
  /** The file that holds it, its whole text, and the place of the policy among those in it, from 0. */
  readonly file: string;
  readonly text: string;
  readonly index: number;
  readonly policy: Policy;
}

/**
 * The policy that an operand names: a file, `-`, `FILE#2` for the second policy of a file, or `FILE#dev` for the one of that name in Terraform. Rejects where
 * there is none that CAM would take.
 */
export async function readNamed(operand: string, { locale }: Pick<Environment, 'locale'>): Promise<NamedPolicy> {
  const fail = (text: Text, data: { readonly [name: string]: string | number } = {}): never => {
    throw new UsageError(say(text, locale, { path: oneLine(name), ...data }));
  };
  // A file may have such a name itself.
  const { path: file, which } = existsSync(operand) ? { path: operand, which: undefined } : referenceIn(operand);
  const name = operand.replaceAll(path.sep, '/');
  const read = await readFound(foundAt(file));
  if ('problem' in read) return fail(read.problem, read.data);
  return { name, file, text: read.text, ...policyOf(read.text, file, which, fail) };
}

function foundAt(file: string): Found {
  if (existsSync(file)) return { kind: 'file', path: file };
  return file === '-' ? { kind: 'stdin', path: file } : { kind: 'failure', path: file, code: 'ENOENT' };
}

/** What is said where there is no policy; never returns. */
type Fail = (text: Text, data?: { readonly [name: string]: string | number }) => never;

/** The policy of a text, and its place in it; where the text holds several, the one that `which` says. */
function policyOf(
  text: string,
  name: string,
  which: string | undefined,
  fail: Fail,
): Pick<NamedPolicy, 'policy' | 'index'> {
  const policies = policiesIn(text, '', name);
  if (which === undefined && policies.length > 1) return fail(texts.whichPolicy, { count: policies.length });
  const embedded = chosenPolicy(policies, which);
  if (!embedded) return fail(texts.noSuchPolicy, { which: which ?? '1' });
  const found = askable(embedded);
  return found.problem ? fail(found.problem) : { policy: found.policy, index: policies.indexOf(embedded) };
}
