/** Documents and contexts for tests of features. */
import assert from 'node:assert/strict';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../src/core/lint/rules/index.js';
import { plainAbilities } from '../src/features/abilities.js';
import type { Context } from '../src/features/context.js';
import { HostDocument, type PolicyDocument } from '../src/features/document.js';
import { markedHost } from './marked-host.js';
import { hostKinds } from '../src/core/embed/hosts.js';
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

/** The texts that documents of tests were made from. */
const texts = new WeakMap<HostDocument, TextDocument>();

export interface DocumentOptions {
  readonly uri?: string;
  readonly language?: string;
  readonly version?: number;
  readonly context?: Context;
}

/** A document of `text`, of the tiny catalogue; one in the language `marked` is a host as `marked-host.ts` has it. */
export function documentOf(text: string, options: DocumentOptions = {}): HostDocument {
  const { uri = 'file:///policies/a.cam.json', language = 'cam-policy', version = 1, context = testContext } = options;
  const made = TextDocument.create(uri, language, version, text);
  const document = new HostDocument(made, context, [...hostKinds, markedHost]);
  texts.set(document, made);
  return document;
}

/** The text that a document of a test was made from. */
export function textOf(document: HostDocument): TextDocument {
  const text = texts.get(document);
  assert.ok(text, 'not made by documentOf');
  return text;
}

/** The policy of a document that holds one. */
export function onlyPolicy({ policies }: HostDocument): PolicyDocument {
  const [policy, ...others] = policies;
  assert.ok(policy && others.length === 0, `${policies.length} policies`);
  return policy;
}

export interface DocumentAt {
  readonly document: HostDocument;
  /** The policy at the cursor. */
  readonly policy: PolicyDocument;
  readonly position: Position;
  readonly offset: number;
}

/** A document of a text with a cursor, and where the cursor is. */
export function documentAt(marked: string, options: DocumentOptions = {}): DocumentAt {
  const { text, offset } = cursorIn(marked);
  const document = documentOf(text, options);
  const position = textOf(document).positionAt(offset);
  const policy = document.policyAt(position);
  assert.ok(policy, 'no policy at the cursor');
  return { document, policy, position, offset };
}

/** The text that a range covers. */
export const textIn = (document: HostDocument, range: Range): string => textOf(document).getText(range);

/** The text after edits. */
export const edited = (document: HostDocument, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(textOf(document), [...edits]);
