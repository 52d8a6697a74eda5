/** Terraform and OpenTofu: policies in heredocs, in the argument of `jsonencode`, and in quoted strings. */
import { PolicyBuilder } from './builder.js';
import type { Embedded, Writing } from './embedded.js';
import { encodeObject, readValue } from './hcl-object.js';
import { encodeHeredoc, encodeQuoted, isClosed, readJsonTemplate } from './hcl-template.js';
import { callAt } from './hcl-call.js';
import { tokensOf, type Token } from './hcl-tokens.js';
import type { Span } from '../span.js';
import { hasUnknownMark } from '../syntax/unknown-mark.js';
import { isPlainlyPolicy } from './plainly.js';
import { UnknownValues } from './unknown.js';

/** What a file that holds a policy has in it somewhere. */
const mayHold = /statement|qcs:|tencentcloud_/iu;

/** Arguments that take a policy: of resources and of modules that people write. */
const policyArguments: ReadonlySet<string> = new Set([
  'policy',
  'document',
  'policy_document',
  'role_document',
  'custom_policy',
]);

/** The policies of a Terraform file, in its order; what is plainly no policy of CAM is left alone. Never throws. */
export function readTerraform(text: string): readonly Embedded[] {
  if (!mayHold.test(text)) return [];
  return new TerraformReader(text, tokensOf(text)).read();
}

class TerraformReader {
  private readonly found: Embedded[] = [];
  /** The type of the outermost block, `tencentcloud_cam_policy`; empty outside of blocks and for those without one. */
  private type = '';
  /** The name of the outermost block, the last of its labels; empty where it has none. */
  private label = '';
  /** How many brackets are open around. */
  private depth = 0;
  /** The argument whose value is being read. */
  private argument = '';

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  read(): readonly Embedded[] {
    for (let at = 0; at < this.tokens.length;) at = this.step(at);
    return this.found;
  }

  /** Looks at the token `at`; gives the one to go on with. */
  private step(at: number): number {
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    if (!token) return at + 1;
    if (token.kind === 'open') this.depth++;
    else if (token.kind === 'close') this.depth = Math.max(0, this.depth - 1);
    else if (token.kind === 'name' || token.kind === 'string') {
      if (this.depth === 0 && token.kind === 'name') {
        this.type = this.typeOfBlock(next);
        this.label = this.labelOfBlock(at + 1);
      }
      if (next?.kind === 'mark' && (next.text === '=' || next.text === ':')) this.argument = this.nameOf(token);
      else if (token.kind === 'string') this.string(token);
      else if (token.text === 'jsonencode' && next?.text === '(') {
        // Its closing parenthesis is looked at as any other; one that is missing closes nothing.
        if (next.fellow >= 0) this.depth++;
        return this.object(at + 1);
      }
    } else if (token.kind === 'heredoc') this.heredoc(token);
    return at + 1;
  }

  private typeOfBlock(label: Token | undefined): string {
    return label?.kind === 'string' ? this.nameOf(label) : label?.kind === 'open' || !label ? '' : this.type;
  }

  private labelOfBlock(first: number): string {
    const labels = [this.tokens[first], this.tokens[first + 1]].filter((token) => token?.kind === 'string');
    const last = this.tokens[first]?.kind === 'string' ? labels.at(-1) : undefined;
    return last ? this.nameOf(last) : '';
  }

  private nameOf({ kind, start, end }: Token): string {
    return kind === 'string' ? this.text.slice(start + 1, end - 1) : this.text.slice(start, end);
  }

  private heredoc({ body }: Token): void {
    if (body) this.template(body, false);
  }

  private string({ start, end }: Token): void {
    if (/^"\s*\{/u.test(this.text.slice(start, start + 20)))
      this.template({ start: start + 1, end: isClosed(this.text, start, end) ? end - 1 : end }, true);
  }

  private template(body: Span, quoted: boolean): void {
    const { text } = this;
    const unknowns = new UnknownValues();
    const builder = new PolicyBuilder(text, body.start);
    const isOpen = readJsonTemplate({ text, ...body, quoted, builder, unknowns });
    this.take(builder, body.end, unknowns, quoted ? encodeQuoted : encodeHeredoc, isOpen);
  }

  /** Reads the argument of `jsonencode`, whose parenthesis is the token `open`; gives the token behind it. */
  private object(open: number): number {
    const { text, tokens } = this;
    const call = callAt(text, tokens, open);
    const end = open + call.length;
    const begin = call.findIndex(({ kind }, at) => at > 0 && kind !== 'newline');
    const first = call[begin];
    if (begin > 0 && first?.text !== '{') return open + begin;
    const last = call.at(-1) ?? tokens[open];
    // Nothing is in it yet: a policy can be begun everywhere between the parentheses.
    const span = first
      ? { start: first.start, end: last?.end ?? 0 }
      : { start: tokens[open]?.end ?? 0, end: tokens[end]?.start ?? last?.end ?? 0 };
    const unknowns = new UnknownValues();
    const builder = new PolicyBuilder(text, span.start);
    const isOpen =
      first !== undefined && readValue({ text, tokens: call, builder, unknowns }, { from: begin, to: call.length });
    this.take(builder, span.end, unknowns, encodeObject, isOpen);
    return end;
  }

  private take(
    builder: PolicyBuilder,
    end: number,
    unknowns: UnknownValues,
    encode: (text: string) => string,
    open: boolean,
  ): void {
    const writing: Writing = { encode: (text) => unknowns.write(text, encode), indent: '' };
    const embedded = builder.finish(end, writing);
    const { start } = embedded.span;
    if (hasUnknownMark(this.text, start, end) || !this.isPolicy(embedded.text)) return;
    this.found.push({
      ...embedded,
      name: this.label === '' ? this.argument : this.label,
      laidOutByHost: true,
      unknown: open ? 'parts' : unknowns.isEmpty ? undefined : 'values',
    });
  }

  /** Whether a text is a policy of CAM: by what it holds, and in Tencent Cloud's own blocks by the argument that it stands in. */
  private isPolicy(text: string): boolean {
    const isOurs = this.type.startsWith('tencentcloud_');
    if (isOurs && policyArguments.has(this.argument)) return /^\s*(?:\{|$)/u.test(text);
    return isPlainlyPolicy(text) || (isOurs && /^\s*\{/u.test(text) && /"statement"\s*:/iu.test(text));
  }
}
