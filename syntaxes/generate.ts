/** Writes the grammar's JSON form; part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { grammarPath, grammarText } from './source/grammar.js';

export function generateGrammar(): void {
  writeFileSync(grammarPath, grammarText());
}
