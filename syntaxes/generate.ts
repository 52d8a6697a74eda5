/** Writes the grammar's JSON form. */
import { writeFileSync } from 'node:fs';
import { grammarPath, grammarText } from './source/grammar.js';

writeFileSync(grammarPath, grammarText());
