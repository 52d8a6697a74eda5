/** Tokenises texts with the grammar as VS Code does, for tests. */
import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { grammarPath } from './source/grammar.js';

const baseScope = 'source.json.cam-policy';

export interface Token {
  readonly text: string;
  /** Innermost last; the base scope is left out. */
  readonly scopes: readonly string[];
}
export type Tokenize = (text: string) => readonly (readonly Token[])[];

/** Loads the committed grammar; the result gives the tokens of each line. Rejects where the grammar or the engine cannot be read. */
export async function loadTokenizer(): Promise<Tokenize> {
  await loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => createOnigScanner(patterns),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath)),
  });
  const grammar = await registry.loadGrammar(baseScope);
  if (!grammar) throw new Error(`no grammar for ${baseScope}`);
  return (text) => tokenizeLines(grammar, text);
}

function tokenizeLines(grammar: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}
