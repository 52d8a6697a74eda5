/** What may be written at an offset of a configuration. */
import type { Span } from '../span.js';
import type { JsonTree } from '../syntax/json.js';
import type { Text } from '../text.js';
import type { Shape } from './shape.js';
import { innermost, namesIn, spotAt } from './spot.js';

/** A name or a value that may stand at an offset. */
export interface Choice {
  /** The text without quotes. */
  readonly value: string;
  readonly about: Text;
  /** For a member's name: what its value is. */
  readonly shape?: Shape;
}

export interface Choices {
  /** What is replaced: the string at the offset with its quotes, or nothing. */
  readonly span: Span;
  readonly choices: readonly Choice[];
}

/** The choices at `offset` of a configuration of that shape; undefined where anything, or nothing, may stand. */
export function choicesAt(tree: JsonTree, shape: Shape, offset: number): Choices | undefined {
  const spot = spotAt(tree, shape, offset);
  const of = spot?.shape;
  if (spot?.isName && of?.kind === 'object') {
    const names = namesIn(of, innermost(spot), spot.text);
    return { span: spot.whole, choices: names.map(([value, { about, shape: own }]) => ({ value, about, shape: own })) };
  }
  if (!spot || spot.isName || of?.kind !== 'choice') return undefined;
  return { span: spot.whole, choices: [...of.values].map(([value, about]) => ({ value, about })) };
}
