/** Puts a policy's own text together from what stands in a host. */
import type { Span } from '../span.js';
import type { Embedded, Piece, Writing } from './embedded.js';

/** Takes the policy's text piece by piece, in the order of the host. What is not taken is none of the policy's. */
export class PolicyBuilder {
  private readonly pieces: Piece[] = [];
  private readonly commented = new Set<number>();
  private text = '';
  private lineStart = 0;

  /** `start`: where in the host the policy's first line begins, before its indentation. */
  constructor(
    private readonly host: string,
    private readonly start: number,
  ) {}

  /** Takes a stretch of the host as it stands. */
  copy(start: number, end: number): void {
    if (end > start) this.add({ start, end }, this.host.slice(start, end), true);
  }

  /** Notes that a comment stands here, which is none of the policy's. */
  comment(): void {
    this.commented.add(this.lineStart);
  }

  /** Takes a stretch of the host that stands for `text`. `encode`: how what takes its place is written, where that is not as everywhere. */
  replace(start: number, end: number, text: string, encode?: Piece['encode']): void {
    if (end > start) this.add({ start, end }, text, false, encode);
  }

  /** The policy, which reaches up to `end` in the host. */
  finish(end: number, writing: Writing | undefined): Embedded {
    const { pieces, text, start, commented } = this;
    return { text, span: { start, end }, pieces, writing, ...(commented.size > 0 ? { commented } : {}) };
  }

  private add(host: Span, text: string, verbatim: boolean, encode?: Piece['encode']): void {
    const own = { start: this.text.length, end: this.text.length + text.length };
    const lineEnd = text.lastIndexOf('\n');
    if (lineEnd >= 0) this.lineStart = own.start + lineEnd + 1;
    this.text += text;
    const last = this.pieces.at(-1);
    if (verbatim && last?.verbatim && last.host.end === host.start)
      this.pieces[this.pieces.length - 1] = {
        own: { start: last.own.start, end: own.end },
        host: { start: last.host.start, end: host.end },
        verbatim,
      };
    else if (text !== '') this.pieces.push({ own, host, verbatim, ...(encode ? { encode } : {}) });
  }
}
