/** A call of HCL while it is being written: where it ends though its parenthesis is not closed. */
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
  const limit = indentAt(text, tokens[open]?.start ?? 0);
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || tokens[at - 1]?.kind !== 'newline' || token.kind === 'newline') continue;
    const indent = token.start - lineStart(text, token.start);
    if (indent < limit || (indent === limit && (token.kind === 'name' || limit === 0))) return at;
  }
  return tokens.length;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** How many blanks the line of an offset begins with. */
function indentAt(text: string, offset: number): number {
  const start = lineStart(text, offset);
  let at = start;
  while (at < offset && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return at - start;
}
