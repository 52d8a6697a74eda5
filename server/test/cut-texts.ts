/** Texts of hosts with a stretch cut out and anything put in its place. */
import fc from 'fast-check';

/** What means something in Terraform or Markdown. */
const piece = fc.constantFrom(
  ...['"', '${', '%{', '}', '{', '[', ']', '(', '\\', '\n', '<<EOF\n', 'EOF', ',', '=', '#', '/*', '```', 'é', '中'],
);

/** One of `texts` with at most `gone` characters cut out at `at`, and at most `added` pieces there. */
export const cutTexts = (
  texts: readonly string[],
  gone: number,
  added: number,
): fc.Arbitrary<readonly [text: string, at: number]> =>
  fc
    .constantFrom(...texts)
    .chain((text) =>
      fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(gone), fc.array(piece, { maxLength: added })),
    )
    .map(
      ([whole, at, length, pieces]) => [whole.slice(0, at) + pieces.join('') + whole.slice(at + length), at] as const,
    );
