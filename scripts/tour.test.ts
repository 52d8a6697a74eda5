import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tour } from './tour.js';

describe('the tour', () => {
  const files = tour.match(/[\w/-]+\.cam\.json/g) ?? [];

  it('goes over files', () => {
    assert.ok(files.length > 0);
  });

  for (const file of files) {
    it(`finds ${file}`, () => {
      assert.ok(existsSync(`examples/${file}`));
    });
  }
});
