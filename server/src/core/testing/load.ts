/** Reads the policies that a test file names. */
import { isAllLeftOut } from '../access/left-out.js';
import { chosenPolicy, referenceIn } from '../embed/choose.js';
import type { Embedded } from '../embed/embedded.js';
import { policiesIn } from '../embed/hosts.js';
import { readPolicy } from '../policy/read.js';
import type { Policy } from '../policy/model.js';
import { maxTextLength } from '../syntax/json.js';
import type { Text, TextData } from '../text.js';
import { referencesOf, type Placed, type TestFile } from './test-file.js';
import { texts } from './words.js';

export interface LoadedPolicy {
  /** What messages call it: the reference without `./`. */
  readonly name: string;
  /** The path of its file, as the reference has it. */
  readonly path: string;
  /** The file's text, and how the policy stands in it. */
  readonly text: string;
  readonly embedded: Embedded;
  readonly policy: Policy;
}

/** Why a reference gives no policy. */
export interface Unloaded {
  readonly problem: Text;
  readonly data: TextData;
}

/** By reference, as it is written. */
export type Loaded = ReadonlyMap<string, LoadedPolicy | Unloaded>;

/** `read` gives the text of the file at a path relative to the test file; undefined where it cannot be read. Rejects where `read` does. */
export async function loadPolicies(
  file: TestFile,
  read: (path: string) => Promise<string | undefined>,
): Promise<Loaded> {
  const references = [...new Set(referencesOf(file).map(({ text }) => text))];
  const paths = [...new Set(references.map((reference) => referenceIn(reference).path))];
  const contents = new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
  return new Map(references.map((reference) => [reference, loadedFrom(reference, contents)]));
}

/** What messages call the file or policy of a reference. */
export const nameOfReference = (reference: string): string =>
  reference.startsWith('./') ? reference.slice(2) : reference;

function loadedFrom(reference: string, contents: ReadonlyMap<string, string | undefined>): LoadedPolicy | Unloaded {
  const { path, which } = referenceIn(reference);
  const text = contents.get(path);
  const unloaded = (problem: Text, data: TextData = {}): Unloaded => ({ problem, data: { path, ...data } });
  if (text === undefined || text.length > maxTextLength) return unloaded(texts.notFound);
  const all = policiesIn(text, '', path);
  if (all.length === 0) return unloaded(texts.noPolicy);
  if (which === undefined && all.length > 1) return unloaded(texts.whichPolicy, { count: all.length });
  const embedded = chosenPolicy(all, which);
  if (!embedded) return unloaded(texts.noSuchPolicy, { which: which ?? '' });
  if (embedded.unknown) return unloaded(texts.notKnown);
  const policy = readPolicy(embedded.text);
  if (!policy.node || policy.tree.problems.length > 0) return unloaded(texts.notJson);
  if (isAllLeftOut(policy)) return unloaded(texts.noneTaken);
  return { name: nameOfReference(reference), path, text, embedded, policy };
}

export interface Subject {
  readonly policies: readonly LoadedPolicy[];
  readonly boundary: LoadedPolicy | undefined;
}

/** The policies of these references, or why one of them gives none. */
export function policiesOf(references: readonly Placed[], loaded: Loaded): readonly LoadedPolicy[] | Unloaded {
  const found: LoadedPolicy[] = [];
  for (const { text } of references) {
    const one = loaded.get(text);
    if (!one || 'problem' in one) return one ?? { problem: texts.notFound, data: { path: text } };
    found.push(one);
  }
  return found;
}

/** What is tested, or why it cannot be. */
export function subjectOf({ policies, boundary }: TestFile, loaded: Loaded): Subject | Unloaded {
  const found = policiesOf(policies, loaded);
  if ('problem' in found) return found;
  const limit = boundary && policiesOf([boundary], loaded);
  if (limit && 'problem' in limit) return limit;
  return { policies: found, boundary: limit?.[0] };
}
