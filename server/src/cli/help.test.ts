import assert from 'node:assert/strict';
import { commands } from './commands.js';
import { generalHelp, helpOf, optionHelp, wrapped } from './help.js';
import { color } from './shared-options.js';
import { widthOf } from './width.js';

const locales = ['en', 'zh'] as const;

describe('the help of the command line', () => {
  it('fits a screen of 24 lines and 80 columns, in both languages', () => {
    for (const locale of locales) {
      const pages = [...commands].map(([name, command]) => [name, helpOf(name, command, locale)] as const);
      for (const [name, page] of [['', generalHelp(commands, locale)] as const, ...pages]) {
        const lines = page.split('\n');
        // The newline at the end gives one more, which is empty: with it the prompt has its line.
        assert.ok(lines.length <= 25, `${name} ${locale}: ${lines.length} lines`);
        assert.deepEqual(
          lines.filter((line) => widthOf(line) > 80),
          [],
        );
        assert.doesNotMatch(page, /\{\w+\}/u, name);
      }
    }
  });
  it('names each command, and each of its options once', () => {
    for (const [name, command] of commands) {
      assert.match(generalHelp(commands, 'en'), new RegExp(`^ {2}${name} `, 'mu'));
      const names = [...helpOf(name, command, 'en').matchAll(/^ {2}--([\w-]+)/gmu)].map(([, option]) => option);
      assert.deepEqual(names, Object.keys(command.options));
    }
  });
  it('lists choices, and says which one counts where nothing is said', () => {
    assert.equal(optionHelp(color, 'en'), 'auto (default), always or never');
    assert.equal(optionHelp(color, 'zh'), 'auto（默认）、always 或 never');
  });
  it('is wrapped at blanks and between Chinese characters, and no line begins with a full stop', () => {
    assert.deepEqual(wrapped('one two three\nfour', 8), ['one two', 'three', 'four']);
    assert.deepEqual(wrapped('策略文件。检查 cam 了', 8), ['策略文件。', '检查 cam', '了']);
  });
});
