/** `npm run catalogue`: refreshes the catalogue's inputs, or tells what it holds. */
import { writeFileSync } from 'node:fs';
import { importDescriptions } from './describe.js';
import { importDocuments } from './import.js';
import { readGenerated } from './generate.js';
import { usageFile, usageOfHalfFile } from './paths.js';
import { report } from './report.js';
import { updateFacts } from './update.js';
import { oddOnes, usageOf } from './usage.js';

const usage = `npm run catalogue -- COMMAND

  --update            reads names and parameters from the pinned SDK packages into server/catalogue/facts/
  --import FOLDER...  brings tables of documented facts into server/catalogue/documents/, those of older folders first
  --describe FOLDER   takes sentences on actions over into server/catalogue/descriptions/, and names those that are not right
  --count POLICIES DOCUMENTS...
                      counts what policies and documents name, into server/catalogue/usage.json, and for the test that measures
                      the order once more without every second policy
  --report            prints what the catalogue holds, by class of evidence and year of source, and its sizes
`;

const [command, ...folders] = process.argv.slice(2);
switch (command) {
  case '--update':
    console.log(updateFacts());
    break;
  case '--import':
    if (folders.length === 0) throw new Error('--import needs the folders with the tables');
    console.log(importDocuments(folders));
    break;
  case '--describe':
    if (folders[0] === undefined) throw new Error('--describe needs the folder with the sentences');
    console.log(importDescriptions(folders[0]));
    break;
  case '--count':
    if (folders[0] === undefined) throw new Error('--count needs the folder with the policies');
    writeFileSync(usageFile, usageOf(folders[0], folders.slice(1), readGenerated()));
    writeFileSync(usageOfHalfFile, usageOf(folders[0], folders.slice(1), readGenerated(), oddOnes));
    break;
  case '--report':
    console.log(report());
    break;
  case undefined:
    console.log(usage);
    break;
  default:
    console.error(usage);
    process.exitCode = 2;
}
