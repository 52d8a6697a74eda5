import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { documentAt, documentOf, textIn, textOf } from '../../test/documents.js';
import { asMuchAs } from '../../test/sampling.js';
import { selectionRanges } from './selection-ranges.js';

/** The texts that are selected one after the other. */
function selected(marked: string): string[] {
  const { document, position } = documentAt(marked);
  const texts: string[] = [];
  for (let range: SelectionRange | undefined = selectionRanges(document, [position])[0]; range; range = range.parent)
    texts.push(textIn(document, range.range));
  return texts;
}

describe('selection ranges', () => {
  it('grow from a segment to the statement and on', () => {
    const resource = 'qcs::trtc::uin/1:sdkappid/14';
    assert.deepEqual(
      selected('{"statement":[{"resource":["qcs::trtc::uin/1:sdkappid/1|4"]}]}'),
      [
        '14',
        'sdkappid/14',
        resource,
        `"${resource}"`,
        `["${resource}"]`,
        `"resource":["${resource}"]`,
        `{"resource":["${resource}"]}`,
        `[{"resource":["${resource}"]}]`,
        `"statement":[{"resource":["${resource}"]}]`,
        `{"statement":[{"resource":["${resource}"]}]}`,
      ]
        .flatMap((text) => (text.startsWith('[') || text.startsWith('{') ? [text.slice(1, -1), text] : [text]))
        .filter((text, index, all) => text !== all[index - 1]),
    );
  });

  it('of an action begin with the service or the name', () => {
    assert.deepEqual(selected('"mps:Edit|Media"').slice(0, 2), ['EditMedia', 'mps:EditMedia']);
    assert.deepEqual(selected('"m|ps:EditMedia"').slice(0, 2), ['mps', 'mps:EditMedia']);
  });

  it('nest, at every offset of any half-written text', () => {
    const text = '{"statement":[{"action":["name/cos:*Bucket*"],"resource":"qcs::\\u0063os::uid/1:b-1250000000/x"}]}';
    for (let end = 0; end <= text.length; end += asMuchAs(3, 29)) {
      const document = documentOf(text.slice(0, end));
      for (let offset = 0; offset <= end; offset++) {
        const [first] = selectionRanges(document, [textOf(document).positionAt(offset)]);
        for (let range = first; range?.parent; range = range.parent) {
          const [inner, outer] = [range.range, range.parent.range];
          assert.ok(
            outer.start.character <= inner.start.character && inner.end.character <= outer.end.character,
            `${end}/${offset}`,
          );
        }
      }
    }
  });
});
