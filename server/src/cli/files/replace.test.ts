import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { replaceText } from './replace.js';

describe('replacing a file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cam-policy-replace-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string, mode = 0o644): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text, { mode });
    return file;
  };

  it('writes the new text and leaves nothing else behind', () => {
    const file = write('a b 策略.json', 'old\r\n');
    assert.equal(replaceText(file, 'old\r\n', 'new\r\n'), 'replaced');
    assert.equal(readFileSync(file, 'utf8'), 'new\r\n');
    assert.deepEqual(readdirSync(folder), ['a b 策略.json']);
  });

  it('keeps the mode and the byte order mark', () => {
    const file = write('a.json', '\ufeffold', 0o640);
    assert.equal(replaceText(file, 'old', 'new'), 'replaced');
    assert.equal(readFileSync(file, 'utf8'), '\ufeffnew');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('replaces the file that a link leads to, and the link stays', () => {
    const file = write('a.json', 'old');
    const link = path.join(folder, 'link.json');
    symlinkSync(file, link);
    replaceText(link, 'old', 'new');
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readFileSync(file, 'utf8'), 'new');
  });

  it('leaves a file alone that was changed meanwhile', () => {
    const file = write('a.json', 'changed');
    assert.equal(replaceText(file, 'old', 'new'), 'changed');
    assert.equal(readFileSync(file, 'utf8'), 'changed');
    assert.deepEqual(readdirSync(folder), ['a.json']);
  });

  it('throws where there is no file, and leaves nothing behind', () => {
    assert.throws(() => replaceText(path.join(folder, 'none.json'), 'old', 'new'), { code: 'ENOENT' });
    assert.throws(() => replaceText(folder, 'old', 'new'), { code: 'EISDIR' });
    assert.deepEqual(readdirSync(folder), []);
  });
});
