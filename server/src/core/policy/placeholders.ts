/** Finds what people leave of an example: `<Region>`, `uin/****`, `$account`, `{bucket}`, `your_uin`, `ins-xxxx`. */

export interface Placeholder {
  /** In UTF-16 units of the searched text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

const marks = [
  /<[^<>]*>/u,
  // What is masked in print; a lone `*` or a `**` is a wildcard.
  /[\w-]*\*{3,}[\w*-]*/u,
  /\$(?!\{)[A-Za-z_]\w*(?:[.-]\w+)*/u,
  /(?<!\$)\{[^{}]*\}/u,
  /(?<![A-Za-z])your(?:[-_]\w[\w-]*|[A-Z]\w*)/u,
  /(?<![A-Za-z])YOUR[-_]\w[\w-]*/u,
] as const;
/** Runs of x in place of digits; names of objects may hold them in earnest. */
const crosses = /(?:[\w-]*[\d-])?(?<![A-Za-z])(?:x{3,}|X{3,})(?![A-Za-z])[\w-]*/u;

const any = new RegExp(marks.map(({ source }) => source).join('|'), 'gu');
const anyOrCrosses = new RegExp([...marks, crosses].map(({ source }) => source).join('|'), 'gu');
const suspicious = /[<${]|\*{3}|your|YOUR|xxx|XXX/u;

/** Whether a text may hold a placeholder; false is sure, and cheap to know. */
const maybePlaceholder = (text: string): boolean => suspicious.test(text);

/** The placeholders in `text`, in order. Variables `${…}` are none. `objects`: the text names objects that people name freely. */
export function placeholdersIn(text: string, objects = false): readonly Placeholder[] {
  if (!maybePlaceholder(text)) return [];
  const plain = text.replace(/\$\{[^{}]*\}/gu, (variable) => '\u0000'.repeat(variable.length));
  return Array.from(plain.matchAll(objects ? any : anyOrCrosses), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Whether a value is not filled in yet: it holds a placeholder or a variable. */
export const isUnfilled = (text: string): boolean => text.includes('${') || placeholdersIn(text).length > 0;
