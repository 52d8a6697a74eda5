/** Every command line of the documentation does what the page shows. `npx tsx test/docs/update.ts` writes what they print into the pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../server/src/cli/commands.js';
import { repository } from '../host/install.js';
import { blocksIn } from './blocks.js';
import { isCommand, runPage } from './commands.js';
import { pages } from './pages.js';

const read = (file: string): string => readFileSync(path.join(repository, file), 'utf8');

/** `cam-policy NAME …` in running text and in blocks of every kind, to the end of the line or of the code span. */
const mentions = (page: string): readonly string[] =>
  [...page.matchAll(/(?<![\w/.@-])cam-policy ([a-z]+(?: [^`\n]*)?)/gu)].map(([, call = '']) => call);

describe('The documentation', () => {
  it('shows commands', () => {
    const shown = pages.map(({ file }) => blocksIn(read(file)).filter(isCommand).length);
    assert.ok(shown.reduce((sum, count) => sum + count) > 3, shown.join(' '));
  });

  for (const { file, language } of pages) {
    const page = read(file);
    if (blocksIn(page).some(isCommand))
      it(`shows commands that do what it says: ${file}`, async () => {
        for (const { block, shown, expected, code, output } of await runPage(page, language)) {
          assert.equal(code, expected, `line ${block.line}:\n${block.text}\n${output}`);
          if (shown) assert.equal(output, shown.text, `line ${block.line}:\n${block.text}`);
        }
      });

    it(`names only commands and options that there are: ${file}`, () => {
      for (const call of mentions(page)) {
        const [name = '', ...words] = call.split(/\s+/u);
        // Prose goes on behind the name: `cam-policy can do` is none.
        const known = commands.get(name);
        const options = words
          .filter((word) => /^--[a-z]/u.test(word))
          .map((word) => word.slice(2).split(/[=\]]/u)[0] ?? '');
        if (known)
          for (const option of options)
            assert.ok(option === 'help' || option in known.options, `cam-policy ${name} has no --${option}`);
        else assert.deepEqual(options, [], `cam-policy ${call}: no such command`);
      }
    });
  }
});
