/** Pages in two languages say the same: same order of headings, same blocks, same links to pages. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../host/install.js';
import { blocksIn } from './blocks.js';

const ending = '.zh-CN.md';
const read = (name: string): string => readFileSync(path.join(repository, name), 'utf8');

/** Levels of the headings and numbers of rows and points, outside blocks. */
function shapeOf(page: string): readonly string[] {
  let inside = false;
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('```')) inside = !inside;
    const mark = inside ? undefined : /^(?:#+ |\| |- |\d+\. )/u.exec(line)?.[0];
    return mark === undefined ? [] : [mark];
  });
}

/** Addresses of links, outside blocks; pages of the other language count as the same. */
const linksOf = (page: string): readonly string[] =>
  [...page.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, address = '']) => address.replace(ending, '.md').replace('/zh-cn/', '/').replace(/#.*$/u, ''))
    // Each language has its own pictures, and shows one of the other.
    .map((address) => address.replace(/-zh-(?=(?:dark|light)\.png$)/u, '-'))
    // Each language has its own site.
    .map((address) => address.replace('//www.tencentcloud.com/', '//cloud.tencent.com/'))
    .sort();

describe('Pages in two languages', () => {
  const pages = ['README.zh-CN.md', ...readdirSync(path.join(repository, 'docs')).map((name) => `docs/${name}`)].filter(
    (name) => name.endsWith(ending),
  );

  it('are there', () => {
    const names = [
      'api',
      'ci',
      'cli',
      'configuration',
      'editors',
      'getting-started',
      'policy-language',
      'troubleshooting',
    ];
    for (const name of names) assert.ok(pages.includes(`docs/${name}${ending}`), name);
  });

  for (const name of pages) {
    const [chinese, english] = [read(name), read(name.replace(ending, '.md'))];
    it(`have the same headings, tables and lists: ${name}`, () => {
      assert.deepEqual(shapeOf(chinese), shapeOf(english));
    });
    it(`link to the same pages: ${name}`, () => {
      assert.deepEqual(linksOf(chinese), linksOf(english));
    });
    it(`show the same blocks: ${name}`, () => {
      // What a command prints is in the page's language; `commands.test.ts` compares it with what is really printed.
      const blocks = (page: string) => blocksIn(page).map(({ info, text }) => (info === 'text' ? info : info + text));
      assert.deepEqual(blocks(chinese), blocks(english));
    });
  }
});
