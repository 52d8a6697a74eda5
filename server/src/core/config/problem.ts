/** What is wrong with a configuration. */
import type { Severity } from '../lint/finding.js';
import type { Span } from '../span.js';
import type { Text, TextData } from '../text.js';

export interface ConfigurationProblem {
  readonly code: 'configuration' | 'expired-suppression' | 'unused-suppression' | 'policy-test';
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Text;
  readonly data?: TextData;
  /** Whether an editor that knows JSON and the schema says the same. */
  readonly isFormal: boolean;
}

/** Where problems go while a configuration is read. */
export type Report = (problem: Omit<ConfigurationProblem, 'code' | 'severity'>) => void;
