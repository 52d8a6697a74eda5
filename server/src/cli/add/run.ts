/** The command `add`: adds the statement that an access-denied message misses. */
import path from 'node:path';
import { createNodeKnowledge } from '../../catalogue-file.js';
import { say, type Locale, type Text } from '../../core/index.js';
import { readNamed } from '../access/policies.js';
import type { addOptions } from '../commands/add.js';
import { addTo, type Added } from '../editor/add.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { codeOf } from '../files/found.js';
import { readFound } from '../files/read.js';
import { replaceText } from '../files/replace.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { texts as commonTexts } from '../texts.js';
import { texts } from './texts.js';

type Data = { readonly [name: string]: string | number };

/** Runs `add`. Rejects with a `UsageError` where there is no policy or no message. */
export async function runAdd(
  { values, operands }: Arguments<typeof addOptions>,
  environment: Environment,
): Promise<ExitCode> {
  const { locale, packs, print, complain } = environment;
  const [operand, ...others] = operands;
  if (operand === undefined || operand === '-' || others.length > 0) throw new UsageError(say(texts.noFile, locale));
  const { file, text, index } = await readNamed(operand, environment);
  const tell = (said: Text, data: Data = {}): string =>
    say(said, locale, { path: oneLine(file.replaceAll(path.sep, '/')), ...data });
  const message = await messageIn(locale);
  const knowledge = createNodeKnowledge(packs);
  const ask = (chosen: readonly string[]): Added =>
    addTo({ text, name: file, index }, message, chosen, knowledge, locale);
  const offered = new Set(values.choose.length > 0 ? ask([]).choices?.flatMap(({ actions }) => actions) : []);
  const odd = values.choose.find((name) => !offered.has(name));
  if (odd !== undefined) throw new UsageError(tell(texts.notOffered, { name: oneLine(odd) }));
  const result = ask(values.choose);
  for (const note of result.notes) complain(oneLine(note));
  for (const { resource, actions } of result.choices ?? [])
    complain(tell(texts.choose, { resource: oneLine(resource), actions: actions.join(', ') }));
  if (values['dry-run']) print(result.text);
  else if (result.text !== text && !written(file, text, result.text, tell, complain)) return exitCodes.notDone;
  complain(summary(result, values['dry-run'], tell));
  return result.added.length > 0 && result.choices === undefined ? exitCodes.fine : exitCodes.findings;
}

type Tell = (text: Text, data?: Data) => string;

const summary = ({ added }: Added, dryRun: boolean, tell: Tell): string =>
  added.length === 0 ? tell(texts.nothing) : tell(dryRun ? texts.would : texts.added, { names: added.join(', ') });

async function messageIn(locale: Locale): Promise<string> {
  const read = await readFound({ kind: 'stdin', path: '-' });
  if ('problem' in read) throw new UsageError(say(read.problem, locale, { path: '-', ...read.data }));
  if (read.text.trim() === '') throw new UsageError(say(texts.noMessage, locale));
  return read.text;
}

/** Whether the file holds the new text now. */
function written(file: string, before: string, after: string, tell: Tell, complain: Environment['complain']): boolean {
  try {
    if (replaceText(file, before, after) === 'replaced') return true;
    complain(tell(texts.changed));
  } catch (error) {
    complain(tell(commonTexts.notWritten, { code: codeOf(error) }));
  }
  return false;
}
