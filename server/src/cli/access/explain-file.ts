/** What a policy allows, in words: `explain` for files. */
import { explain, explanationInWords, voiceOf, type Knowledge } from '../../core/index.js';
import type { Environment } from '../environment.js';
import { lineText } from './line-text.js';
import { readNamed } from './policies.js';

/** Rejects with a `UsageError` where the operand names no policy that CAM would take. */
export async function explainFile(operand: string, facts: Knowledge, environment: Environment): Promise<string> {
  const { policy } = await readNamed(operand, environment);
  const lines = explanationInWords(explain(policy, facts), facts.catalogue, voiceOf(environment.locale));
  return lines.map((line) => lineText(line, '\n')).join('\n');
}
