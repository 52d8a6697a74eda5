/** Hovers on policy variables such as `${uin}`. */
import type { Spot } from '../../core/place/place.js';
import { say } from '../../core/text.js';
import { spanInString } from '../../core/syntax/measure.js';
import { blocks, code, plain } from '../markdown.js';
import type { Explanation, HoverContext } from './explanation.js';
import { sourceLine } from '../explain/sources.js';
import { conditionTexts as texts } from '../explain/wording.js';

/** The variable at the spot; undefined: there is none. */
export function hoverVariable({ node, before }: Spot, context: HoverContext): Explanation | undefined {
  const { language, locale, document } = context;
  if (node?.kind !== 'string') return undefined;
  for (const found of node.value.matchAll(/\$\{(\w+)\}/gu)) {
    const [whole, name = ''] = found;
    if (before.length < found.index || before.length > found.index + whole.length) continue;
    const span = spanInString(document.policy.tree.text, node, found.index, found.index + whole.length);
    const variable = language.variable(name);
    const title = `**${code(whole)}** — ${say(texts.variable, locale)}`;
    return {
      span,
      markdown: variable
        ? blocks(title, plain(variable.meaning[locale]), sourceLine(language.sources(variable.sources), context))
        : blocks(`**${code(whole)}**`, say(texts['no-variable'], locale)),
    };
  }
  return undefined;
}
