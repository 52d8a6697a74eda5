/** What policies allow, in words: `explain` for files. */
import { explain, explanationInWords, voiceOf, type Knowledge } from '../../core/index.js';
import type { Environment } from '../environment.js';
import { lineText } from './line-text.js';
import { readEach } from './policies.js';

export interface ExplainedPolicy {
  readonly name: string;
  readonly text: string;
}

/** The policies that the operand names. Rejects with a `UsageError` where one of them is none that CAM would take. */
export async function explainFile(
  operand: string,
  facts: Knowledge,
  environment: Environment,
): Promise<readonly ExplainedPolicy[]> {
  const voice = voiceOf(environment.locale);
  return (await readEach(operand, environment)).map(({ name, policy }) => ({
    name,
    text: explanationInWords(explain(policy, facts), facts.catalogue, voice)
      .map((line) => lineText(line, '\n'))
      .join('\n'),
  }));
}
