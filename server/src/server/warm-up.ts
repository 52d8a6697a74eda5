/** Diagnoses policies that nobody sees, while the client gets ready: what the first policy needs is then loaded and compiled. */
import type { Diagnostic } from 'vscode-languageserver';
import { rules } from '../core/lint/rules/index.js';
import type { Context } from '../features/context.js';
import { diagnose } from '../features/diagnostics.js';
import { HostDocument } from '../features/document.js';
import { textOf } from './documents.js';
import { failureOf } from './guard.js';
import type { ServerPorts } from './session.js';

const policy = (...statements: readonly string[]): string =>
  `{ "version": "2.0", "statement": [${statements.join(', ')}] }`;

/** From an empty policy to a usual one with mistakes: each needs a part more than the one before, a few ms of work. What words findings is used, too. */
const samples: readonly string[] = [
  policy(),
  policy('{ "effect": "allow", "action": "cos:GetObject", "resource": "*" }'),
  policy(
    '{ "effect": "allow", "action": ["cos:GetObject", "cos:Put*"], "resource": "qcs::cos:ap-guangzhou:uid/1250000000:examplebucket-1250000000/*" }',
  ),
  policy(
    '{ "effect": "allow", "action": "cos:GetObjec", "resource": "*" }',
    '{ "effect": "deny", "action": "cos:DeleteBucket", "resource": "*", "condition": { "ip_equal": { "qcs:ip": "10.0.0.1" } } }',
  ),
];

export type WarmUpPorts = Pick<ServerPorts, 'catalogue' | 'language' | 'nextTurn'>;

/**
 * To be called when the server listens. Messages are read between the samples; the rest of them is left out as soon as `isNeeded` answers no, because a document is there
 * or nobody will open one. `onFailure` is told of each rule that throws. Resolves when that is done; rejects with what else diagnosing threw.
 */
export async function warmUp(
  { catalogue, language, nextTurn }: WarmUpPorts,
  isNeeded: () => boolean,
  onFailure: NonNullable<Context['onFailure']>,
): Promise<readonly Diagnostic[]> {
  const context: Context = { catalogue, language, rules, settings: {}, locale: 'en', rulePage: undefined, onFailure };
  const found: Diagnostic[] = [];
  for (const sample of samples) {
    await nextTurn();
    if (!isNeeded()) break;
    found.push(...diagnose(new HostDocument(textOf('untitled:sample.cam.json', sample), context), context));
  }
  return found;
}

/** As `warmUp`, with failures in the log. */
export const warmUpLater = (ports: WarmUpPorts, isNeeded: () => boolean, log: (message: string) => void): void => {
  warmUp(ports, isNeeded, (code, error) => {
    log(failureOf(`rule ${code}`, error));
  }).catch((error: unknown) => {
    log(failureOf('warming up', error));
  });
};
