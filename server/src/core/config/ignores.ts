/** Comments of a host that accept findings. */
import { indexLines, type LineIndex } from '../lines.js';
import type { Finding } from '../lint/finding.js';
import type { Span } from '../span.js';
import { shown } from '../text.js';
import { nearestTo } from './check-shape.js';
import { ignoreCommentsIn, ignoreName, type IgnoreComment } from './ignore-comments.js';
import type { ConfigurationProblem } from './problem.js';
import { words } from './words.js';

/** A policy of the host, in the host's offsets. */
interface Placed {
  readonly span: Span;
  readonly pieces: readonly { readonly host: Span }[] | undefined;
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
  /** Whether a comment is for a line of the policy, so that the policy's findings depend on it. */
  concerns(policy: Placed): boolean;
  /** What is wrong with the comments, once all policies have been sifted. */
  problems(): readonly ConfigurationProblem[];
}

const nothing: Ignores = {
  sift: (_, findings) => ({ findings, ignored: [] }),
  concerns: () => false,
  problems: () => [],
};

/** The comments of a host text. `rules`: the names of all rules. A host that is one policy has no comments. */
export function ignoresIn(text: string, policies: readonly Placed[], rules: ReadonlySet<string>): Ignores {
  if (!text.includes(ignoreName) || policies.every(({ pieces }) => !pieces)) return nothing;
  return new Comments(text, policies, rules);
}

class Comments implements Ignores {
  private readonly lines: LineIndex;
  private readonly found: readonly IgnoreComment[];
  /** Those that are right, by the line that they are for. */
  private readonly byLine = new Map<number, IgnoreComment[]>();
  private readonly used = new Set<IgnoreComment>();

  constructor(
    text: string,
    policies: readonly Placed[],
    private readonly rules: ReadonlySet<string>,
  ) {
    this.lines = indexLines(text);
    this.found = ignoreCommentsIn(text, this.lines).filter(({ span }) => !isInPolicy(policies, span.start));
    for (const one of this.found) {
      if (!rules.has(one.rule) || one.reason === '') continue;
      const same = this.byLine.get(one.line);
      if (same) same.push(one);
      else this.byLine.set(one.line, [one]);
    }
  }

  sift(
    policy: Placed,
    findings: readonly Finding[],
    startOf: (finding: Finding) => number,
  ): { readonly findings: readonly Finding[]; readonly ignored: readonly Ignored[] } {
    const first = this.lines.at(policy.span.start).line;
    const ignored: Ignored[] = [];
    const kept = findings.filter((finding) => {
      // A comment for the line on which a policy begins, or a heredoc or a fence before it, is for the whole policy.
      const by = [this.lines.at(startOf(finding)).line, first, first - 1]
        .flatMap((line) => this.byLine.get(line) ?? [])
        .find(({ rule }) => rule === finding.code);
      if (by) this.used.add(by);
      if (by) ignored.push({ finding, reason: by.reason });
      return !by;
    });
    return { findings: kept, ignored };
  }

  concerns({ span }: Placed): boolean {
    const last = this.lines.at(span.end).line;
    for (let line = this.lines.at(span.start).line - 1; line <= last; line++) if (this.byLine.has(line)) return true;
    return false;
  }

  problems(): readonly ConfigurationProblem[] {
    return this.found.flatMap((comment) => problemOf(comment, this.rules, this.used.has(comment)) ?? []);
  }
}

function problemOf(
  { span, rule, reason, marks: { open, close } }: IgnoreComment,
  rules: ReadonlySet<string>,
  isUsed: boolean,
): ConfigurationProblem | undefined {
  const problem = { severity: 'warning', span, isFormal: false, code: 'configuration' } as const;
  const ending = close === '' ? '' : ` ${close}`;
  if (rule === '') return { ...problem, message: words.noRuleNamed, data: { open, name: ignoreName, ending } };
  if (!rules.has(rule)) {
    const near = nearestTo(rule, [...rules]);
    const data = { value: shown(rule) };
    return near === undefined
      ? { ...problem, message: words.noRule, data }
      : { ...problem, message: words.nearRule, data: { ...data, near } };
  }
  if (reason === '') return { ...problem, message: words.noReason, data: { rule, open, name: ignoreName, ending } };
  return isUsed ? undefined : { ...problem, code: 'unused-suppression', message: words.unusedIgnore, data: { rule } };
}

/** Whether an offset stands in the own text of one of the policies, where a comment is none of the host's. Both are in the order of the text. */
function isInPolicy(policies: readonly Placed[], offset: number): boolean {
  const policy = lastAt(policies, ({ span }) => span.start, offset);
  if (!policy || offset >= policy.span.end) return false;
  if (!policy.pieces) return true;
  const piece = lastAt(policy.pieces, ({ host }) => host.start, offset);
  return piece !== undefined && offset < piece.host.end;
}

/** The last of what stands in order that begins at or before `offset`. */
function lastAt<Item>(all: readonly Item[], startOf: (item: Item) => number, offset: number): Item | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = all[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
