/** Documents and contexts for tests of features. */
import type { Position, Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../src/core/lint/rules/index.js';
import { plainAbilities } from '../src/features/abilities.js';
import { createDocument, type Context, type PolicyDocument } from '../src/features/document.js';
import { cursorIn } from './marks.js';
import { shippedLanguage } from './shipped-catalogue.js';
import { tinyCatalogue } from './tiny-catalogue.js';

export const testContext: Context = {
  catalogue: tinyCatalogue,
  language: shippedLanguage,
  rules,
  settings: {},
  locale: 'en',
  rulePage: 'https://example.com/{code}',
  abilities: { ...plainAbilities, hoverFormat: 'markdown', documentationFormat: 'markdown' },
};

/** A document of `text`, of the tiny catalogue. */
export const documentOf = (text: string, uri = 'file:///policies/a.cam.json'): PolicyDocument =>
  createDocument(TextDocument.create(uri, 'cam-policy', 1, text), testContext);

/** A document of a text with a cursor, and where the cursor is. */
export function documentAt(marked: string): { readonly document: PolicyDocument; readonly position: Position } {
  const { text, offset } = cursorIn(marked);
  const document = documentOf(text);
  return { document, position: document.text.positionAt(offset) };
}

/** The text that a range covers. */
export const textIn = ({ text }: PolicyDocument, { start, end }: Range): string =>
  text.getText().slice(text.offsetAt(start), text.offsetAt(end));
