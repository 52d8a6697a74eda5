/** What is remembered of the literal that a policy was read from, so that it can be written back. */

/** A part of a policy that only the program knows. */
export interface Hole {
  /** What stands for it in the policy's text. */
  readonly shown: string;
  /** How the program writes it. */
  readonly source: string;
  /** Whether it stands inside the quotes, as `${x}` does, and not between two strings. */
  readonly inside: boolean;
}

export interface LiteralForm {
  /** A name of `literalLanguage`. */
  readonly language: string;
  /** `string`: with its quotes; `content`: what stands between them; `object`: an object or a dictionary of the language; `text`: as it is. */
  readonly kind: 'string' | 'content' | 'object' | 'text';
  /** Its prefix and its quote, `f"""`. */
  readonly opening: string;
  /** `{{` stands for `{`, as in format strings. */
  readonly braces: boolean;
  /** Each line is a string of its own. */
  readonly lines: boolean;
  /** It stands on one line. */
  readonly compact: boolean;
  /** What stands before further lines. */
  readonly indent: string;
  readonly holes: readonly Hole[];
}

const kinds: readonly string[] = ['string', 'content', 'object', 'text'] satisfies readonly LiteralForm['kind'][];

/** The form that a value is; undefined: it is none. */
export function formOf(value: unknown): LiteralForm | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const form = value as { readonly [name in keyof LiteralForm]?: unknown };
  const isForm =
    [form.language, form.opening, form.indent].every((one) => typeof one === 'string') &&
    [form.braces, form.lines, form.compact].every((one) => typeof one === 'boolean') &&
    typeof form.kind === 'string' &&
    kinds.includes(form.kind) &&
    Array.isArray(form.holes) &&
    form.holes.every(isHole);
  return isForm ? (form as LiteralForm) : undefined;
}

function isHole(value: unknown): value is Hole {
  if (typeof value !== 'object' || value === null) return false;
  const { shown, source, inside } = value as { readonly [name in keyof Hole]?: unknown };
  return typeof shown === 'string' && shown !== '' && typeof source === 'string' && typeof inside === 'boolean';
}

/** A text, cut at its holes. */
export function cutAtHoles(text: string, holes: readonly Hole[]): readonly (string | Hole)[] {
  if (holes.length === 0) return [text];
  const first = new Set(holes.map(({ shown }) => shown.charAt(0)));
  // The longest first: `${a}${b}` may be shown as one.
  const sorted = [...holes].sort((a, b) => b.shown.length - a.shown.length);
  const cut: (string | Hole)[] = [];
  let done = 0;
  for (let at = 0; at < text.length;) {
    const hole = first.has(text.charAt(at)) ? sorted.find(({ shown }) => text.startsWith(shown, at)) : undefined;
    if (hole) {
      cut.push(text.slice(done, at), hole);
      at = done = at + hole.shown.length;
    } else at++;
  }
  return [...cut, text.slice(done)];
}
