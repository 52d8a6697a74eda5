/** Regular expressions of the source, and whether the time they take can grow faster than the text. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';

/** One expression as it is written, or what makes one out of parts that only a run knows. */
export interface Expression {
  /** `file:line`. */
  readonly place: string;
  readonly written: string;
  /** Undefined where it is put together when the program runs. */
  readonly literal: { readonly source: string; readonly flags: string } | undefined;
}

/** Every regular expression in the text of a TypeScript file, and every place where one is made of parts. */
export function expressionsIn(file: string, text: string): readonly Expression[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const add = (node: ts.Node, literal: Expression['literal']): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${file}:${line + 1}`, written: node.getText(), literal });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) add(node, literalOf(node.text));
    // Whatever is done with the constructor: called, with `new` or without, or given on.
    else if (ts.isIdentifier(node) && node.text === 'RegExp' && !ts.isTypeReferenceNode(node.parent))
      add(node.parent, undefined);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function literalOf(text: string): Expression['literal'] {
  const end = text.lastIndexOf('/');
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

/** The expressions of all files below `folder` that are no tests. */
export async function expressionsBelow(folder: string): Promise<readonly Expression[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.flatMap((text, index) => expressionsIn(files[index] ?? '', text));
}

/** How long one expression may be looked at, in ms; most take a tenth of a second. */
const timeout = 60_000;

/** Why an expression is refused; undefined where the time it takes is sure to be linear in the text, wherever it is looked for in it. */
export async function objectionTo({ literal, written }: Expression): Promise<string | undefined> {
  if (!literal) return `${written}: made of parts, so that nobody can check it; write it out, or scan the text`;
  let verdict = await check(literal.source, literal.flags, { timeout });
  // The fuzzer goes by the time that its attempts take, which a busy machine may spoil: what it accuses is tried again.
  for (let again = 0; again < 2 && verdict.status === 'vulnerable' && verdict.checker === 'fuzz'; again++)
    verdict = await check(literal.source, literal.flags, { timeout });
  if (verdict.status === 'safe') return undefined;
  return `${written}: ${verdict.status === 'unknown' ? `not known, ${verdict.error.kind}` : verdict.complexity.summary}`;
}
