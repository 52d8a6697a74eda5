/** Markdown: policies in fenced code. Source of the form of fences: the CommonMark specification. */
import type { Span } from '../span.js';
import { PolicyBuilder } from './builder.js';
import type { Embedded } from './embedded.js';
import { containersOf, insideOf, type Containers } from './markdown-containers.js';
import { isPlainlyPolicy } from './plainly.js';
import { shifted } from './shifted.js';
import { readTerraform } from './terraform.js';

/** A fence's marks at the start of a text. */
const opening = /^(?:`{3,}|~{3,})/u;

const policyFences: ReadonlySet<string> = new Set(['cam-policy', 'cam-policy.json', 'cam.json']);
const jsonFences: ReadonlySet<string> = new Set(['json', 'jsonc']);
const terraformFences: ReadonlySet<string> = new Set(['hcl', 'terraform', 'tf', 'tofu', 'opentofu']);

interface Fence {
  /** What it stands in: quotations and entries of lists. */
  readonly containers: Containers;
  readonly marks: string;
  readonly language: string;
}

/** A line of a fence, without what its containers put before it. */
interface Line {
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
}

/** The policies in the fences of a Markdown text, in its order. Never throws. */
export function readMarkdown(text: string): readonly Embedded[] {
  const found: Embedded[] = [];
  let fence: Fence | undefined;
  let [start, lines]: [number, Line[]] = [0, []];
  const end = (at: number): void => {
    if (fence) found.push(...policiesInFence(text, fence, { start, end: at }, lines));
    fence = undefined;
  };
  for (let line = 0; line < text.length;) {
    const newline = text.indexOf('\n', line);
    const next = newline < 0 ? text.length : newline + 1;
    const content = text.slice(line, newline < 0 ? next : newline).replace(/\r$/u, '');
    const inside = fence && insideOf(content, fence.containers);
    if (fence && inside === undefined) end(line);
    if (fence && inside !== undefined && closes(content.slice(inside), fence)) end(line);
    else if (fence) lines.push({ start: line + (inside ?? 0), end: next });
    else if ((fence = fenceOf(content))) [start, lines] = [next, []];
    line = next;
  }
  end(text.length);
  return found;
}

function fenceOf(line: string): Fence | undefined {
  const containers = containersOf(line);
  const rest = line.slice(containers.length);
  const [marks] = opening.exec(rest) ?? [];
  if (marks === undefined) return undefined;
  const told = rest.slice(marks.length).trimStart();
  if (marks.startsWith('`') && told.includes('`')) return undefined;
  // Attributes may follow the language, with or without a blank.
  return { containers, marks, language: (/^[^\s{,:]*/u.exec(told)?.[0] ?? '').toLowerCase() };
}

/** A fence ends with at least as many of its marks, alone on a line. */
const closes = (line: string, { marks }: Fence): boolean => {
  const content = line.trim();
  return content.startsWith(marks) && content === marks.charAt(0).repeat(content.length);
};

function policiesInFence(
  text: string,
  { containers, language }: Fence,
  { start, end }: Span,
  lines: readonly Line[],
): readonly Embedded[] {
  const isPolicy = policyFences.has(language);
  // In a quotation the marks would stand inside of heredocs and expressions.
  if (terraformFences.has(language))
    return containers.isQuoted ? [] : readTerraform(text.slice(start, end)).map((embedded) => shifted(embedded, start));
  if (!isPolicy && !jsonFences.has(language)) return [];
  const builder = new PolicyBuilder(text, start);
  for (const line of lines) builder.copy(line.start, line.end);
  const embedded = builder.finish(end, { encode: (own) => own, indent: containers.before });
  return isPolicy || isPlainlyPolicy(embedded.text) ? [embedded] : [];
}
