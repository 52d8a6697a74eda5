/** What the policy in the editor newly allows beside another text, and what it no longer allows. */
import type { AccessComparison } from '../../../../protocol/access.js';
import { compare } from '../../core/access/compare.js';
import type { Comparison } from '../../core/access/comparison.js';
import { comparisonInShort, comparisonInWords } from '../../core/access/words/comparison-words.js';
import type { Embedded } from '../../core/embed/embedded.js';
import { policiesIn } from '../../core/embed/hosts.js';
import type { Policy } from '../../core/policy/model.js';
import { readPolicy } from '../../core/policy/read.js';
import { say, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { bullets } from '../markdown.js';
import { configuredCaller } from './caller.js';
import { accessLine, markdownVoice, plainVoice } from './voice.js';

const texts = {
  title: { en: 'What changes in {name}', zh: '{name} 的权限变化' },
  numbered: { en: 'Policy {number}', zh: '策略 {number}' },
} satisfies { readonly [name: string]: Text };

/** Whether all of a text is understood: of a half-written one nothing is said, since what is left out of it looks like a loss. */
const isWhole = ({ tree, node, statements }: Policy): boolean =>
  tree.problems.length === 0 && node !== undefined && statements.every(({ effect }) => effect !== undefined);

/**
 * Null where the policy is half-written, and where the other text has no policy `which`. Compares with the policy number `which` (from 0) of the text `with`, the first where nothing is said; with
 * nothing where that holds no policy. `name` is the file that it is from; without one it is written in what the document is written in. `earlier`: it is
 * the document as it was, and the policy is compared with what it was.
 */
export function compareAccess(
  document: PolicyDocument,
  context: Context,
  { with: other, which, name, earlier }: { readonly [name: string]: unknown },
): AccessComparison | null {
  if (!isWhole(document.policy)) return null;
  const othersIn = (text: string): readonly Embedded[] =>
    typeof name === 'string' ? policiesIn(text, '', name) : document.policiesIn(text);
  // An older text may come from git, which keeps the mark that editors take off.
  const others = typeof other === 'string' ? othersIn(other.replace(/^\ufeff/u, '')) : [];
  if (earlier !== true && which !== undefined && others.length > 0 && !others[Number(which)]) return null;
  const before = earlier === true ? earlierOf(document, others) : others[Number(which ?? 0)];
  const question = {
    before: { policies: [readPolicy(before?.text ?? '')] },
    after: { policies: [document.policy] },
    caller: configuredCaller(context),
    counted: true,
  };
  const comparison = compare(question, context);
  const lines = comparisonInWords(comparison, plainVoice(context));
  return {
    gained: comparison.gained.is,
    lost: comparison.lost.is,
    short: comparisonInShort(comparison, plainVoice(context)),
    lines: lines.map((line) => accessLine(line, document)),
    markdown: pageOf(comparison, document, context),
    at: document.rangeOf(document.policy.node ?? { start: 0, end: 0 }),
    others: others.map(({ name: own }, index) => own ?? say(texts.numbered, context.locale, { number: index + 1 })),
  };
}

/** What the policy was: the one of its name, in its place where several have that; without a name the one in its place. */
function earlierOf({ embedded: { name }, index }: PolicyDocument, others: readonly Embedded[]): Embedded | undefined {
  const there = others[index];
  return there?.name === name ? there : others.find((one) => one.name === name);
}

function pageOf(comparison: Comparison, document: PolicyDocument, context: Context): string {
  const sides = comparisonInWords(comparison, markdownVoice(context)).map(({ text, below }) => {
    const heading = text.replace(/[:：]$/u, '');
    return `## ${heading}\n\n${bullets(below.flatMap((line) => [line.text, ...line.below.map((one) => one.text)]))}\n`;
  });
  const title = say(texts.title, context.locale, { name: document.name });
  return [`# ${title}\n`, ...sides].join('\n');
}
