/** Workspace symbols: statements, actions and resources of all policies, by their names. */
import type { SymbolInformation } from 'vscode-languageserver-types';
import type { WorkspaceFacts } from './workspace-facts.js';
import { fileName } from '../core/file-name.js';

/** The most symbols: nobody reads more, and typing on narrows them down. */
const maxSymbols = 500;

/** The names that hold the letters of `query` in its order, in any case; nearer ones first. */
export function workspaceSymbols(query: string, files: readonly WorkspaceFacts[]): SymbolInformation[] {
  const wanted = query.replace(/\s+/gu, '').toLowerCase();
  const found: { readonly symbol: SymbolInformation; readonly rank: number }[] = [];
  for (const { uri, names } of files) {
    const containerName = fileName(uri);
    for (const { name, kind, range } of names) {
      const rank = rankOf(name.toLowerCase(), wanted);
      if (rank >= 0) found.push({ rank, symbol: { name, kind, containerName, location: { uri, range } } });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, maxSymbols)
    .map(({ symbol }) => symbol);
}

/** 0: begins with it; 1: holds it; 2: holds its letters in order; -1: does not. */
function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const letter of wanted) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return -1;
  }
  return 2;
}
