/** Fenced blocks of a Markdown page, as the tests of the documentation need them. Fences are three backticks at the start of a line. */

export interface Block {
  /** What stands behind the opening fence, such as `sh`. */
  readonly info: string;
  /** The lines between the fences, each with its end. */
  readonly text: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

const fence = '```';

/** The blocks of a page in its order. Throws where the last one is not closed. */
export function blocksIn(page: string): readonly Block[] {
  const lines = page.split('\n');
  const fences = lines.flatMap((text, index) => (text.startsWith(fence) ? [index] : []));
  if (fences.length % 2 === 1) throw new Error(`the fence in line ${(fences.at(-1) ?? 0) + 1} is not closed`);
  return fences.flatMap((start, index) => {
    if (index % 2 === 1) return [];
    const inside = lines.slice(start + 1, fences[index + 1]);
    const text = inside.map((line) => `${line}\n`).join('');
    return [{ info: lines[start]?.slice(fence.length) ?? '', text, line: start + 1 }];
  });
}

/** Each block that `wanted` names by its info, with the `text` block that follows it: what it prints. Absent: the page does not show it. */
export const withOutput = (
  blocks: readonly Block[],
  wanted: (info: string) => boolean,
): readonly (Block & { readonly output?: string })[] =>
  blocks.flatMap((block, index) => {
    if (!wanted(block.info)) return [];
    const next = blocks[index + 1];
    return [{ ...block, ...(next?.info === 'text' && { output: next.text }) }];
  });
