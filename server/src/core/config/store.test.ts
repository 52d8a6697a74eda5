import assert from 'node:assert/strict';
import { rules } from '../lint/rules/index.js';
import { say } from '../text.js';
import { plainAddress, uriOf } from './address.js';
import { problemsOf } from './chain.js';
import { createConfigurationStore, settingsAt, type ConfigurationStore } from './store.js';

const level = (value: string, more = ''): string => `{ "rules": { "allow-all": "${value}" }${more} }`;

/** A store over files, by path below `/w`; `roots` are folders in the same way. */
function storeOf(
  files: { readonly [path: string]: string },
  roots: readonly string[] = ['file:///w'],
  only?: string | null,
) {
  const asked: string[] = [];
  const store = createConfigurationStore({
    rules,
    roots: () => roots,
    read(address) {
      asked.push(address);
      return Promise.resolve(new Map(Object.entries(files)).get(address.replace('file:///', '')));
    },
    ...(only === undefined ? {} : { only }),
  });
  return { store, asked };
}

const settings = async (store: ConfigurationStore, address: string) =>
  settingsAt(await store.load(`file:///${address}`), `file:///${address}`);

const levelOf = async (store: ConfigurationStore, address: string): Promise<unknown> =>
  (await settings(store, address)).rules['allow-all'];

const now = new Date('2026-11-26T12:00:00Z');
const told = (store: ConfigurationStore): readonly string[] =>
  store
    .all()
    .flatMap((file) =>
      problemsOf(file, now).map(({ message, data }) => `${file.address.slice(8)}: ${say(message, 'en', data)}`),
    );

describe('the configuration of a file', () => {
  it('is the nearest one upwards', async () => {
    const { store } = storeOf({
      'w/cam-policy.config.json': level('off'),
      'w/a/cam-policy.config.json': level('error'),
    });
    assert.equal(await levelOf(store, 'w/a/b/x.cam.json'), 'error');
    assert.equal(await levelOf(store, 'w/x.cam.json'), 'off');
  });

  it('is not one above the workspace, unless the repository is larger', async () => {
    const outside = { 'cam-policy.config.json': level('off') };
    assert.equal(await levelOf(storeOf(outside).store, 'w/x.cam.json'), undefined);
    assert.equal(await levelOf(storeOf({ ...outside, '.git/HEAD': '' }).store, 'w/x.cam.json'), 'off');
    const repository = { ...outside, 'w/.git': 'gitdir: elsewhere' };
    assert.equal(await levelOf(storeOf(repository).store, 'w/a/x.cam.json'), undefined);
  });

  it('of a file outside of all folders is the one beside it, or that of its repository', async () => {
    const { store } = storeOf({ 'o/cam-policy.config.json': level('off') });
    assert.equal(await levelOf(store, 'o/x.cam.json'), 'off');
    assert.equal(await levelOf(store, 'o/p/x.cam.json'), undefined);
  });

  it('is not looked for above the workspace where there is no disk', async () => {
    const { store, asked } = storeOf({}, ['vscode-vfs://github/a/b']);
    await store.load('vscode-vfs://github/a/b/c/x.cam.json');
    assert.ok(
      asked.every((address) => address.startsWith('vscode-vfs://github/a/b/')),
      asked.join(),
    );
  });

  it('can be one for all, or none', async () => {
    const files = { 'w/cam-policy.config.json': level('off'), 'z/other.json': level('hint') };
    assert.equal(await levelOf(storeOf(files, ['file:///w'], 'file:///z/other.json').store, 'w/x.cam.json'), 'hint');
    assert.equal(await levelOf(storeOf(files, ['file:///w'], null).store, 'w/x.cam.json'), undefined);
  });

  it('is read once until it is forgotten', async () => {
    const { store, asked } = storeOf({ 'w/cam-policy.config.json': level('off') });
    await Promise.all([
      levelOf(store, 'w/a.cam.json'),
      levelOf(store, 'w/b.cam.json'),
      levelOf(store, 'w/c/d.cam.json'),
    ]);
    assert.equal(asked.length, new Set(asked).size);
    assert.ok(store.known('file:///w/z.cam.json'));
    const before = asked.length;
    store.forget();
    assert.equal(store.known('file:///w/z.cam.json'), undefined);
    await levelOf(store, 'w/a.cam.json');
    assert.ok(asked.length > before);
  });
});

