/** Policies in the language of another cloud. */
import { shown } from '../../text.js';
import { conversionOf } from '../conversion/conversion.js';
import { maxRelated } from '../limits.js';
import { rule } from '../rule.js';

/** So many of what is left are named in the message; the rest is related information. */
const maxNamed = 3;

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A policy of another cloud must be converted: CAM has other names for the same things.',
    zh: '其他云的策略须先转换：CAM 对同样的内容有不同的写法。',
  },
  messages: {
    all: {
      en: 'This is a policy of {cloud}. CAM does not take it as it is: convert it, and fill in the placeholders.',
      zh: '这是{cloud}的策略，CAM 不能直接使用：请先转换，再填写占位符。',
    },
    some: {
      en: 'This is a policy of {cloud}. CAM does not take it as it is. Convert it; what has no equivalent in CAM stays as it is ({count}): {found}.',
      zh: '这是{cloud}的策略，CAM 不能直接使用。请先转换，再处理在 CAM 中没有已知对应写法、保持原样的内容（{count} 处）：{found}。',
    },
    action: { en: '`{found}`: no action of CAM is known to be its equal.', zh: '`{found}`：未知 CAM 中对应的操作。' },
    'same-name': {
      en: '`{found}`: CAM has a service of that name, perhaps another product. Check whether it is the one you mean.',
      zh: '`{found}`：CAM 有同样缩写的服务，但可能是不同的产品，请确认是否符合原意。',
    },
    resource: {
      en: '`{found}`: no resource of CAM is known to be its equal.',
      zh: '`{found}`：未知 CAM 中对应的资源。',
    },
    bucket: {
      en: '`{found}`: in CAM the resource of a bucket includes all its objects. The actions on objects would apply to all of them: move the actions on the bucket to a statement of their own.',
      zh: '`{found}`：CAM 中存储桶的资源包含其中的全部对象。对象操作会因此作用于全部对象：请将存储桶操作写成单独的语句。',
    },
    operator: {
      en: '`{found}`: CAM has no such operator, or it stands here already.',
      zh: '`{found}`：CAM 没有此运算符，或此处已有同名运算符。',
    },
    key: {
      en: '`{found}`: CAM has no equal of this key here, or of one of its values.',
      zh: '`{found}`：此处没有对应的 CAM 条件键，或其中的值没有对应写法。',
    },
    principal: {
      en: '`{found}`: write who this is in CAM.',
      zh: '`{found}`：对应 CAM 中的哪个主体需由您确定。',
    },
    element: {
      en: '`{found}`: CAM has no such element. Rewriting it as its opposite would change the meaning, so it is not converted.',
      zh: '`{found}`：CAM 没有此元素。改写为相反的形式会改变含义，因此不作转换。',
    },
  },
  fixes: { convert: { en: 'Convert to CAM', zh: '转换为 CAM 策略' } },
  check: {
    policy(policy, context) {
      const conversion = conversionOf(policy, context);
      if (!conversion) return;
      const { foreign, edits, mended, left } = conversion;
      const { element, members } = policy;
      const span = element.version?.value ?? members[0]?.property.key;
      if (!span) return;
      const found = [...new Set(left.map((one) => shown(one.found)))]
        .slice(0, maxNamed)
        .map((one) => `\`${one}\``)
        .join(', ');
      context.report(span, left.length > 0 ? 'some' : 'all', {
        data: { cloud: foreign.data.name, count: left.length, found },
        suggestions: [{ title: 'convert', edits: () => edits, preferred: true }],
        related: left
          .slice(0, maxRelated)
          .map((one) => ({ span: one.span, message: one.kind, data: { found: shown(one.found) } })),
        explains: mended,
      });
    },
  },
});
