/** The command `least`: the smallest policy for what is used. */
import { createNodeKnowledge } from '../../catalogue-file.js';
import { policyFor, readUses, say, unchangedWords, type Text, type Use, type Uses } from '../../core/index.js';
import { callerOf } from '../access/caller.js';
import { readAsked, type NamedPolicy } from '../access/policies.js';
import type { leastOptions } from '../commands/least.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { codeOf } from '../files/found.js';
import { readFound } from '../files/read.js';
import { replaceText } from '../files/replace.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { texts as commonTexts } from '../texts.js';
import { narrow, type Narrowed } from './narrow.js';
import { texts } from './texts.js';

type Given = Arguments<typeof leastOptions>;
type Say = (text: Text, data?: { readonly [name: string]: string | number }) => string;

/** So many things that could not be read are named. */
const maxNamed = 10;

/** Runs `least`. Rejects with a `UsageError` where there is nothing to read. */
export async function runLeast({ values, operands }: Given, environment: Environment): Promise<ExitCode> {
  const tell: Say = (text, data = {}) => say(text, environment.locale, data);
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) throw new UsageError(tell(texts.noUses));
  if (operand === '-' && values.policy === '-') throw new UsageError(tell(texts.bothInput));
  if (values.write && (values.policy === undefined || values.policy === '-'))
    throw new UsageError(tell(texts.writeWhat));
  const read = readUses(await textOf(operand, tell));
  complainOf(read, oneLine(operand), tell, environment);
  if (read.uses.length === 0) throw new UsageError(tell(texts.noneRead, { path: oneLine(operand) }));
  const policy = values.policy === undefined ? undefined : await readAsked(values.policy, environment);
  const facts = createNodeKnowledge(environment.packs);
  const found = policy
    ? narrow(policy, read.uses, facts, callerOf(values, environment.locale))
    : made(read.uses, facts);
  for (const note of found.notes) environment.complain(tell(unchangedWords[note]));
  for (const use of found.left) environment.complain(tell(texts.left, { use: oneLine(nameOf(use)) }));
  if (found.everywhere.length > 0)
    environment.complain(tell(texts.everywhere, { actions: found.everywhere.map(oneLine).join(', ') }));
  if (values.json) environment.print(`${JSON.stringify(asJson(found, read))}\n`);
  if (policy && values.write) {
    if (found.text !== policy.text && !isWritten(policy, found.text, tell, environment)) return exitCodes.notDone;
  } else if (!values.json) environment.print(found.text);
  return found.left.length > 0 || read.unread.length > 0 ? exitCodes.findings : exitCodes.fine;
}

async function textOf(operand: string, tell: Say): Promise<string> {
  const read = await readFound({ kind: operand === '-' ? 'stdin' : 'file', path: operand });
  if ('problem' in read) throw new UsageError(tell(read.problem, { path: oneLine(operand), ...read.data }));
  return read.text;
}

function complainOf({ unread, refused }: Uses, path: string, tell: Say, { complain }: Environment): void {
  for (const { place, text } of unread.slice(0, maxNamed))
    if (text !== '') complain(tell(texts.unread, { path, place, text: oneLine(text.slice(0, 200)) }));
  if (unread.length > maxNamed) complain(tell(texts.more, { path, count: unread.length - maxNamed }));
  if (refused > 0) complain(tell(texts.refused, { count: refused }));
}

const nameOf = ({ action, resource }: Use): string => (resource === undefined ? action : `${action} ${resource}`);

const made = (uses: readonly Use[], facts: Parameters<typeof policyFor>[1]): Narrowed => ({
  ...policyFor(uses, facts),
  notes: [],
  left: [],
});

const asJson = ({ text, left, notes }: Narrowed, { refused, unread }: Uses): object => ({
  policy: text,
  unchanged: notes.length > 0,
  notAllowed: left,
  refused,
  unread: unread.length,
});

/** Whether the file holds the new text now. */
function isWritten({ file, text }: NamedPolicy, after: string, tell: Say, { complain }: Environment): boolean {
  const path = oneLine(file);
  try {
    const done = replaceText(file, text, after) === 'replaced';
    complain(tell(done ? texts.written : texts.changed, { path }));
    return done;
  } catch (error) {
    complain(tell(commonTexts.notWritten, { path, code: codeOf(error) }));
    return false;
  }
}
