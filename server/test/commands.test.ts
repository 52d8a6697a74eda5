/** What people read and reach of the commands that `package.json` contributes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hostFiles } from '../../protocol/hosts.js';
import { pageScheme } from '../../protocol/names.js';

interface Item {
  readonly command?: string;
  readonly when?: string;
}

interface Contributions {
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly category?: string;
    readonly enablement?: string;
  }[];
  readonly menus: { readonly [menu: string]: readonly Item[] };
  readonly views: { readonly [container: string]: readonly { readonly id: string; readonly name: string }[] };
  readonly submenus: readonly { readonly id: string; readonly label: string }[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { commands, menus, views, submenus } = (read('package.json') as { readonly contributes: Contributions })
  .contributes;
const wordsIn = (file: string): ReadonlyMap<string, string> => new Map(Object.entries(read(file) as object));
const languages = { English: wordsIn('package.nls.json'), Chinese: wordsIn('package.nls.zh-cn.json') };
const palette = new Map(menus['commandPalette']?.map(({ command, when }) => [command, when]));

/** Their clause in the palette; those that work everywhere have none. */
const anywhere = [
  'newPolicy',
  'addStatementFromMessage',
  'checkClipboard',
  'restartServer',
  'showLog',
  'openSettings',
  'openWalkthrough',
  'openExample',
  'reportProblem',
].map((name) => `camPolicy.${name}`);

describe('contributed commands', () => {
  for (const { command, title, category, enablement } of commands) {
    it(`${command} is named in both languages, under the category`, () => {
      assert.equal(category, 'CAM Policy');
      for (const [language, words] of Object.entries(languages)) {
        const text = words.get(title.slice(1, -1)) ?? '';
        assert.ok(title.startsWith('%') && text !== '', `${title} in ${language}`);
        assert.ok(!text.includes('CAM Policy'), `the category is said already: ${text}`);
        assert.match(text, language === 'English' ? /^[A-Z]/u : /\p{Script=Han}/u);
        // The palette ends with what asks for more.
        assert.doesNotMatch(text, /\.{3}|[。.]$/u);
      }
    });

    it(`${command} is in the palette where it can do something`, () => {
      assert.equal(enablement, undefined, 'a command that is off without a word is a riddle: use `when`');
      const when = palette.get(command);
      if (anywhere.includes(command)) assert.equal(when, undefined);
      else assert.match(when ?? '', /editorLangId (?:==|!=) cam-policy/u);
    });
  }

  it('about what a policy says are in the palette in every kind of file that may hold policies', () => {
    const { terraform, markdown } = hostFiles;
    const named = [...terraform.languages, ...markdown.languages].join('|');
    const endings = terraform.endings.map((ending) => ending.slice(1)).join('|');
    const when = `editorLangId == cam-policy || editorLangId =~ /^(?:${named})$/ || resourceExtname =~ /^\\.(?:${endings})$/`;
    const onPage = ` || resourceScheme == ${pageScheme} && resourcePath =~ /^\\/access\\//`;
    assert.equal(palette.get('camPolicy.can'), when + onPage);
    for (const name of ['explain', 'compare', 'keepUsed', 'newPolicyTest', 'expandWildcards', 'showSources'])
      assert.equal(palette.get(`camPolicy.${name}`), when);
  });

  it('have titles that nobody takes for one another', () => {
    for (const words of Object.values(languages)) {
      const titles = commands.map(({ title }) => words.get(title.slice(1, -1)));
      assert.equal(new Set(titles).size, titles.length);
    }
  });

  it('that need a policy are in the menu of its editor, too', () => {
    const inMenu = menus['camPolicy.editor']?.map(({ command }) => command) ?? [];
    const needed = commands.map(({ command }) => command).filter((command) => !anywhere.includes(command));
    const missing = needed.filter((command) => !inMenu.includes(command) && command !== 'camPolicy.checkSelected');
    assert.deepEqual(missing, []);
    assert.ok(menus['editor/context']?.some(({ command }) => command === 'camPolicy.checkSelected'));
  });
});

describe('views and menus', () => {
  it('have names in both languages', () => {
    const names = [
      ...Object.values(views).flatMap((all) => all.map(({ name }) => name)),
      ...submenus.map((s) => s.label),
    ];
    for (const name of names)
      for (const [language, words] of Object.entries(languages))
        assert.ok(words.get(name.slice(1, -1)), `${name} in ${language}`);
  });
});
