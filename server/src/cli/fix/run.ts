/** The command `fix`: applies the fixes that need no person's eye. */
import { createNodeKnowledge } from '../../catalogue-file.js';
import { say, type Locale } from '../../core/text.js';
import type { ShownFinding } from '../check/check-text.js';
import type { fixOptions } from '../commands/fix.js';
import { exitCodes, type Environment, type ExitCode } from '../environment.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { rewriteFiles } from '../rewrite/rewrite.js';
import { rulesOf } from '../rule-levels.js';
import { texts } from '../texts.js';
import { fixText } from './fix-text.js';

/** So many errors that are left are listed; `check` lists all. */
const mostListed = 10;

interface Left {
  readonly path: string;
  readonly error: ShownFinding;
}

/** Runs `fix`. */
export async function runFix(
  { values, operands }: Arguments<typeof fixOptions>,
  environment: Environment,
): Promise<ExitCode> {
  const { locale } = environment;
  const knowledge = createNodeKnowledge(environment.packs);
  const left: Left[] = [];
  const done = await rewriteFiles(
    {
      paths: operands.length > 0 ? operands : ['.'],
      mode: values['dry-run'] ? 'patch' : 'write',
      stdinName: values['stdin-filename'],
      configuration: values,
      rules: rulesOf(values.rule, locale),
      rewrite({ text, path, settings }, complain) {
        const fixed = fixText(text, path, settings, knowledge, locale, (rule, error) => {
          complain(say(texts.ruleFailed, locale, { path: oneLine(path), rule, reason: oneLine(String(error)) }));
        });
        left.push(...fixed.errors.map((error) => ({ path, error })));
        return fixed.text;
      },
    },
    environment,
  );
  const { files, changed, incomplete } = done;
  if (files === 0 && !incomplete) environment.complain(say(texts.nothingFound, locale));
  else if (!values.quiet) {
    process.stderr.write(`${say(texts.fixSummary, locale, { files, changed, errors: left.length })}\n`);
    if (left.length > 0) process.stderr.write(listed(left, locale));
  }
  if (incomplete) return exitCodes.notDone;
  return left.length > 0 || (values['dry-run'] && changed > 0) ? exitCodes.findings : exitCodes.fine;
}

/** The first errors that are left, one a line, and what to do about them. */
function listed(left: readonly Left[], locale: Locale): string {
  const lines = left.slice(0, mostListed).map(({ path, error: { line, column, rule, message } }) => {
    const at = `${oneLine(path)}:${line}:${column}`;
    return `  ${at} ${rule}: ${oneLine(message)}`;
  });
  if (left.length > mostListed) lines.push(`  ${say(texts.fixMore, locale, { count: left.length - mostListed })}`);
  return `${[say(texts.fixLeft, locale), ...lines].join('\n')}\n`;
}
