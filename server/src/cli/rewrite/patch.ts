/** Changes of a file as a patch that `git apply` and `patch -p1` take. */
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatchHunk } from 'diff';

/** The most lines that may change for the shortest way to be looked for; more are written as one change. */
const maxEditLength = 5000;

/** `before` and `after` are whole files, byte order mark included; `path`: with `/`, from where the patch is to be applied. */
export function patchOf(path: string, before: string, after: string): string {
  // A whole path is applied from the root of the file system.
  const name = path.replace(/^\//u, '');
  const [oldFileName, newFileName] = [`a/${name}`, `b/${name}`];
  const options = { context: 3, maxEditLength };
  const patch = structuredPatch(oldFileName, newFileName, before, after, undefined, undefined, options) ?? {
    oldFileName,
    newFileName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [wholeHunk(linesOf(before), linesOf(after))],
  };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

/** Replaces all lines. */
const wholeHunk = (before: readonly string[], after: readonly string[]): StructuredPatchHunk => ({
  oldStart: 1,
  oldLines: before.length,
  newStart: 1,
  newLines: after.length,
  lines: [...before.flatMap(signed('-')), ...after.flatMap(signed('+'))],
});

/** The lines with their ends, but for the last one, which may have none. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];

const signed =
  (sign: string) =>
  (line: string): readonly string[] =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'];
