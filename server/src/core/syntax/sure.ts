/** Which mistakes of a JSON text leave open where strings begin and end: there is no telling what an edit beside them does. */
import { meets, type Span } from '../span.js';
import type { JsonProblemKind, JsonTree } from './tree.js';

/** Mistakes that leave no doubt about where each string begins and ends. */
const clear: ReadonlySet<JsonProblemKind> = new Set<JsonProblemKind>([
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

/** Whether `span` holds no mistake of JSON. What holds one must not be copied: there would be two. */
export const isFlawless = ({ problems }: Pick<JsonTree, 'problems'>, span: Span): boolean =>
  !problems.some((problem) => problem.kind !== 'long-string' && meets(problem, span));

/** Mistakes behind which a person may read the text otherwise than the tree does. */
const doubtful: ReadonlySet<JsonProblemKind> = new Set([
  'unclosed-string',
  'stray-quote',
  'opening-expected',
  'unclosed-object',
  'unclosed-array',
  'unclosed-comment',
  'wrong-quotes',
  'colon-expected',
  'value-expected',
  'key-expected',
  'comma-expected',
  'invalid-escape',
  'invalid-character',
  'unexpected',
]);

/** Whether it is sure where the parts of `span` begin and end: only then can something be put between or around them. */
export const hasSureBounds = ({ problems }: Pick<JsonTree, 'problems'>, span: Span): boolean =>
  !problems.some((problem) => doubtful.has(problem.kind) && meets(problem, span));

/** Whether it is clear where each string of the text begins and ends. */
export const areStringsClear = ({ problems }: Pick<JsonTree, 'problems'>): boolean =>
  problems.every(({ kind }) => clear.has(kind));
