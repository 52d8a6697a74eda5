/** Documents as features see them: a host document and the policies in it. Here offsets become positions, and edits become text edits of the host. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { choicesOf, referenceTo } from '../core/embed/choose.js';
import { hostOffset, hostSpan, isBetween, ownOffset, type Embedded } from '../core/embed/embedded.js';
import { hostEdits, writtenIn } from '../core/embed/host-edits.js';
import { policiesIn, type HostKind } from '../core/embed/hosts.js';
import { fileName } from '../core/file-name.js';
import { ignoresIn, type Ignores } from '../core/config/ignores.js';
import type { ConfigurationProblem } from '../core/config/problem.js';
import type { Finding } from '../core/lint/finding.js';
import { lint, type LintOptions } from '../core/lint/lint.js';
import type { Policy } from '../core/policy/model.js';
import { readPolicy } from '../core/policy/read.js';
import { applyEdits, meets, touches, type Edit, type Span } from '../core/span.js';
import { lintOptionsOf, type Context } from './context.js';
import { Locator, type Text } from './positions.js';

/** A policy's place among those of its host. */
interface Among {
  /** Which of them it is, from 0. */
  readonly index: number;
  /** What chooses it, behind `#`. */
  readonly which: string | undefined;
  /** The comments of the host that accept findings. */
  readonly ignores?: Ignores | undefined;
  /** Which hosts its text may be. */
  readonly kinds?: readonly HostKind[] | undefined;
}

/** A policy in a host document. Offsets and spans are those of the policy's own text, positions and ranges those of the host document. */
export class PolicyDocument {
  private read: Policy | undefined;
  private linted: readonly Finding[] | undefined;

  constructor(
    private readonly host: Text,
    /** How the policy stands in the host. */
    readonly embedded: Embedded,
    private readonly context: Context,
    private readonly among: Among,
  ) {}

  /** Which of the host's policies it is, from 0. */
  get index(): number {
    return this.among.index;
  }

  /** The file's name; of a policy that needs choosing `main.tf#dev`. */
  get name(): string {
    return referenceTo(fileName(this.uri), this.among.which);
  }

  /** Takes over what was read from a policy of the same text, under the same settings. */
  takeOver({ embedded, read, linted, among }: PolicyDocument): void {
    const { text, unknown } = embedded;
    if (text !== this.embedded.text || unknown !== this.embedded.unknown) return;
    this.read ??= read;
    // Comments that accept findings count those that they accept.
    const isConcerned = among.ignores?.concerns(embedded) || this.among.ignores?.concerns(this.embedded);
    if (!isConcerned) this.linted ??= linted;
  }

  get uri(): string {
    return this.host.uri;
  }

  get version(): number {
    return this.host.version;
  }

  /** Read when first asked for. */
  get policy(): Policy {
    return (this.read ??= readPolicy(this.embedded.text, this.embedded.unknown));
  }

  /** Linted when first asked for. */
  get findings(): readonly Finding[] {
    return (this.linted ??= lint(this.policy, this.lintOptions()));
  }

  /** Findings that a comment of the host accepts do not count. */
  private lintOptions(): LintOptions {
    const { embedded } = this;
    const { ignores } = this.among;
    const options = lintOptionsOf(this.context);
    if (!ignores || !embedded.pieces) return options;
    const sift: LintOptions['sift'] = (policy, all) => {
      const left = options.sift ? options.sift(policy, all) : all;
      return ignores.sift(embedded, left, ({ span }) => hostSpan(embedded, span).start).findings;
    };
    return { ...options, sift };
  }

  positionAt(offset: number): Position {
    return this.host.positionAt(hostOffset(this.embedded, offset));
  }

  /** The own offset at a position; the nearest one if the position is outside the policy. */
  offsetAt(position: Position): number {
    return ownOffset(this.embedded, this.host.offsetAt(position));
  }

  /** Whether what is typed at a position is none of the policy's: it is in a comment of the host, or in its indentation. */
  isBetween(position: Position): boolean {
    return isBetween(this.embedded, this.host.offsetAt(position));
  }

  rangeOf(span: Span): Range {
    const { start, end } = hostSpan(this.embedded, span);
    return { start: this.host.positionAt(start), end: this.host.positionAt(end) };
  }

