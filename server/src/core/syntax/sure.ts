/** Which mistakes of a JSON text leave open where strings begin and end: there is no telling what an edit beside them does. */
import type { Span } from '../span.js';
import type { JsonProblemKind, JsonTree } from './tree.js';

/** Mistakes that leave no doubt about where each string begins and ends. */
const sure: ReadonlySet<JsonProblemKind> = new Set<JsonProblemKind>([
  'empty',
  'comment',
  'trailing-comma',
  'extra-comma',
  'comma-expected',
  'colon-expected',
  'value-expected',
  'key-expected',
  'unclosed-object',
  'unclosed-array',
]);

/** Whether there is no mistake in `span`: a copy of it brings none in. */
export const isSound = ({ problems }: Pick<JsonTree, 'problems'>, span: Span): boolean =>
  problems.every(({ start, end }) => end < span.start || start > span.end);

/** Whether it is sure what in `span`, or in the whole text, is inside a string and what is not. */
export const isSure = ({ problems }: Pick<JsonTree, 'problems'>, span?: Span): boolean =>
  problems.every(
    ({ kind, start, end }) => sure.has(kind) || (span !== undefined && (end < span.start || start > span.end)),
  );
