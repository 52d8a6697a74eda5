/** What every explainer of a place gives and is given. */
import type { Span } from '../../core/span.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';

/** What is shown, in Markdown as `markdown.ts` writes it, and what it is about. */
export interface Explanation {
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverContext extends Context {
  readonly document: PolicyDocument;
}
