/** The types and modifiers of semantic tokens, and which parts of strings have which. */
import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { PartKind } from '../../core/policy/parts.js';

/** LSP's standard types, for which every editor has colours; package.json maps them to scopes of the grammar. */
export const tokenTypes = [
  'namespace',
  'function',
  'operator',
  'keyword',
  'modifier',
  'enumMember',
  'number',
  'type',
  'variable',
  'method',
  'property',
  'parameter',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** `readonly`: an action that only reads; `deprecated`: renamed or gone. */
const tokenModifiers = ['deprecated', 'readonly'] as const;

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** Parts without a type keep the colour of their string. */
export const typeOfPart: { readonly [kind in PartKind]: TokenType | undefined } = {
  prefix: 'modifier',
  service: 'namespace',
  action: 'function',
  wildcard: 'operator',
  qcs: 'keyword',
  project: undefined,
  region: 'enumMember',
  'account-kind': 'modifier',
  account: 'number',
  type: 'type',
  id: undefined,
  variable: 'variable',
  qualifier: 'modifier',
  operator: 'method',
  'if-exist': 'modifier',
  key: 'property',
  'tag-key': 'parameter',
};
