/** The command `check`: lints files and says what it finds. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { say, type Severity } from '../../core/index.js';
import { createNodeCatalogue, createNodeLanguage } from '../../catalogue-file.js';
import type { checkOptions } from '../commands/check.js';
import { exitCodes, type Environment, type ExitCode } from '../environment.js';
import { codeOf, findFiles } from '../files/find.js';
import { readFound } from '../files/read.js';
import { rulePagesBeside } from '../../rule-pages.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { texts } from '../texts.js';
import { checkText, type TextCheck } from './check-text.js';
import { reporterOf, type Counts, type Reporter } from './formats/index.js';
import { readCheckOptions, type CheckOptions } from './options.js';

type Given = Arguments<typeof checkOptions>;

/** Runs `check`. */
export async function runCheck(given: Given, environment: Environment): Promise<ExitCode> {
  const { locale } = environment;
  const { format, output, quiet } = given.values;
  const options = readCheckOptions(given, locale);
  const kept: string[] = [];
  const print = output === undefined ? environment.print : (text: string) => void kept.push(text);
  const reporter = reporterOf(format, { locale, color: isColored(given.values) });
  print(reporter.start());
  const seen = await checkFiles(options, given.values['stdin-filename'], environment, (...file) => {
    print(reporter.file(...file));
  });
  print(reporter.end(seen.shown));
  if (output !== undefined && !write(output, kept, environment)) return exitCodes.notDone;
  if (seen.files === 0 && !seen.incomplete) environment.complain(say(texts.nothingFound, locale));
  else if (!quiet && format === 'text')
    process.stderr.write(`${say(texts.summary, locale, { files: seen.files, ...seen.shown })}\n`);
  if (seen.incomplete) return exitCodes.notDone;
  return seen.all.error > 0 || seen.all.warning > options.maxWarnings ? exitCodes.findings : exitCodes.fine;
}

interface Seen {
  files: number;
  /** Something could not be read, or a rule failed. */
  incomplete: boolean;
  /** Findings by severity. */
  readonly all: Record<Severity, number>;
  /** Those that are shown. */
  readonly shown: Counts & Record<Severity | 'fixable', number>;
}

const none = { error: 0, warning: 0, information: 0, hint: 0 };

/** Checks one file after the other, so that only one text is kept at a time. */
async function checkFiles(
  options: CheckOptions,
  stdinName: string,
  { locale, complain, packs }: Environment,
  show: (...file: Parameters<Reporter['file']>) => void,
): Promise<Seen> {
  const seen: Seen = { files: 0, incomplete: false, all: { ...none }, shown: { ...none, fixable: 0 } };
  let name = '';
  const how: TextCheck = {
    catalogue: createNodeCatalogue(packs),
    language: createNodeLanguage(packs),
    locale,
    // An editor shows documents that are still to be written; what is checked here is finished.
    settings: { 'empty-policy': 'error', ...options.rules },
    rulePage: rulePagesBeside(packs)[locale],
    onFailure(rule, error) {
      seen.incomplete = true;
      complain(say(texts.ruleFailed, locale, { path: oneLine(name), rule, reason: oneLine(String(error)) }));
    },
  };
  for (const found of findFiles(options.paths)) {
    name = found.kind === 'stdin' ? stdinName : found.path.replaceAll(path.sep, '/');
    const read = await readFound(found);
    if ('problem' in read) {
      seen.incomplete = true;
      complain(say(read.problem, locale, { path: oneLine(name), ...read.data }));
      continue;
    }
    seen.files++;
    const { policies, findings } = checkText(read.text, name, how);
    for (const { severity } of findings) seen.all[severity]++;
    const shown = findings.filter(({ severity }) => options.severities.includes(severity));
    for (const { severity, fixable } of shown) {
      seen.shown[severity]++;
      if (fixable) seen.shown.fixable++;
    }
    show({ path: name, policies, findings: shown }, read.text);
  }
  return seen;
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

/** Whether to colour: as asked for; else where a person looks on a terminal that shows colours. */
function isColored({ color, output }: Given['values']): boolean {
  if (color !== 'auto') return color === 'always';
  const { NO_COLOR, TERM } = process.env;
  return output === undefined && process.stdout.isTTY && (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}