describe('what configurations say together', () => {
  it('goes from the farthest to the nearest, overrides before rules', async () => {
    const { store } = storeOf({
      'w/a/cam-policy.config.json': `{ "extends": "../base/策略.json", "account": { "appid": "2" },
        "overrides": [{ "files": ["o/**"], "rules": { "allow-all": "error" } }] }`,
      'w/base/策略.json': level(
        'off',
        ', "account": { "uin": "1", "appid": "1" }, "overrides": [{ "files": ["**"], "rules": { "unknown-action": "off" } }]',
      ),
    });
    assert.deepEqual((await settings(store, 'w/a/o/x.cam.json')).rules, { 'allow-all': 'error' });
    assert.deepEqual((await settings(store, 'w/a/x.cam.json')).rules, { 'allow-all': 'off' });
    assert.deepEqual((await settings(store, 'w/a/x.cam.json')).account, { uin: '1', appid: '2' });
    assert.deepEqual(told(store), []);
  });

  it('ignores files and folders, and names others as policies', async () => {
    const { store } = storeOf({
      'w/cam-policy.config.json': '{ "files": ["p/*.json"], "ignore": ["bad", "p/x*"] }',
    });
    const said = async (path: string) => {
      const { ignored, named } = await settings(store, path);
      return [ignored, named];
    };
    assert.deepEqual(await said('w/p/a.json'), [false, true]);
    assert.deepEqual(await said('w/p/xa.json'), [true, true]);
    assert.deepEqual(await said('w/bad/deep/a.cam.json'), [true, false]);
    assert.deepEqual(await said('w/p/q/a.json'), [false, false]);
  });

  it('says what cannot be extended', async () => {
    const base = (path: string): string => `{ "extends": "${path}" }`;
    const { store } = storeOf({
      'w/cam-policy.config.json': base('./b.json'),
      'w/b.json': base('./c/../cam-policy.config.json'),
      'w/a/cam-policy.config.json': base('./gone.json'),
      'w/c/cam-policy.config.json': base('../../../../up.json'),
      'w/d/cam-policy.config.json': base('./cam-policy.config.json'),
    });
    for (const path of ['w/x', 'w/a/x', 'w/c/x', 'w/d/x']) await store.load(`file:///${path}`);
    assert.deepEqual([...told(store)].sort(), [
      'w/a/cam-policy.config.json: The file ./gone.json cannot be read.',
      'w/b.json: The configurations extend each other in a loop: ./c/../cam-policy.config.json extends this one.',
      'w/c/cam-policy.config.json: The file ../../../../up.json cannot be read.',
      'w/d/cam-policy.config.json: The configurations extend each other in a loop: ./cam-policy.config.json extends this one.',
    ]);
  });

  it('says what has expired', async () => {
    const until = (day: string): string => `{ "rule": "allow-all", "files": ["**"], "reason": "x", "until": "${day}" }`;
    const { store } = storeOf({
      'w/cam-policy.config.json': `{ "suppress": [${until('2026-11-25')}, ${until('2026-11-26')}] }`,
    });
    await store.load('file:///w/x');
    assert.deepEqual(told(store), [
      'w/cam-policy.config.json: This suppression ended on 2026-11-25: what it kept quiet is reported again.',
    ]);
  });
});

describe('addresses', () => {
  it('are plain for comparing, and written as editors write them', () => {
    assert.equal(plainAddress('file:///C%3A/%E7%AD%96/a%20b.json'), 'file:///c:/策/a b.json');
    assert.equal(uriOf('file:///c:/策/a b.json'), 'file:///c%3A/%E7%AD%96/a%20b.json');
    assert.equal(plainAddress('file:///a%zz'), 'file:///a%zz');
    assert.equal(plainAddress(uriOf('vscode-vfs://github/x/y?.json')), 'vscode-vfs://github/x/y?.json');
    assert.equal(uriOf('untitled:x'), 'untitled:x');
    for (const half of ['\ud83d', '\udc00', '\udc00\ud83d'])
      assert.equal(uriOf(`file:///${half}/🔑.json`), `file:///${'%EF%BF%BD'.repeat(half.length)}/%F0%9F%94%91.json`);
  });
});
