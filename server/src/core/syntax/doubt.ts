/** What may be done with a part of a JSON text that has mistakes: copied, moved, put something around. Decides nothing else. */
import { meets, type Span } from '../span.js';
import type { JsonProblemKind, JsonTree } from './tree.js';

/** Whether `span` holds no mistake of JSON. What holds one must not be copied: there would be two. */
export const isFlawless = ({ problems }: JsonTree, span: Span): boolean =>
  !problems.some((problem) => problem.kind !== 'long-string' && meets(problem, span));

/** Mistakes behind which a person may read the text otherwise than the tree does. */
const doubtful: ReadonlySet<JsonProblemKind> = new Set([
  'unclosed-string',
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
export const hasSureBounds = ({ problems }: JsonTree, span: Span): boolean =>
  !problems.some((problem) => doubtful.has(problem.kind) && meets(problem, span));
