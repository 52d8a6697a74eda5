/** A file of tests for the policy in the editor, to begin with. */
import type { NewTests } from '../../../../protocol/tests.js';
import { fileName } from '../../core/file-name.js';
import { testEnding } from '../../../../protocol/names.js';
import { writeTests } from '../../core/testing/write.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';

/** Null where nothing can be asked about the policy. */
export function newTests(policy: PolicyDocument, context: Context): NewTests | null {
  const text = writeTests(policy.policy, `./${policy.name}`, context, context.locale);
  const base = fileName(policy.uri)
    .replace(/\.[^.]+$/u, '')
    .replace(/\.cam$/u, '');
  return text === undefined ? null : { text, name: `${base}${testEnding}` };
}
