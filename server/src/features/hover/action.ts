/** Hovers on actions: the service, the action or the wildcard under the cursor. */
import { documentAction } from '../explain/action.js';
import { documentWildcard } from '../explain/wildcard.js';
import { actionTexts as texts } from '../explain/wording.js';
import { hasWildcard, readAction } from '../../core/policy/action.js';
import type { PlaceOf } from '../../core/place/place.js';
import { spanInString } from '../../core/syntax/measure.js';
import { say } from '../../core/text.js';
import { blocks, withSecond } from '../markdown.js';
import { accessOfAction } from './access.js';
import type { Explanation, HoverContext } from './explanation.js';

export function hoverAction({ spot, statement }: PlaceOf<'action'>, context: HoverContext): Explanation | undefined {
  const { node } = spot;
  if (node?.kind !== 'string') return undefined;
  const { locale, catalogue, document } = context;
  const { form, prefix, service: id, name } = readAction(node.value);
  const access = accessOfAction(node, statement, context);
  if (form === 'all') return { span: node, markdown: blocks(say(texts.everything, locale), access) };
  if (form === 'set') return { span: node, markdown: say(texts.set, locale) };
  if (form !== 'action') return undefined;
  const text = document.policy.tree.text;
  const start = prefix.length;
  if (spot.before.length <= start + id.length) {
    const span = spanInString(text, node, start, start + id.length);
    return { span, markdown: documentAction(id, undefined, context) };
  }
  const span = spanInString(text, node, start, start + id.length + 1 + name.length);
  const service = catalogue.service(id);
  const markdown =
    service && hasWildcard(name)
      ? documentWildcard(service, name, context, statement)
      : documentAction(id, name, context);
  return { span, markdown: withSecond(markdown, access) };
}
