/** The command `fix`: applies the fixes that need no person's eye. */
import { createNodeKnowledge } from '../../catalogue-file.js';
import { say } from '../../core/text.js';
import type { fixOptions } from '../commands/fix.js';
import { exitCodes, type Environment, type ExitCode } from '../environment.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { rewriteFiles } from '../rewrite/rewrite.js';
import { rulesOf } from '../rule-levels.js';
import { texts } from '../texts.js';
import { fixText } from './fix-text.js';

/** Runs `fix`. */
export async function runFix(
  { values, operands }: Arguments<typeof fixOptions>,
  environment: Environment,
): Promise<ExitCode> {
  const { locale } = environment;
  const knowledge = createNodeKnowledge(environment.packs);
  let errors = 0;
  const done = await rewriteFiles(
    {
      paths: operands.length > 0 ? operands : ['.'],
      mode: values['dry-run'] ? 'patch' : 'write',
      stdinName: values['stdin-filename'],
      configuration: values,
      rules: rulesOf(values.rule, locale),
      rewrite({ text, path, settings }, complain) {
        const fixed = fixText(text, path, settings, knowledge, (rule, error) => {
          complain(say(texts.ruleFailed, locale, { path: oneLine(path), rule, reason: oneLine(String(error)) }));
        });
        errors += fixed.errors;
        return fixed.text;
      },
    },
    environment,
  );
  const { files, changed, incomplete } = done;
  if (files === 0 && !incomplete) environment.complain(say(texts.nothingFound, locale));
  else if (!values.quiet) process.stderr.write(`${say(texts.fixSummary, locale, { files, changed, errors })}\n`);
  if (incomplete) return exitCodes.notDone;
  return errors > 0 || (values['dry-run'] && changed > 0) ? exitCodes.findings : exitCodes.fine;
}
