/** The part of a policy that a report of a problem needs: one statement where that shows the same, its numbers masked. */
import type { Position } from 'vscode-languageserver-types';
import type { Excerpt } from '../../../protocol/answers.js';
import { removeMembers } from '../core/edits/members.js';
import type { Finding } from '../core/lint/finding.js';
import { lint } from '../core/lint/lint.js';
import type { Policy, Statement } from '../core/policy/model.js';
import { readPolicy } from '../core/policy/read.js';
import { applyEdits, meets, touches } from '../core/span.js';
import { indexLines } from '../core/lines.js';
import { masked } from '../core/syntax/masked.js';
import { lintOptionsOf, type Context } from './context.js';
import type { PolicyDocument } from './document.js';

/**
 * The policy with the one statement at `position`, or, where none is there, the first one with a finding, if it has the same findings by itself; else the whole
 * policy. What the findings of the text are is found out anew.
 */
export function excerpt(document: PolicyDocument, position: Position | undefined, context: Context): Excerpt {
  const { policy, findings } = document;
  const options = lintOptionsOf(context);
  const findingsOf = (text: string): readonly Finding[] => lint(readPolicy(text, policy.unknown), options);
  const whole = masked(policy.tree.text);
  const statement = statementAt(policy, position && document.offsetAt(position), findings);
  const short = statement && masked(alone(policy, statement));
  const codes = statement ? findings.filter(({ span }) => meets(statement.node, span)).map(({ code }) => code) : [];
  const shown = short === undefined ? [] : findingsOf(short);
  const same = short !== undefined && codes.every((code) => shown.some((finding) => finding.code === code));
  const text = same ? short : whole;
  const lines = indexLines(text);
  return {
    text,
    findings: (same ? shown : findingsOf(whole)).map(({ code, span }) => ({
      code,
      line: lines.at(span.start).line,
    })),
  };
}

function statementAt(
  { statements }: Policy,
  offset: number | undefined,
  findings: readonly Finding[],
): Statement | undefined {
  const at = statements.find(({ node }) => offset !== undefined && touches(node, offset));
  return at ?? statements.find(({ node }) => findings.some(({ span }) => meets(node, span)));
}

/** The policy's text without its other statements. */
function alone({ tree }: Policy, { node, list }: Statement): string {
  if (!list) return tree.text;
  return applyEdits(
    tree.text,
    removeMembers(tree.text, list, (member) => member !== node),
  );
}
