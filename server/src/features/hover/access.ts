/** What hovers add on access: only where the statement alone does not tell. */
import { testsOf } from '../../core/access/condition-test.js';
import { actionStanding, resourceStanding, type Standing } from '../../core/access/explain/standing.js';
import { standingInWords, testsInWords } from '../../core/access/words/standing-words.js';
import { voiceOf } from '../../core/access/words/voice.js';
import type { Statement } from '../../core/policy/model.js';
import type { JsonString } from '../../core/syntax/json.js';
import type { Text } from '../../core/text.js';
import { labelled } from '../explain/words.js';
import { code } from '../markdown.js';
import type { HoverContext } from './explanation.js';

const inPolicy: Text = { en: '*In this policy*', zh: '*在本策略中*' };

/** Nothing is said of a policy some of whose values only the host knows. */
const isTold = (statement: Statement, { document }: HoverContext): boolean =>
  !document.policy.unknown && statement.effect === 'allow';

/** Of the action that `node` is. */
export function accessOfAction(node: JsonString, statement: Statement, context: HoverContext): string | undefined {
  const action = statement.actions?.items.find((item) => item.node === node);
  if (!action || !isTold(statement, context)) return undefined;
  return line(actionStanding(context.document.policy, statement, action, context), context, true);
}

/** Of the resource that `node` is. */
export function accessOfResource(node: JsonString, statement: Statement, context: HoverContext): string | undefined {
  const resource = statement.resources?.items.find((item) => item.node === node);
  if (!resource || !isTold(statement, context)) return undefined;
  return line(resourceStanding(context.document.policy, statement, resource, context), context, false);
}

/** Of a condition key: what its tests ask of a request. */
export function accessOfKey(key: string, statement: Statement, context: HoverContext): string | undefined {
  const { policy } = context.document;
  if (policy.unknown || !statement.effect) return undefined;
  const tests = testsOf(statement, policy.tree.text, context.language).filter((test) => test.key === key);
  if (tests.length === 0) return undefined;
  return labelled(inPolicy, testsInWords(tests, statement.effect, voiceOf(context.locale, code)), context.locale);
}

function line(standing: Standing | undefined, context: HoverContext, isAction: boolean): string | undefined {
  const told = standing && standingInWords(standing, voiceOf(context.locale, code), isAction);
  return told === undefined ? undefined : labelled(inPolicy, told, context.locale);
}
