/** What is wrong with the JSON of a file that may have comments. */
import { own } from '../own.js';
import type { JsonProblemKind, JsonTree } from '../syntax/json.js';
import { mistakesOf } from '../syntax/mistakes.js';
import type { Text } from '../text.js';
import type { Report } from './problem.js';
import { syntaxWords } from './words.js';

/** What `*.json` with comments has and JSON has not. */
const allowed: ReadonlySet<JsonProblemKind> = new Set(['comment', 'trailing-comma', 'empty']);

/** What is said of mistakes in JSON, by their kind. */
export type SyntaxMessages = { readonly [kind: string]: Text };

/** Reports the mistakes of the text itself. */
export function reportSyntax(tree: JsonTree, messages: SyntaxMessages, report: Report): void {
  for (const problem of mistakesOf({ ...tree, problems: tree.problems.filter(({ kind }) => !allowed.has(kind)) })) {
    const message = syntaxWords[problem.kind] ?? own(messages, problem.kind);
    const { start, end } = problem;
    const span = { start: start === end ? Math.max(0, start - 1) : start, end };
    if (message) report({ span, message, data: { text: problem.text }, isFormal: true });
  }
}
