/** How wide texts are on a terminal. */

/** Characters that terminals show two columns wide. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

const narrow = /^[ -~]*$/u;

/** The columns that a text takes on a terminal. */
export const widthOf = (text: string): number =>
  narrow.test(text)
    ? text.length
    : Array.from(text).reduce((sum, one) => sum + (wide.test(one) ? 2 : /\p{Mn}/u.test(one) ? 0 : 1), 0);

/** The beginning of `text` that takes at most `columns`. */
export function cut(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}
