/** A file of tests as features see it, with the policies that it names. */
import type { Range } from 'vscode-languageserver-types';
import type { Policy } from '../../core/policy/model.js';
import type { Span } from '../../core/span.js';
import { subjectOf, type Loaded, type Subject } from '../../core/testing/load.js';
import type { TestFile } from '../../core/testing/test-file.js';
import type { Text } from '../positions.js';

export interface TestDocument {
  /** The text, for positions in it. */
  readonly text: Pick<Text, 'uri' | 'version' | 'positionAt' | 'offsetAt'>;
  readonly file: TestFile;
  readonly loaded: Loaded;
}

export const rangeIn = ({ text }: TestDocument, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** What is tested; undefined where a policy cannot be had. */
export function subjectIn({ file, loaded }: TestDocument): Subject | undefined {
  const subject = subjectOf(file, loaded);
  return 'problem' in subject ? undefined : subject;
}

/** The policies that are tested, as far as they can be had. */
export const policiesIn = ({ file, loaded }: TestDocument): readonly Policy[] =>
  [...file.policies, ...(file.boundary ? [file.boundary] : [])].flatMap(({ text }) => {
    const found = loaded.get(text);
    return found && 'policy' in found ? [found.policy] : [];
  });
