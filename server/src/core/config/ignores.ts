/** Comments of a host that accept findings: `# cam-policy-ignore RULE: reason`. */
import { indexLines, type LineIndex } from '../lines.js';
import type { Finding } from '../lint/finding.js';
import type { Span } from '../span.js';
import type { ConfigurationProblem } from './problem.js';
import { words } from './words.js';

/** A policy of the host, in the host's offsets. */
interface Placed {
  readonly span: Span;
  readonly pieces: readonly { readonly host: Span }[] | undefined;
}

interface Comment {
  readonly span: Span;
  readonly rule: string;
  readonly reason: string;
  /** The line that it is for, from 1. */
  readonly line: number;
}

export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
}

export interface Ignores {
  /** Parts the findings of a policy, each at a host offset, from those that a comment keeps quiet. */
  sift(
    policy: Placed,
    findings: readonly Finding[],
    startOf: (finding: Finding) => number,
  ): { readonly findings: readonly Finding[]; readonly ignored: readonly Ignored[] };
  /** What is wrong with the comments, once all policies have been sifted. */
  problems(): readonly ConfigurationProblem[];
}

const name = 'cam-policy-ignore';

/** What stands behind the name: a rule, and a reason without the end of a comment. */
const entry = /^[ \t]+([\w-]{1,60})[ \t]*(?::([^\n]*))?/u;

const nothing: Ignores = { sift: (_, findings) => ({ findings, ignored: [] }), problems: () => [] };

/** The comments of a host text. `rules`: the names of all rules. A host that is one policy has no comments. */
export function ignoresIn(text: string, policies: readonly Placed[], rules: ReadonlySet<string>): Ignores {
  if (!text.includes(name) || policies.every(({ pieces }) => !pieces)) return nothing;
  const lines = indexLines(text);
  const found = commentsIn(text, lines).filter(({ span }) => !policies.some((policy) => holds(policy, span.start)));
  const valid = found.filter(({ rule, reason }) => rules.has(rule) && reason !== '');
  const used = new Set<Comment>();
  return {
    sift(policy, findings, startOf) {
      const first = lines.at(policy.span.start).line;
      const ignored: Ignored[] = [];
      const kept = findings.filter((finding) => {
        const { line } = lines.at(startOf(finding));
        // A comment for the line on which a policy begins, or a heredoc or a fence before it, is for the whole policy.
        const by = valid.find(
          (one) => one.rule === finding.code && (one.line === line || one.line === first || one.line === first - 1),
        );
        if (by) used.add(by);
        if (by) ignored.push({ finding, reason: by.reason });
        return !by;
      });
      return { findings: kept, ignored };
    },
    problems: () => found.flatMap((comment) => problemOf(comment, rules, used.has(comment)) ?? []),
  };
}

function problemOf(
  { span, rule, reason }: Comment,
  rules: ReadonlySet<string>,
  isUsed: boolean,
): ConfigurationProblem | undefined {
  const problem = { severity: 'warning', span, isFormal: false } as const;
  if (!rules.has(rule)) return { ...problem, code: 'configuration', message: words.noRule, data: { value: rule } };
  if (reason === '') return { ...problem, code: 'configuration', message: words.noReason, data: { rule } };
  return isUsed ? undefined : { ...problem, code: 'unused-suppression', message: words.unusedIgnore, data: { rule } };
}

/** Whether an offset stands in the policy's own text, where a comment is none of the host's. */
const holds = ({ span, pieces }: Placed, offset: number): boolean =>
  offset >= span.start &&
  offset < span.end &&
  (!pieces || pieces.some(({ host }) => host.start <= offset && offset < host.end));

function commentsIn(text: string, lines: LineIndex): readonly Comment[] {
  const comments: Comment[] = [];
  /** Comments alone on their lines are for the next line that has none. */
  let waiting: Omit<Comment, 'line'>[] = [];
  let last = 0;
  const settle = (line: number): void => {
    comments.push(...waiting.map((one) => ({ ...one, line })));
    waiting = [];
  };
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const { line } = lines.at(at);
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const before = text.slice(lineStart, at).trimEnd();
    const mark = ['#', '//', '<!--'].find((one) => before.endsWith(one));
    if (mark === undefined) continue;
    const newline = text.indexOf('\n', at);
    const rest = text.slice(at + name.length, newline < 0 ? text.length : newline);
    const [whole = '', rule = '', said = ''] = entry.exec(rest) ?? [];
    const reason = said.replace('-->', '').trim();
    const span = { start: at, end: at + name.length + whole.trimEnd().length };
    if (line > last + 1) settle(last + 1);
    if (before === mark || before.trim() === mark) waiting.push({ span, rule, reason });
    else comments.push({ span, rule, reason, line });
    last = line;
  }
  settle(last + 1);
  return comments;
}
