/** The command `check`: lints files and says what it finds. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { say, severities, type Severity } from '../core/index.js';
import { createNodeCatalogue, createNodeLanguage } from '../catalogue-file.js';
import { checkText, type TextCheck } from './check-text.js';
import { codeOf, findFiles } from './find.js';
import { reporterOf, type Counts, type Reporter } from './formats/index.js';
import { oneLine } from './one-line.js';
import { readCheckOptions, type CheckOptions } from './options.js';
import { exitCodes, type ExitCode, type Terminal } from './platform.js';
import { readFound } from './read.js';
import { texts } from './texts.js';

/** Runs `check` with the arguments behind its name. `packs`: the folder of the catalogue, which lies beside the folder of the docs. */
export async function check(args: readonly string[], terminal: Terminal, packs: string): Promise<ExitCode> {
  const options = readCheckOptions(args, terminal.locale);
  const kept: string[] = [];
  const print = options.output === undefined ? terminal.print : (text: string) => void kept.push(text);
  const reporter = reporterOf(options.format, { locale: terminal.locale, color: isColored(options) });
  print(reporter.start());
  const seen = await checkFiles(options, terminal, packs, (...file) => print(reporter.file(...file)));
  print(reporter.end(seen.shown));
  if (options.output !== undefined && !write(options.output, kept, terminal)) return exitCodes.notDone;
  if (seen.files === 0 && !seen.incomplete) terminal.complain(say(texts.nothingFound, terminal.locale));
  else if (!options.quiet && options.format === 'text')
    process.stderr.write(`${say(texts.summary, terminal.locale, { files: seen.files, ...seen.shown })}\n`);
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
  { locale, complain }: Terminal,
  packs: string,
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
    rulePage: `${pathToFileURL(path.join(packs, '..', 'docs', 'rules')).href}/{code}.md`,
    onFailure(rule, error) {
      seen.incomplete = true;
      complain(say(texts.ruleFailed, locale, { path: oneLine(name), rule, reason: oneLine(String(error)) }));
    },
  };
  const shownSeverities: readonly Severity[] = severities.slice(0, severities.indexOf(options.minSeverity) + 1);
  for (const found of findFiles(options.paths)) {
    name = found.kind === 'stdin' ? options.stdinName : found.path.replaceAll(path.sep, '/');
    const read = await readFound(found);
    if ('problem' in read) {
      seen.incomplete = true;
      complain(say(read.problem, locale, { path: oneLine(name), ...read.data }));
      continue;
    }
    seen.files++;
    const { policies, findings } = checkText(read.text, name, how);
    for (const { severity } of findings) seen.all[severity]++;
    const shown = findings.filter(({ severity }) => shownSeverities.includes(severity));
    for (const { severity, fixable } of shown) {
      seen.shown[severity]++;
      if (fixable) seen.shown.fixable++;
    }
    show({ path: name, policies, findings: shown }, read.text);
  }
  return seen;
}

function write(file: string, parts: readonly string[], { locale, complain }: Terminal): boolean {
  try {
    writeFileSync(file, parts.join(''));
    return true;
  } catch (error) {
    complain(say(texts.notWritten, locale, { path: oneLine(file), code: codeOf(error) }));
    return false;
  }
}

/** Whether to colour: as asked for; else where a person looks on a terminal that shows colours. */
function isColored({ color, output }: CheckOptions): boolean {
  if (color !== 'auto') return color === 'always';
  const { NO_COLOR, TERM } = process.env;
  return output === undefined && process.stdout.isTTY && (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}
