import assert from 'node:assert/strict';
import { command } from '../../server/src/cli/command.js';
import { withCommands } from './command-page.js';

const text = (en: string) => ({ en, zh: `${en}，` });
const help = { summary: text('Sorts *.'), operands: text('[PATH]'), exits: text('0 fine') };
const sort = command(help, { by: { type: 'string', value: 'A|B', help: text('how') } }, () => Promise.resolve(0));
const commands = new Map([['sort', sort]]);

describe('the page of the command line', () => {
  const empty = 'before\n<!-- command sort -->\n<!-- /command -->\nafter';
  it('has what the command says of itself, and stays as it is when written again', () => {
    const page = withCommands(empty, commands, 'en');
    assert.match(
      page,
      /^before\n<!-- command sort -->\nSorts \\\*\.\n\n {4}cam-policy sort \[OPTION\.\.\.\] \[PATH\]\n/u,
    );
    assert.match(page, /\n\| `--by A\\\|B` \| how \|\n\n0 fine\n<!-- \/command -->\nafter$/u);
    assert.equal(withCommands(page, commands, 'en'), page);
    assert.match(withCommands(empty, commands, 'zh'), /\n0 fine，\n/u);
  });
  it('is about all commands and no others', () => {
    assert.throws(() => withCommands('nothing', commands, 'en'), /nothing of sort/u);
    assert.throws(() => withCommands(empty, new Map(), 'en'), /no command sort/u);
  });
});
