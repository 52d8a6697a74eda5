/** Places of the server's answers, as VS Code has them. */
import { Range } from 'vscode';
import type { Place } from '../../protocol/place.js';

export const rangeOf = ({ start, end }: Place): Range =>
  new Range(start.line, start.character, end.line, end.character);
