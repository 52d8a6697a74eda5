import assert from 'node:assert/strict';
import { withoutFileLinks, withoutPictures } from './pictures.js';

describe('a text without pictures', () => {
  it('lacks those of the repository', () => {
    const text =
      'One.\n\n![a picture](images/a.png)\n\n<picture>\n  <img src="images/b.png">\n</picture>\n\n<img alt="c" src="images/c.png">\n\nTwo.\n';
    assert.equal(withoutPictures(text), 'One.\n\nTwo.\n');
  });

  it('keeps words, links, and pictures that have an address', () => {
    const text = 'See [a](b.md) and ![c](d.png) inline.\n\n![badge](https://example.com/e.svg)\n\nEnd.\n';
    assert.equal(withoutPictures(text), text);
  });
});

describe('a text without links to files', () => {
  it('keeps their words', () => {
    assert.equal(withoutFileLinks('See [the `a`](docs/a.md#b) ([中文](docs/a.zh-CN.md)).'), 'See the `a` (中文).');
  });

  it('keeps pictures, addresses and links to headings', () => {
    const text = '![a](b.png) [c](#d) [e](https://example.com/f_(g)) `x[0](y)`';
    assert.equal(withoutFileLinks(text), text.replace('[0](y)', '0'));
  });
});
