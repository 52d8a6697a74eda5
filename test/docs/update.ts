/** `npx tsx test/docs/update.ts`: writes into the pages what their command lines print. Look at the difference before you commit it. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../host/install.js';
import { runPage } from './commands.js';
import { pages } from './pages.js';

async function main(): Promise<void> {
  for (const { file, language } of pages) {
    const name = path.join(repository, file);
    const page = await readFile(name, 'utf8');
    const lines = page.split('\n');
    // From the end, so that the lines of those before stay where they are.
    for (const { shown, output } of [...(await runPage(page, language))].reverse())
      if (shown) lines.splice(shown.line, shown.text.split('\n').length - 1, ...output.trimEnd().split('\n'));
    const written = lines.join('\n');
    if (written !== page) await writeFile(name, written);
  }
}

void main();
