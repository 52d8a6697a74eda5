/** The command `check`: lints files and says what it finds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../core/index.js';
import { createNodeKnowledge } from '../../catalogue-file.js';
import { rulePagesBeside } from '../../rule-pages.js';
import { isColored } from '../color.js';
import type { checkOptions } from '../commands/check.js';
import { openConfigurations } from '../configuration.js';
import { exitCodes, type Environment, type ExitCode } from '../environment.js';
import { fileNamer, textsIn, type NamedFile } from '../files/texts-in.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { createProgress, type Progress } from '../progress.js';
import { texts } from '../texts.js';
import { checkText, type CheckedText } from './check-text.js';
import { configurationFindings } from './configuration-findings.js';
import { reporterOf, type Reporter } from './formats/index.js';
import { readCheckOptions, type CheckOptions } from './options.js';
import { statistics, type Statistics } from './statistics.js';
import { outputTo, type Output } from './output.js';
import { count, emptyTally, failing, fails, type Tally } from './tally.js';

type Given = Arguments<typeof checkOptions>;

/** Runs `check`. */
export async function runCheck(given: Given, environment: Environment): Promise<ExitCode> {
  const { locale, packs } = environment;
  const { format, quiet } = given.values;
  const options = readCheckOptions(given, locale);
  const progress = createProgress({ stream: process.stderr, now: () => performance.now(), locale });
  const print = (text: string): void => {
    if (text === '') return;
    progress.clear();
    environment.print(text);
  };
  const report = outputTo(given.values.output, print, environment);
  const counted = statistics(locale);
  const started = performance.now();
  const page = (rule: string): string | undefined => pageAt(rulePagesBeside(packs)[locale].replace('{code}', rule));
  const reporter = reporterOf(format, { locale, color: isColored(given.values), page });
  report.add(reporter.start?.() ?? '');
  const tally = await checkFiles({ given, options, reporter, report, environment, progress, counted });
  progress.clear();
  report.add(reporter.end?.({ counts: tally.shown, failing: failing(tally, options.maxWarnings) }) ?? '');
  if (!report.end()) return exitCodes.notDone;
  if (tally.files === 0 && !tally.incomplete) environment.complain(say(texts.nothingFound, locale));
  else if (!quiet && format === 'text')
    process.stderr.write(`${say(texts.summary, locale, { files: tally.files, ...tally.shown })}\n`);
  if (given.values.statistics) process.stderr.write(counted.written(tally.files, performance.now() - started));
  if (tally.incomplete) return exitCodes.notDone;
  return fails(tally, options.maxWarnings) ? exitCodes.findings : exitCodes.fine;
}

interface Task {
  readonly given: Given;
  readonly options: CheckOptions;
  readonly reporter: Reporter;
  readonly report: Output;
  readonly environment: Environment;
  readonly progress: Progress;
  readonly counted: Statistics;
}

async function checkFiles(task: Task): Promise<Tally> {
  const { given, options, reporter, report, environment, progress, counted } = task;
  const { locale, complain, packs } = environment;
  const { paths } = options;
  const tally = emptyTally();
  const trouble = (file: NamedFile | undefined, message: string): void => {
    tally.incomplete = true;
    if (file) report.checks(file.path);
    progress.clear();
    complain(message);
    if (file) reporter.problem?.(file, message);
  };
  const configurations = await openConfigurations(given.values, options.rules, locale, (message) => {
    trouble(undefined, message);
  });
  const check = { ...createNodeKnowledge(packs), locale, rulePage: rulePagesBeside(packs)[locale] };
  const show = (file: NamedFile, checked: CheckedText, text: string): void => {
    const findings = count(tally, checked.findings, options.severities);
    counted.add({ ...checked, findings });
    report.add(reporter.file({ ...file, ...checked, findings }, text));
  };
  const stdinName = given.values['stdin-filename'];
  const source = { paths, stdinName, configurations, locale, trouble };
  for await (const { text, settings, path: name, fromRoot, file: place } of textsIn(source)) {
    if (place !== undefined) report.checks(place);
    const file = { path: name, fromRoot };
    progress.at(name, tally.files);
    const onFailure = (rule: string, error: unknown): void => {
      trouble(file, say(texts.ruleFailed, locale, { path: oneLine(name), rule, reason: oneLine(String(error)) }));
    };
    show(file, checkText(text, name, settings, { ...check, onFailure }), text);
    tally.files++;
  }
  const named = fileNamer();
  for (const file of configurations.files()) report.checks(file);
  for (const faulty of configurations.faulty(paths))
    show(named(path.relative('.', faulty.file)), configurationFindings(faulty, locale), faulty.text);
  return tally;
}

/** The text of the page at an address; undefined where it cannot be read. */
function pageAt(address: string): string | undefined {
  try {
    return readFileSync(fileURLToPath(address), 'utf8');
  } catch {
    return undefined;
  }
}
