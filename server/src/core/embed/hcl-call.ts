/** A call of HCL while it is being written: where it ends though its parenthesis is not closed. */
import { indentAt, lineStartAt } from '../syntax/measure.js';
import { Brackets } from './brackets.js';
import type { Token } from './hcl-tokens.js';

/** The tokens from the parenthesis `open` to before the one that closes it, or as far as the call can reach. `fellow` is an index among them. */
export function callAt(text: string, tokens: readonly Token[], open: number): readonly Token[] {
  const fellow = tokens[open]?.fellow ?? -1;
  const brackets = new Brackets();
  const call: Token[] = [];
  for (const token of tokens.slice(open, fellow < 0 ? endOfBroken(text, tokens, open) : fellow)) {
    const { kind } = token;
    const closed =
      call.length > 0 && (kind === 'open' || kind === 'close') ? brackets.take(kind, token.text, call.length) : -1;
    const other = call[closed];
    if (other) call[closed] = { ...other, fellow: call.length };
    call.push({ ...token, fellow: closed });
  }
  return call;
}

/** Before the next line that is indented no more than the call's, unless it closes a bracket there. */
function endOfBroken(text: string, tokens: readonly Token[], open: number): number {
  const limit = indentAt(text, tokens[open]?.start ?? 0).length;
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || tokens[at - 1]?.kind !== 'newline' || token.kind === 'newline') continue;
    const indent = token.start - lineStartAt(text, token.start);
    if (indent < limit || (indent === limit && (token.kind === 'name' || limit === 0))) return at;
  }
  return tokens.length;
}
