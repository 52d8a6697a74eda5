/** Texts and strings far beyond the length of any policy, which are not read, and documents with more findings than are shown. */
import { maxPolicyLength } from '../../policy/length.js';
import { maxTextLength } from '../../syntax/json.js';
import { firstCharacter } from '../../span.js';
import { rule } from '../rule.js';

export default rule({
  group: 'document',
  severity: 'information',
  summary: {
    en: 'Too long to be checked, or too many findings to show.',
    zh: '内容过长，无法检查；或问题过多，无法全部显示。',
  },
  messages: {
    text: {
      en: 'This text is not checked: it is longer than {limit} characters. It has {count}, and CAM takes policies of {most}.',
      zh: '此文本超过 {limit} 个字符，不会被检查。它有 {count} 个字符；CAM 策略最多 {most} 个字符。',
    },
    string: {
      en: 'This string is not read: it alone is longer than a whole policy. It has {count} characters, and CAM takes policies of {most}.',
      zh: '此字符串有 {count} 个字符，不会被读取。整个策略的上限为 {most} 个字符。',
    },
    findings: {
      en: 'Of {count} findings {limit} are shown, errors first.',
      zh: '共有 {count} 个问题，只显示前 {limit} 个，错误优先于警告。',
    },
  },
  check: {
    tree({ text, problems }, { report }) {
      const most = maxPolicyLength;
      for (const problem of problems)
        if (problem.kind === 'too-large')
          report(problem, 'text', { data: { count: text.length, limit: maxTextLength, most } });
        else if (problem.kind === 'long-string')
          report(firstCharacter(problem), 'string', { data: { count: problem.end - problem.start, most } });
    },
  },
});
