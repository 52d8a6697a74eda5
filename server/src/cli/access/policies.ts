/** Reads the policies that a question about access is about. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  choicesOf,
  chosenPolicy,
  isAllLeftOut,
  policiesIn,
  referenceIn,
  referenceTo,
  say,
  type Embedded,
  type Policy,
  type Text,
} from '../../core/index.js';
import { UsageError, type Environment } from '../environment.js';
import type { Found } from '../files/found.js';
import { readFound } from '../files/read.js';
import { oneLine } from '../one-line.js';
import { complainOfLeftOut, readable } from './askable.js';
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

type Said = Pick<Environment, 'locale' | 'complain'>;

/**
 * The policy that an operand names: a file, `-`, `FILE#2` for the second policy of a file, or `FILE#dev` for the one of that name in Terraform. Rejects where
 * there is none that is JSON, or several.
 */
export async function readNamed(operand: string, environment: Pick<Environment, 'locale'>): Promise<NamedPolicy> {
  const { file, text, all, which } = await readOperand(operand, environment);
  const fail = failing(operand, environment);
  if (which === undefined && all.length > 1) return fail(texts.whichPolicy, { count: all.length });
  const embedded = chosenPolicy(all, which);
  if (!embedded) return fail(texts.noSuchPolicy, { which: which ?? '1' });
  return { file, text, ...policyOf(embedded, fail), name: shownName(operand), index: all.indexOf(embedded) };
}

/** The policy that an operand names, of which something can be asked: some of it CAM takes. What is left out is told. */
export async function readAsked(operand: string, environment: Said): Promise<NamedPolicy> {
  const named = await readNamed(operand, environment);
  return asked(named, environment);
}

/** The same of each policy of the file, where the operand does not say which; with what chooses it there in its name. */
export async function readEach(operand: string, environment: Said): Promise<readonly NamedPolicy[]> {
  const { file, text, all, which } = await readOperand(operand, environment);
  if (which !== undefined || all.length === 0) return [await readAsked(operand, environment)];
  const choices = choicesOf(all);
  return all.map((embedded, index) => {
    const name = referenceTo(operand, choices[index]);
    const policy = policyOf(embedded, failing(name, environment));
    return asked({ file, text, ...policy, name: shownName(name), index }, environment);
  });
}

function asked(named: NamedPolicy, environment: Said): NamedPolicy {
  const { name, policy } = named;
  if (isAllLeftOut(policy)) return failing(name, environment)(texts.noneTaken);
  complainOfLeftOut(policy, name, environment);
  return named;
}

interface ReadOperand {
  readonly file: string;
  readonly text: string;
  readonly all: readonly Embedded[];
  readonly which: string | undefined;
}

async function readOperand(operand: string, environment: Pick<Environment, 'locale'>): Promise<ReadOperand> {
  const { path: file, which } = chosenIn(operand);
  const read = await readFound(foundAt(file));
  if ('problem' in read) return failing(operand, environment)(read.problem, read.data);
  return { file, text: read.text, all: policiesIn(read.text, '', file), which };
}

/** The file that an operand names, and which of its policies. A file may have such a name itself. */
export const chosenIn = (operand: string): ReturnType<typeof referenceIn> =>
  existsSync(operand) ? { path: operand, which: undefined } : referenceIn(operand);

const shownName = (operand: string): string => operand.replaceAll(path.sep, '/');

function foundAt(file: string): Found {
  if (existsSync(file)) return { kind: 'file', path: file };
  return file === '-' ? { kind: 'stdin', path: file } : { kind: 'failure', path: file, code: 'ENOENT' };
}

/** What is said where there is no policy; never returns. */
type Fail = (text: Text, data?: { readonly [name: string]: string | number }) => never;

const failing =
  (operand: string, { locale }: Pick<Environment, 'locale'>): Fail =>
  (text, data = {}) => {
    throw new UsageError(say(text, locale, { path: oneLine(shownName(operand)), ...data }));
  };

function policyOf(embedded: Embedded, fail: Fail): Pick<NamedPolicy, 'policy'> {
  const found = readable(embedded);
  return found.problem ? fail(found.problem) : { policy: found.policy };
}
