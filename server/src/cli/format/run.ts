/** The command `format`: lays out policies. */
import { applyEdits, formatJson, policiesIn } from '../../core/index.js';
import { say } from '../../core/text.js';
import type { formatOptions } from '../commands/format.js';
import { exitCodes, type Environment, type ExitCode } from '../environment.js';
import type { Arguments } from '../options.js';
import { rewriteFiles, type RewriteMode } from '../rewrite/rewrite.js';
import { texts } from '../texts.js';

/** Runs `format`. */
export async function runFormat(
  { values, operands }: Arguments<typeof formatOptions>,
  environment: Environment,
): Promise<ExitCode> {
  const { locale } = environment;
  const mode: RewriteMode = values['dry-run'] ? 'patch' : values.check ? 'name' : 'write';
  const insertSpaces = values.indent !== 'tab';
  const tabSize = insertSpaces ? Number(values.indent) : 2;
  const { files, changed, incomplete } = await rewriteFiles(
    {
      paths: operands.length > 0 ? operands : ['.'],
      mode,
      stdinName: values['stdin-filename'],
      configuration: values,
      rules: {},
      rewrite: ({ text, path }) =>
        isPolicy(text, path) ? applyEdits(text, formatJson(text, undefined, { tabSize, insertSpaces })) : text,
    },
    environment,
  );
  if (files === 0 && !incomplete) environment.complain(say(texts.nothingFound, locale));
  else if (!values.quiet) {
    const summary = mode === 'write' ? texts.formatSummary : texts.formatNeeded;
    process.stderr.write(`${say(summary, locale, { files, changed })}\n`);
  }
  if (incomplete) return exitCodes.notDone;
  return mode !== 'write' && changed > 0 ? exitCodes.findings : exitCodes.fine;
}

/** Whether a text is a policy and nothing else. */
function isPolicy(text: string, name: string): boolean {
  const [first, ...others] = policiesIn(text, '', name);
  return first !== undefined && first.pieces === undefined && others.length === 0;
}
