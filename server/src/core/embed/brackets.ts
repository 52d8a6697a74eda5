/** Which bracket closes which. Knows no text. */

const fellows: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Takes brackets one by one, in the order of the text. */
export class Brackets {
  /** The brackets that are open, and how many there are of each kind. */
  private readonly open: { readonly bracket: string; readonly index: number }[] = [];
  private readonly counts = new Map<string, number>();

  /** Takes the bracket with the index `index`; gives the index of the one that it closes, with the inner ones, which are forgotten, else -1. */
  take(kind: 'open' | 'close', bracket: string, index: number): number {
    if (kind === 'close') return this.closed(fellows.get(bracket) ?? '');
    this.open.push({ bracket, index });
    this.count(bracket, 1);
    return -1;
  }

  private closed(wanted: string): number {
    if ((this.counts.get(wanted) ?? 0) === 0) return -1;
    for (let last = this.open.pop(); last; last = this.open.pop()) {
      this.count(last.bracket, -1);
      if (last.bracket === wanted) return last.index;
    }
    return -1;
  }

  private count(bracket: string, by: number): void {
    this.counts.set(bracket, (this.counts.get(bracket) ?? 0) + by);
  }
}
