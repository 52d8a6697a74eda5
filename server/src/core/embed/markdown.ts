/** Markdown: policies in fenced code. Source of the form of fences: the CommonMark specification. */
import { upTo } from '../text.js';
import { PolicyBuilder } from './builder.js';
import type { Embedded } from './embedded.js';
import { isPlainlyPolicy } from './plainly.js';
import { shifted } from './shifted.js';
import { readTerraform } from './terraform.js';

/** A fence's first line: its indentation and its marks; the language follows. */
const opening = /^( *)(`{3,}|~{3,})/u;

const policyFences: ReadonlySet<string> = new Set(['cam-policy', 'cam-policy.json', 'cam.json']);
const jsonFences: ReadonlySet<string> = new Set(['json', 'jsonc']);
const terraformFences: ReadonlySet<string> = new Set(['hcl', 'terraform', 'tf', 'tofu', 'opentofu']);

interface Fence {
  readonly indent: number;
  readonly marks: string;
  readonly language: string;
  /** Where the line behind its first one begins. */
  readonly start: number;
}

/** The policies in the fences of a Markdown text, in its order. Never throws. */
export function readMarkdown(text: string): readonly Embedded[] {
  const found: Embedded[] = [];
  let fence: Fence | undefined;
  for (let line = 0; line < text.length;) {
    const newline = text.indexOf('\n', line);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(line, end).replace(/\r$/u, '');
    if (!fence) fence = fenceOf(content, Math.min(end + 1, text.length));
    else if (closes(content, fence)) {
      found.push(...policiesInFence(text, fence, line));
      fence = undefined;
    }
    line = end + 1;
  }
  if (fence) found.push(...policiesInFence(text, fence, text.length));
  return found;
}

function fenceOf(line: string, start: number): Fence | undefined {
  const [whole, indent, marks] = opening.exec(line) ?? [];
  if (whole === undefined || indent === undefined || marks === undefined) return undefined;
  const told = line.slice(whole.length).trimStart();
  if (told.includes('`')) return undefined;
  return { indent: indent.length, marks, language: upTo(told, ' ').toLowerCase(), start };
}

/** A fence ends with at least as many of its marks, alone on a line. */
const closes = (line: string, { marks }: Fence): boolean => {
  const content = line.trim();
  return content.startsWith(marks) && content === marks.charAt(0).repeat(content.length);
};

function policiesInFence(text: string, { indent, language, start }: Fence, end: number): readonly Embedded[] {
  const isPolicy = policyFences.has(language);
  if (terraformFences.has(language))
    return readTerraform(text.slice(start, end)).map((embedded) => shifted(embedded, start));
  if (!isPolicy && !jsonFences.has(language)) return [];
  const builder = new PolicyBuilder(text, start);
  for (let line = start; line < end;) {
    const newline = text.indexOf('\n', line);
    const next = newline < 0 || newline >= end ? end : newline + 1;
    let from = line;
    while (from < line + indent && text.charAt(from) === ' ') from++;
    builder.copy(from, next);
    line = next;
  }
  const embedded = builder.finish(end, { encode: (own) => own, indent: ' '.repeat(indent) });
  return isPolicy || isPlainlyPolicy(embedded.text) ? [embedded] : [];
}
