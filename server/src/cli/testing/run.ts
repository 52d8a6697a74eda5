/** The command `test`: runs the tests of files. */
import path from 'node:path';
import { testEnding } from '../../../../protocol/names.js';
import { say } from '../../core/index.js';
import { createNodeCatalogue, createNodeLanguage } from '../../catalogue-file.js';
import type { testOptions } from '../commands/test.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { findFiles } from '../files/find.js';
import { readFound } from '../files/read.js';
import { slashed } from '../files/root.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { formatOf } from './formats/index.js';
import { countsOf, type FileReport } from './report.js';
import { runFile } from './run-file.js';
import { texts } from './texts.js';

type Given = Arguments<typeof testOptions>;

/** Runs `test`. */
export async function runTest({ values, operands }: Given, environment: Environment): Promise<ExitCode> {
  const { locale, complain, packs, print } = environment;
  if (operands.includes('-')) throw new UsageError(say(texts.noStandardInput, locale));
  const facts = { catalogue: createNodeCatalogue(packs), language: createNodeLanguage(packs) };
  const reports: FileReport[] = [];
  const troubles: string[] = [];
  const refused = new Set<string>();
  const trouble = (message: string): void => {
    troubles.push(message);
    complain(message);
  };
  for await (const found of findFiles(operands.length > 0 ? operands : ['.'], { endings: [testEnding] })) {
    const name = slashed(found.path);
    const read = await readFound(found);
    if ('problem' in read) {
      trouble(say(read.problem, locale, { path: oneLine(name), ...read.data }));
      continue;
    }
    const report = await runFile(read.text, found.path, {
      facts,
      locale,
      filter: values.filter,
      coverage: values.coverage,
      readPolicyFile: (file) => textAt(path.resolve(path.dirname(found.path), file)),
    });
    report.problems.forEach(trouble);
    report.leftOut.told.forEach((told) => refused.add(told));
    reports.push(report);
  }
  // Several files may test one policy.
  refused.forEach((told) => {
    complain(told);
  });
  print(formatOf(values.format)(reports, locale));
  const counts = countsOf(reports);
  if (counts.passed + counts.failed + counts.broken === 0 && troubles.length === 0)
    trouble(nothingRun(reports, values.filter, locale));
  if (troubles.length > 0 || counts.broken > 0) return exitCodes.notDone;
  return counts.failed > 0 ? exitCodes.findings : exitCodes.fine;
}

/** A run without tests must not look like one that passed. */
function nothingRun(reports: readonly FileReport[], filter: string | undefined, locale: Environment['locale']): string {
  const [first] = reports;
  if (!first) return say(texts.noTests, locale);
  return filter === undefined
    ? say(texts.emptyFile, locale, { path: oneLine(first.path) })
    : say(texts.noMatch, locale, { filter: oneLine(filter) });
}

async function textAt(file: string): Promise<string | undefined> {
  const read = await readFound({ kind: 'file', path: file });
  return 'problem' in read ? undefined : read.text;
}
