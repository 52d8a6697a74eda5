/** Semantic tokens: what the parts of a policy's strings are. Agrees with the grammar in `syntaxes/source/`, and adds what only the catalogue knows. */
import type { Range } from 'vscode-languageserver-types';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Policy, Principal } from '../../core/policy/model.js';
import {
  actionParts,
  keyParts,
  operatorParts,
  resourceParts,
  variableParts,
  type Part as StringPart,
} from '../../core/policy/parts.js';
import { encloses, type Span } from '../../core/span.js';
import { spanInString } from '../../core/syntax/measure.js';
import type { JsonNode } from '../../core/syntax/json.js';
import type { Context } from '../context.js';
import type { HostDocument, PolicyDocument } from '../document.js';
import { tokenTypes, typeOfPart, type TokenType } from './token-types.js';

interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: number;
}

/** The tokens, of the whole document or of `range`, as LSP encodes them: five numbers each, relative to the one before. */
export function semanticTokens(document: HostDocument, range: Range | undefined, context: Context): number[] {
  const encoded: Encoded = { data: [], line: 0, character: 0 };
  const parts = range ? document.touchedBy(document.spanOf(range)) : document.policies.map(whole);
  for (const part of parts) encode(part.document, tokensIn(part, context), encoded);
  return encoded.data;
}

const whole = (document: PolicyDocument): Part => ({ document, selection: undefined });

/** A policy, or a part of it. */
interface Part {
  readonly document: PolicyDocument;
  readonly selection: Span | undefined;
}

function tokensIn({ document, selection: within }: Part, { catalogue }: Context): readonly Token[] {
  const all = tokensOf(document.policy, catalogue).sort((a, b) => a.start - b.start);
  return within
    ? all.filter((token) => encloses(within, token) || (token.start < within.end && token.end > within.start))
    : all;
}

function tokensOf(policy: Policy, catalogue: Catalogue): Token[] {
  const { text } = policy.tree;
  const tokens: Token[] = [];
  const add = (node: JsonNode | undefined, partsOf: (value: string) => readonly StringPart[], modifiers = 0): void => {
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

/** What is encoded already, and where its last token begins. */
interface Encoded {
  readonly data: number[];
  line: number;
  character: number;
}

/** Encodes the sorted tokens of a policy behind those of the policies before. Tokens that span lines of the host are left out: LSP has none. */
function encode(document: PolicyDocument, tokens: readonly Token[], into: Encoded): void {
  const locator = document.locator();
  for (const token of tokens) {
    const { start, end } = document.hostSpan(token);
    const { line, character } = locator.positionAt(start);
    if (!locator.isOnLine(end)) continue;
    into.data.push(
      line - into.line,
      line === into.line ? character - into.character : character,
      end - start,
      tokenTypes.indexOf(token.type),
      token.modifiers,
    );
    into.line = line;
    into.character = character;
  }
}
