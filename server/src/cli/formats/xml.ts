/** Texts in XML. */
import { visible } from '../../core/index.js';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // A reader would take them for blanks in an attribute.
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\t', '&#9;'],
]);

/** `text` for an attribute or for content. XML has no way to write most control characters, nor these two: they are written as their numbers. */
export const escaped = (text: string): string =>
  visible(text)
    .replace(/[&<>"\n\r\t]/gu, (character) => entities.get(character) ?? character)
    .replaceAll('\ufffe', '[U+FFFE]')
    .replaceAll('\uffff', '[U+FFFF]');
