/** Text documents, and positions in them. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from '../core/span.js';

/** The part of a text document that documents are made from; `TextDocument` of vscode-languageserver-textdocument has it. */
export interface Text {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/**
 * Finds thousands of positions in one version of a host document: it looks on the line of the last position first.
 * Offsets are those of the host.
 */
export class Locator {
  private line = 0;
  private start = 0;
  private end = -1;

  constructor(
    private readonly host: Text,
    private readonly content: string,
  ) {}

  /** The same as the host's `positionAt`. */
  positionAt(offset: number): Position {
    if (offset < this.start || offset > this.end) this.find(offset);
    return { line: this.line, character: Math.min(offset, this.end) - this.start };
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** Whether an offset is on the line that was found last. */
  isOnLine(offset: number): boolean {
    return offset >= this.start && offset <= this.end;
  }

  private find(offset: number): void {
    const { line } = this.host.positionAt(offset);
    this.line = line;
    this.start = this.host.offsetAt({ line, character: 0 });
    this.end = this.host.offsetAt({ line: line + 1, character: 0 });
    while (this.end > this.start && '\r\n'.includes(this.content.charAt(this.end - 1))) this.end--;
  }
}
