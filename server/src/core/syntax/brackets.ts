/** Which bracket is one too many and where one is missing: by the brackets of the whole text, by what is open and by what follows. */
import { Balance, canBegin, canFollow, goesOn, isColonAlone, isItemAhead, isKeyAhead, keyAhead } from './balance.js';
import type { Open, OpenProperty } from './frames.js';

/** How many members of an object are compared with the key behind a bracket; a statement has six. More would make long objects quadratic. */
const maxMembers = 32;

/** What decides on brackets while a text is read. */
export type BracketJudge = Pick<Brackets, keyof Brackets>;

/** Takes every bracket as it stands, as all of them are right in a text without mistakes. */
export const trusting: BracketJudge = {
  settle: () => undefined,
  isSuperfluousClose: () => false,
  isSuperfluousOpen: () => false,
  isArrayOver: () => true,
  isObjectOver: () => false,
  lacksObject: () => false,
  listBefore: () => undefined,
  listBeforeObject: () => undefined,
};

/** Judges brackets of `text` while it is read; `open` is what is open, the innermost last. Offsets in UTF-16 units. */
export class Brackets {
  private readonly balance: Balance;

  constructor(
    private readonly text: string,
    private readonly open: readonly Open[],
  ) {
    this.balance = new Balance(text);
  }

  private get top(): Open | undefined {
    return this.open.at(-1);
  }

  /** One bracket that opens (1) or closes (-1) was taken for too many or put where it is missing. */
  settle(kind: Open['kind'], opening: 1 | -1): void {
    this.balance.settle(kind, opening);
  }

  /** Whether the bracket that closes and ends at `end` is one too many: the text has more that close, and what follows goes on inside. */
  isSuperfluousClose(kind: Open['kind'], end: number): boolean {
    const { top } = this;
    if (!top) return false;
    if (top.kind !== kind || isHalf(top)) return this.balance.of(kind) < 0;
    if (canFollow(this.text, end, this.open.at(-2)?.kind, kind) || !goesOn(this.text, end, kind)) return false;
    return this.balance.of(kind) < 0 && !this.repeatsKey(end);
  }

  /** Whether the bracket that opens and ends at `end` is one too many: nothing of its kind can stand here, and the text has more that open. */
  isSuperfluousOpen(kind: Open['kind'], end: number): boolean {
    const { top } = this;
    if (!top) return false;
    const wrong = top.kind === 'object' ? top.expects !== 'value' : top.expects === 'comma' || isOddItem(top, kind);
    const odd = kind === 'object' ? !canBegin(this.text, end) : isKeyAhead(this.text, end);
    return (wrong || odd) && this.balance.of(kind) > 0;
  }

  /** Whether a key whose string ends at `end`, in an array, belongs to the object around it: the array was never closed. */
  isArrayOver(end: number): boolean {
    return this.balance.of('array') > 0 || !isColonAlone(this.text, end);
  }

  /** Whether the open object was never closed, as the next item of its list begins with a bracket that ends at `end`. */
  isObjectOver(end: number): boolean {
    const { top } = this;
    if (top?.kind !== 'object' || top.expects !== 'key' || top.comma < 0) return false;
    return this.open.at(-2)?.kind === 'array' && this.balance.of('object') > 0 && this.repeatsKey(end);
  }

  /** Whether the bracket of an object is missing before a key in the open array. */
  lacksObject(): boolean {
    const { top } = this;
    if (top?.kind !== 'array' || top.expects !== 'value' || this.open.at(-2)?.kind !== 'object') return false;
    const last = top.node.items.at(-1);
    return (!last || last.kind === 'object') && this.balance.of('object') < 0;
  }

  /** The member whose value was to be the first of a list, as a second string follows at `start`; undefined where no bracket is missing. */
  listBefore(start: number): OpenProperty | undefined {
    const { top } = this;
    if (top?.kind !== 'object' || top.expects !== 'key' || top.comma < 0) return undefined;
    const property = top.node.properties.at(-1);
    return property?.value?.kind === 'string' && isItemAhead(this.text, start) && this.balance.of('array') < 0
      ? property
      : undefined;
  }

  /** As `listBefore`, where a second object begins. */
  listBeforeObject(): OpenProperty | undefined {
    const { top } = this;
    const property = top?.kind === 'object' && top.comma >= 0 ? top.node.properties.at(-1) : undefined;
    return property?.value?.kind === 'object' && this.balance.of('array') < 0 ? property : undefined;
  }

  /** Whether the key that follows, behind a comma or none, is in the open object already: then it is the next object's. */
  private repeatsKey(end: number): boolean {
    const { top } = this;
    if (top?.kind !== 'object') return false;
    let at = end;
    while (at < this.text.length && ' \t\r\n,'.includes(this.text.charAt(at))) at++;
    const key = keyAhead(this.text, at);
    return key !== undefined && top.node.properties.slice(0, maxMembers).some((property) => property.key.value === key);
  }
}

/** Whether a key still lacks its colon or its value. */
const isHalf = (frame: Open): boolean =>
  frame.kind === 'object' && (frame.expects === 'colon' || frame.expects === 'value');

/** Whether the array has items, of which the last is of another kind. */
function isOddItem(frame: Open, kind: Open['kind']): boolean {
  const last = frame.kind === 'array' ? frame.node.items.at(-1) : undefined;
  return last !== undefined && last.kind !== kind;
}
