/** Asks the registry whether what ships has known weaknesses. Where no registry answers, nothing is known and nothing fails. */
import { attempt, npmCommand } from '../test/host/process.js';
import { verdictOf } from './audit-verdict.js';

export async function audit(): Promise<boolean> {
  const [command, ...before] = npmCommand();
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=10000'];
  const { output } = await attempt(command, [...before, ...args]);
  const { holds, says } = verdictOf(output);
  console.log(says);
  return holds;
}
