/** A file of tests for the policy in the editor, to begin with. */
import type { NewTests } from '../../../../protocol/tests.js';
import { chosenPolicy } from '../../core/embed/choose.js';
import { fileName } from '../../core/file-name.js';
import { testEnding } from '../../../../protocol/names.js';
import { writeTests } from '../../core/testing/write.js';
import type { Context } from '../context.js';
import type { HostDocument, PolicyDocument } from '../document.js';

/** Null where nothing can be asked about the policy. */
export function newTests(policy: PolicyDocument, host: HostDocument | undefined, context: Context): NewTests | null {
  const name = fileName(policy.uri);
  const all = host?.policies ?? [policy];
  const index = all.findIndex(({ embedded }) => embedded.span.start === policy.embedded.span.start);
  const own = policy.embedded.name ?? '';
  const isNamed =
    chosenPolicy(
      all.map(({ embedded }) => embedded),
      own,
    ) === policy.embedded;
  const reference = all.length > 1 ? `./${name}#${isNamed ? own : index + 1}` : `./${name}`;
  const text = writeTests(policy.policy, reference, context, context.locale);
  const base = name.replace(/\.[^.]+$/u, '').replace(/\.cam$/u, '');
  return text === undefined ? null : { text, name: `${base}${testEnding}` };
}
