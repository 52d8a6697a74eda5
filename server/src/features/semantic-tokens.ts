/** Semantic tokens: what the parts of a policy's strings are. Agrees with the grammar in `syntaxes/source/`, and adds what only the catalogue knows. */
import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { Policy, Principal } from '../core/policy/model.js';
import {
  actionParts,
  keyParts,
  operatorParts,
  resourceParts,
  variableParts,
  type Part,
  type PartKind,
} from '../core/policy/parts.js';
import { encloses, type Span } from '../core/span.js';
import { spanInString } from '../core/syntax/edit.js';
import type { JsonNode } from '../core/syntax/json.js';
import { createLocator, type Context, type PolicyDocument, type Text } from './document.js';

/** Standard types, so that every editor has colours for them; package.json says which scopes of the grammar they are. */
const tokenTypes = [
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
type TokenType = (typeof tokenTypes)[number];

/** `readonly`: an action that only reads; `deprecated`: renamed or gone. */
const tokenModifiers = ['deprecated', 'readonly'] as const;

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** Parts without a type keep the colour of their string. */
const typeOfPart: { readonly [kind in PartKind]: TokenType | undefined } = {
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

interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: number;
}

/** The tokens, of the whole document or of `within`, as LSP encodes them: five numbers each, relative to the one before. */
export function semanticTokens({ text, policy }: PolicyDocument, within: Span | undefined, context: Context): number[] {
  const all = tokensOf(policy, context.catalogue).sort((a, b) => a.start - b.start);
  const wanted = within
    ? all.filter((token) => encloses(within, token) || (token.start < within.end && token.end > within.start))
    : all;
  return encode(text, wanted);
}

function tokensOf(policy: Policy, catalogue: Catalogue): Token[] {
  const { text } = policy.tree;
  const tokens: Token[] = [];
  const add = (node: JsonNode | undefined, partsOf: (value: string) => readonly Part[], modifiers = 0): void => {
    if (node?.kind !== 'string') return;
    for (const { kind, start, end } of partsOf(node.value)) {
      const type = typeOfPart[kind];
      if (!type) continue;
      const span = spanInString(text, node, start, end);
      tokens.push({ type, modifiers: kind === 'action' ? modifiers : 0, start: span.start, end: span.end });
    }
  };
  const addPrincipal = (principal: Principal | undefined): void => {
    for (const { values } of principal?.entries ?? []) for (const node of values) add(node, resourceParts);
  };
  addPrincipal(policy.principal);
  for (const { actions, resources, principal, conditions } of policy.statements) {
    addPrincipal(principal);
    for (const action of actions?.items ?? [])
      add(action.node, actionParts, modifiersOf(catalogue, action.service, action.name));
    for (const { node } of resources?.items ?? []) add(node, resourceParts);
    for (const { property, keys } of conditions) {
      add(property.key, operatorParts);
      for (const key of keys) {
        add(key.property.key, keyParts);
        for (const value of key.values) add(value, variableParts);
      }
    }
  }
  return tokens;
}

function modifiersOf(catalogue: Catalogue, service: string, name: string): number {
  const action = catalogue.service(service)?.action(name);
  if (!action) return 0;
  const readOnly = action.access === 'read' || action.access === 'list';
  return (action.facts?.status ? 1 : 0) | (readOnly ? 2 : 0);
}

function encode(text: Text, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  const locate = createLocator(text);
  let line = 0;
  let character = 0;
  for (const { start, end, type, modifiers } of tokens) {
    const at = locate(start);
    const sameLine = at.line === line;
    data.push(
      at.line - line,
      sameLine ? at.character - character : at.character,
      end - start,
      tokenTypes.indexOf(type),
      modifiers,
    );
    ({ line, character } = at);
  }
  return data;
}
