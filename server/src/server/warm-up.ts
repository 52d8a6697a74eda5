/** Diagnoses a policy that nobody sees, while the client gets ready: what the first policy needs is then loaded and compiled. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Context } from '../features/context.js';
import { diagnose } from '../features/diagnostics.js';
import { HostDocument } from '../features/document.js';
import { textOf } from './documents.js';
import { describe } from './guard.js';
import type { Session } from './session.js';

/** A usual policy, with mistakes: what words findings is used, too. */
const sample = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": ["cos:GetObjec", "cos:Put*"], "resource": "qcs::cos:ap-guangzhou:uid/1250000000:examplebucket-1250000000/*" },
    { "effect": "deny", "action": "cos:DeleteBucket", "resource": "*", "condition": { "ip_equal": { "qcs:ip": "10.0.0.1" } } }
  ]
}
`;

/** When a client that sends its documents at once has sent them, in ms. VS Code takes some 20 from the answer to `initialize`. */
const patience = 5;

/** To be called when the client is told what the server can do. Does nothing where documents come first. */
export function warmUpLater({ documents, contextOf, isShutDown, log }: Session): void {
  setTimeout(() => {
    if (documents.all().length > 0 || isShutDown()) return;
    try {
      warmUp(contextOf());
    } catch (error) {
      log(`warming up failed: ${describe(error)}`);
    }
  }, patience);
}

/** What is found in the sample. */
export const warmUp = (context: Context): readonly Diagnostic[] =>
  diagnose(new HostDocument(textOf('untitled:sample.cam.json', sample), context), context);
