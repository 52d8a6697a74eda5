import assert from 'node:assert/strict';
import { onceIn, oncePer, remembering, type Remembers } from './memo.js';

function counted(limit: number): { readonly ask: (text: string) => object; readonly asked: () => number } {
  let count = 0;
  const ask = remembering(limit, (text) => {
    count++;
    return { text };
  });
  return { ask, asked: () => count };
}

describe('remembering', () => {
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

describe('oncePer', () => {
  it('makes once per key', () => {
    const make = oncePer((key: { readonly name: string }) => ({ of: key.name }));
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    assert.equal(make(a), make(a));
    assert.equal(make(b).of, 'b');
  });
});

interface Owner extends Remembers {
  readonly name: string;
}

describe('onceIn', () => {
  const owner = (name: string): Owner => ({ name, memory: [] });

  it('makes once per owner', () => {
    const make = onceIn(({ name }: Owner) => ({ of: name }));
    const [a, b] = [owner('a'), owner('b')];
    assert.equal(make(a), make(a));
    assert.equal(make(b).of, 'b');
  });

  it('keeps what several find out apart, also nothing', () => {
    let count = 0;
    const first = onceIn(({ name }: Owner) => name);
    const second = onceIn(({ name }: Owner) => {
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
