/** How long CAM thinks a policy is. */
import type { JsonTree } from '../syntax/json.js';

/** In characters, white space not counted. Source: CAM syntax structure and use limits pages, 2021-12; 4096 before. */
export const maxPolicyLength = 6144;

/** How many characters CAM counts: no white space, wherever it stands, and no comments, which have to go anyway. At most linear in the text. */
export function countedLength({ text, problems, blanks }: JsonTree): number {
  const comments = problems.filter(({ kind }) => kind === 'comment' || kind === 'unclosed-comment');
  // Reading has counted already, where all that is not a character stands between tokens.
  if (blanks !== undefined)
    return comments.reduce((count, { start, end }) => count - (end - start), text.length - blanks);
  let count = 0;
  let at = 0;
  for (const { start, end } of [...comments, { start: text.length, end: text.length }]) {
    for (; at < start; at++) {
      const code = text.charCodeAt(at);
      // Asked first of what most characters are; the second half of a surrogate pair is no character of its own.
      if (code > 32 ? code < 0xdc00 || code > 0xdfff : code !== 32 && (code < 9 || code > 13)) count++;
    }
    at = Math.max(at, end);
  }
  return count;
}
