/** A text in which nothing has been written yet. In an editor that is how a policy begins; the command line makes an error of it. */
import { lineEnd } from '../../syntax/measure.js';
import { holdsNothing } from '../../syntax/mistakes.js';
import type { JsonTree } from '../../syntax/json.js';
import { replace, type Edit } from '../../span.js';
import { rule } from '../rule.js';

const skeleton = JSON.stringify(
  { version: '2.0', statement: [{ effect: 'allow', action: [], resource: [] }] },
  undefined,
  2,
);

/** Comments stay, and the policy begins behind them. */
function begin({ text, problems }: JsonTree): Edit {
  const newline = lineEnd(text);
  const policy = `${skeleton.replaceAll('\n', newline)}${newline}`;
  const end = problems.reduce((last, problem) => Math.max(last, problem.end), 0);
  return replace({ start: end, end: text.length }, end > 0 && !isByteOrderMark(text) ? newline + policy : policy);
}

const isByteOrderMark = (text: string): boolean => text.trim() === '';

export default rule({
  group: 'document',
  severity: 'hint',
  summary: { en: 'A document must hold a policy.', zh: '文档须包含策略。' },
  messages: {
    nothing: {
      en: 'There is no policy here yet. CAM refuses an empty one.',
      zh: '此处还没有策略。CAM 会拒绝空的策略。',
    },
  },
  fixes: { begin: { en: 'Begin a policy with one statement', zh: '开始编写策略（含一条语句）' } },
  check: {
    tree(tree, { report }) {
      if (!holdsNothing(tree)) return;
      const isOpen = tree.problems.some(({ kind }) => kind === 'unclosed-comment');
      report({ start: 0, end: tree.text.length }, 'nothing', {
        suggestions: isOpen ? [] : [{ title: 'begin', edits: () => [begin(tree)], preferred: true }],
      });
    },
  },
});
