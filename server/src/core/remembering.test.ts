import assert from 'node:assert/strict';
import { onceIn, oncePer, remembering } from './remembering.js';

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
  it('makes once per key, also where there is nothing', () => {
    let count = 0;
    const make = oncePer<object, undefined>(() => {
      count++;
    });
    const [a, b] = [{}, {}];
    for (const key of [a, b, a, b]) make(key);
    assert.equal(count, 2);
  });
});

describe('onceIn', () => {
  it('makes once per owner', () => {
    const make = onceIn((owner: { readonly memory: Map<object, object>; readonly name: string }) => ({
      of: owner.name,
    }));
    const [a, b] = ['a', 'b'].map((name) => ({ name, memory: new Map<object, object>() }));
    assert.ok(a && b);
    assert.equal(make(a), make(a));
    assert.equal(make(b).of, 'b');
  });
});
