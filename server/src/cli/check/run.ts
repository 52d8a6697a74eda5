/** The command `check`: lints files and says what it finds. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../core/index.js';
import { createNodeCatalogue, createNodeLanguage } from '../../catalogue-file.js';
import { rulePagesBeside } from '../../rule-pages.js';
import { isColored } from '../color.js';
import type { checkOptions } from '../commands/check.js';
import { configFor, type ConfigFor } from '../configuration.js';
import { exitCodes, type Environment, type ExitCode } from '../environment.js';
import { codeOf, findFiles } from '../files/find.js';
import { readFound } from '../files/read.js';
import { namesFrom, repositoryOf, slashed } from '../files/root.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { texts } from '../texts.js';
import { checkText, type TextCheck } from './check-text.js';
import { reporterOf, type NamedFile, type Reporter } from './formats/index.js';
import { readCheckOptions, type CheckOptions } from './options.js';
import { count, emptyTally, failing, fails, type Tally } from './tally.js';

type Given = Arguments<typeof checkOptions>;

/** Runs `check`. */
export async function runCheck(given: Given, environment: Environment): Promise<ExitCode> {
  const { locale, packs } = environment;
  const { format, output, quiet } = given.values;
  const options = readCheckOptions(given, locale);
  const kept: string[] = [];
  const print = output === undefined ? environment.print : (text: string) => void kept.push(text);
  const page = (rule: string): string | undefined => pageAt(rulePagesBeside(packs)[locale].replace('{code}', rule));
  const reporter = reporterOf(format, { locale, color: isColored(given.values), page });
  print(reporter.start?.() ?? '');
  const tally = await checkFiles({ options, stdinName: given.values['stdin-filename'], reporter, print, environment });
  print(reporter.end?.({ counts: tally.shown, failing: failing(tally, options.maxWarnings) }) ?? '');
  if (output !== undefined && !write(output, kept, environment)) return exitCodes.notDone;
  if (tally.files === 0 && !tally.incomplete) environment.complain(say(texts.nothingFound, locale));
  else if (!quiet && format === 'text')
    process.stderr.write(`${say(texts.summary, locale, { files: tally.files, ...tally.shown })}\n`);
  if (tally.incomplete) return exitCodes.notDone;
  return fails(tally, options.maxWarnings) ? exitCodes.findings : exitCodes.fine;
}

interface Task {
  readonly options: CheckOptions;
  readonly stdinName: string;
  readonly reporter: Reporter;
  readonly print: (text: string) => void;
  readonly environment: Environment;
}

/** Checks one file after the other, so that only one text is kept at a time. */
async function checkFiles({ options, stdinName, reporter, print, environment }: Task): Promise<Tally> {
  const { locale, complain } = environment;
  const tally = emptyTally();
  const nameFromRoot = namesFrom(repositoryOf('.') ?? process.cwd());
  let current: NamedFile = { path: '', fromRoot: '' };
  const trouble = (message: string): void => {
    tally.incomplete = true;
    complain(message);
    reporter.problem?.(current, message);
  };
  const how = textCheck(environment, (rule, error) => {
    trouble(say(texts.ruleFailed, locale, { path: oneLine(current.path), rule, reason: oneLine(String(error)) }));
  });
  const settingsOf: ConfigFor = configFor(options.rules);
  for (const found of findFiles(options.paths)) {
    const name = found.kind === 'stdin' ? stdinName : found.path;
    current = { path: slashed(name), fromRoot: nameFromRoot(name) };
    const settings = await settingsOf(path.resolve(name));
    if (settings.ignored) continue;
    const read = await readFound(found);
    if ('problem' in read) {
      trouble(say(read.problem, locale, { path: oneLine(current.path), ...read.data }));
      continue;
    }
    const checked = checkText(read.text, current.path, settings, how);
    const findings = count(tally, checked.findings, options.severities);
    print(reporter.file({ ...current, ...checked, findings }, read.text));
  }
  return tally;
}

const textCheck = ({ packs, locale }: Environment, onFailure: TextCheck['onFailure']): TextCheck => ({
  catalogue: createNodeCatalogue(packs),
  language: createNodeLanguage(packs),
  locale,
  rulePage: rulePagesBeside(packs)[locale],
  onFailure,
});

/** The text of the page at an address; undefined where it cannot be read. */
function pageAt(address: string): string | undefined {
  try {
    return readFileSync(fileURLToPath(address), 'utf8');
  } catch {
    return undefined;
  }
}

function write(file: string, parts: readonly string[], { locale, complain }: Environment): boolean {
  try {
    writeFileSync(file, parts.join(''));
    return true;
  } catch (error) {
    complain(say(texts.notWritten, locale, { path: oneLine(file), code: codeOf(error) }));
    return false;
  }
}