  /** An own span in offsets of the host. */
  hostSpan(span: Span): Span {
    return hostSpan(this.embedded, span);
  }

  /** Edits of the policy's own text as edits of the host document, in the host's own writing. */
  textEdits(edits: readonly Edit[]): TextEdit[] {
    return hostEdits(this.embedded, edits).map(({ span: { start, end }, newText }) => ({
      range: { start: this.host.positionAt(start), end: this.host.positionAt(end) },
      newText,
    }));
  }

  /** The host's text after edits of the policy's own text, and how the policy stands in it then. */
  edited(edits: readonly Edit[]): { readonly text: string; readonly embedded: Embedded | undefined } {
    const { host, embedded } = this;
    const text = applyEdits(host.getText(), hostEdits(embedded, edits));
    // Edits of a policy do not move its start.
    const isSame = ({ span }: Embedded): boolean => span.start === embedded.span.start;
    return { text, embedded: this.policiesIn(text).find(isSame) };
  }

  /** The policies of another text, read as the host's own is. */
  policiesIn(text: string): readonly Embedded[] {
    return policiesIn(text, this.host.languageId, this.host.uri, this.among.kinds);
  }

  /** `text` as it is written in the host; `indented`: with the host's indentation on new lines. */
  written(text: string, indented = true): string {
    return writtenIn(this.embedded, text, indented);
  }

  /** For many positions in a row. It takes offsets of the host: see `hostSpan`. */
  locator(): Locator {
    return new Locator(this.host, this.host.getText());
  }
}

/** A policy and the part of it that a range of the host covers. */
export interface Touched {
  readonly document: PolicyDocument;
  /** In own offsets. */
  readonly selection: Span;
}

/** A text that holds policies, one version of it. A policy file is one that holds one policy and nothing else. */
export class HostDocument {
  private found: readonly PolicyDocument[] | undefined;
  private ignores: Ignores | undefined;
  /** The policies of the version before that was read last. */
  private known: readonly PolicyDocument[];

  /** `before`: the version before, read under the same settings. Policies that did not change are not read again. */
  constructor(
    private readonly text: Text,
    private readonly context: Context,
    private readonly kinds?: readonly HostKind[],
    before?: HostDocument,
  ) {
    this.known = before?.found ?? before?.known ?? [];
  }

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  /** In the order of the text; looked for when first asked for. */
  get policies(): readonly PolicyDocument[] {
    const { text, context } = this;
    if (this.found) return this.found;
    const content = text.getText();
    const all = policiesIn(content, text.languageId, text.uri, this.kinds);
    if (content.includes('cam-policy-ignore'))
      this.ignores = ignoresIn(content, all, new Set(Object.keys(context.rules)));
    const { ignores, kinds } = this;
    const choices = choicesOf(all);
    this.found = all.map(
      (embedded, index) =>
        new PolicyDocument(text, embedded, context, { index, which: choices[index], ignores, kinds }),
    );
    const known = new Map(this.known.map((policy) => [policy.embedded.text, policy]));
    this.known = [];
    for (const policy of this.found) {
      const same = known.get(policy.embedded.text);
      if (same) policy.takeOver(same);
    }
    return this.found;
  }

  /** What is wrong with comments that accept findings; known once the findings of all policies are. */
  get ignoreProblems(): readonly ConfigurationProblem[] {
    return this.ignores?.problems() ?? [];
  }

  positionAt(offset: number): Position {
    return this.text.positionAt(offset);
  }

  /** The policy at a position; undefined: there is none. */
  policyAt(position: Position): PolicyDocument | undefined {
    const offset = this.text.offsetAt(position);
    return this.policies.find(({ embedded }) => touches(embedded.span, offset));
  }

  /** A range in offsets of the host. */
  spanOf({ start, end }: Range): Span {
    return { start: this.text.offsetAt(start), end: this.text.offsetAt(end) };
  }

  /** The policies that a span of the host touches. */
  touchedBy({ start, end }: Span): readonly Touched[] {
    return this.policies
      .filter(({ embedded: { span } }) => meets(span, { start, end }))
      .map((document) => ({
        document,
        selection: { start: ownOffset(document.embedded, start), end: ownOffset(document.embedded, end) },
      }));
  }
}
