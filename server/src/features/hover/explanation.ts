/** What explainers are given, and what they return. */
import type { Span } from '../../core/span.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';

/** The text, in Markdown as `markdown.ts` writes it, and the span that it is about. */
export interface Explanation {
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverContext extends Context {
  readonly document: PolicyDocument;
}
