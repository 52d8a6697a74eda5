/** `npm run catalogue -- --update | --import <folder> | --report`: refreshes the catalogue's inputs, or tells what it holds. */
import { importDocuments } from './import.js';
import { report } from './report.js';
import { updateFacts } from './update.js';

const [command, argument] = process.argv.slice(2);
switch (command) {
  case '--update':
    console.log(updateFacts());
    break;
  case '--import':
    if (argument === undefined) throw new Error('--import needs the folder with the tables');
    console.log(importDocuments(argument));
    break;
  case '--report':
    console.log(report());
    break;
  default:
    throw new Error('say --update, --import <folder> or --report');
}
