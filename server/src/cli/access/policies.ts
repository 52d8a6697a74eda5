/** Reads the policies that a question about access is about. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { policiesIn, say, type Policy, type Text } from '../../core/index.js';
import { UsageError, type Environment } from '../environment.js';
import { findFiles } from '../files/find.js';
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

/** The policy that an operand names: a file, `-`, or `FILE#2` for the second policy of a file. Rejects where there is none that CAM would take. */
export async function readNamed(operand: string, { locale }: Pick<Environment, 'locale'>): Promise<NamedPolicy> {
  const fail = (text: Text, data: { readonly [name: string]: string | number } = {}): never => {
    throw new UsageError(say(text, locale, { path: oneLine(name), ...data }));
  };
  const { file, number } = numbered(operand);
  const name = operand.replaceAll(path.sep, '/');
  const [found = { kind: 'failure' as const, path: file, code: 'ENOENT' }] = existsSync(file)
    ? [asFile(file)]
    : findFiles([file]);
  const read = await readFound(found);
  if ('problem' in read) return fail(read.problem, read.data);
  return { name, file, text: read.text, index: (number ?? 1) - 1, policy: policyOf(read.text, file, number, fail) };
}

const asFile = (file: string): { readonly kind: 'file'; readonly path: string } => ({ kind: 'file', path: file });

/** `FILE#2` in its parts, unless there is a file of that very name. */
function numbered(operand: string): { readonly file: string; readonly number: number | undefined } {
  const found = /^(.+)#(\d{1,4})$/u.exec(operand);
  return found && !existsSync(operand)
    ? { file: found[1] ?? operand, number: Number(found[2]) }
    : { file: operand, number: undefined };
}

/** What is said where there is no policy; never returns. */
type Fail = (text: Text, data?: { readonly [name: string]: string | number }) => never;

/** The policy of a text; the one of the number, from 1, where the text holds several. */
function policyOf(text: string, name: string, number: number | undefined, fail: Fail): Policy {
  const policies = policiesIn(text, '', name);
  if (number === undefined && policies.length > 1) return fail(texts.whichPolicy, { count: policies.length });
  const embedded = policies[(number ?? 1) - 1];
  if (!embedded) return fail(texts.noSuchPolicy, { number: number ?? 1 });
  const found = askable(embedded);
  return found.problem ? fail(found.problem) : found.policy;
}
