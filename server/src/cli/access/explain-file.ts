/** The command `explain` for files: what a policy allows, in words. */
import { explain, explanationInWords, say, voiceOf } from '../../core/index.js';
import { createNodeCatalogue, createNodeLanguage } from '../../catalogue-file.js';
import type { explainOptions } from '../commands/explain.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { lineText } from './line-text.js';
import { readNamed } from './policies.js';
import { texts } from './texts.js';

/** Runs `explain`. */
export async function runExplain(
  { operands }: Arguments<typeof explainOptions>,
  environment: Environment,
): Promise<ExitCode> {
  const { locale, packs, print } = environment;
  if (operands.length === 0) throw new UsageError(say(texts.noPolicy, locale));
  const facts = { catalogue: createNodeCatalogue(packs), language: createNodeLanguage(packs) };
  for (const operand of operands) {
    const { name, policy } = await readNamed(operand, environment);
    const lines = explanationInWords(explain(policy, facts), facts.catalogue, voiceOf(locale));
    const title = operands.length > 1 ? `# ${oneLine(name)}\n` : '';
    print(`${title}${lines.map((line) => `${lineText(line, '\n')}\n`).join('')}`);
  }
  return exitCodes.fine;
}
