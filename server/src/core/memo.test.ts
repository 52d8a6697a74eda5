import assert from 'node:assert/strict';
import { cache, memoByObject, memoByText, type CarriesCache } from './memo.js';

function counted(limit: number): { readonly ask: (text: string) => object; readonly asked: () => number } {
  let count = 0;
  const ask = memoByText(limit, (text) => {
    count++;
    return { text };
  });
  return { ask, asked: () => count };
}

describe('memoByText', () => {
  it('asks once, and gives the same object for equal texts', () => {
    const { ask, asked } = counted(10);
    assert.equal(ask('a long text, of a document'), ask(['a long text', ' of a document'].join(',')));
    assert.equal(asked(), 1);
  });

  it('remembers at least as many of the last texts as it may', () => {
    const { ask, asked } = counted(3);
    for (const text of 'abcdefg') ask(text);
    for (const text of 'efg') ask(text);
    assert.equal(asked(), 7);
  });

  it('forgets what has not been asked for in a while', () => {
    const { ask, asked } = counted(3);
    for (const text of 'abcdefg') ask(text);
    ask('a');
    assert.equal(asked(), 8);
  });

  it('does not keep long texts', () => {
    const { ask, asked } = counted(10);
    const long = 'a'.repeat(1000);
    assert.notEqual(ask(long), ask(long));
    assert.equal(asked(), 2);
  });
});

describe('memoByObject', () => {
  it('makes once per key', () => {
    const make = memoByObject((key: { readonly name: string }) => ({ of: key.name }));
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    assert.equal(make(a), make(a));
    assert.equal(make(b).of, 'b');
  });
});

interface Owner extends CarriesCache {
  readonly name: string;
}

describe('memoByObject, of objects that carry their cache', () => {
  const owner = (name: string): Owner => ({ name, [cache]: [] });

  it('makes once per object', () => {
    const make = memoByObject(({ name }: Owner) => ({ of: name }));
    const [a, b] = [owner('a'), owner('b')];
    assert.equal(make(a), make(a));
    assert.equal(make(b).of, 'b');
  });

  it('keeps what several find out apart, also nothing', () => {
    let count = 0;
    const first = memoByObject(({ name }: Owner) => name);
    const second = memoByObject(({ name }: Owner) => {
      count++;
      return name === 'a' ? undefined : name;
    });
    const a = owner('a');
    for (let time = 0; time < 2; time++) {
      assert.equal(first(a), 'a');
      assert.deepEqual([second(a)], [undefined]);
    }
    assert.equal(count, 1);
  });
});
