/** `npm run new-rule <code> [group]`: writes a rule's three files from templates whose tests fail until they are filled in, and generates what lists rules. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { newRuleFiles } from './generate/new-rule.js';

const [code = '', group = 'document'] = process.argv.slice(2);
for (const [file, text] of newRuleFiles(code, group)) {
  // Never writes over a rule that is there.
  writeFileSync(file, text, { flag: 'wx' });
  console.log(file);
}
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], { stdio: 'inherit' });
