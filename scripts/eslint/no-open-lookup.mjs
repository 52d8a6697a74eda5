/**
 * An ESLint rule: nobody looks a text up in a plain object. Whatever it is meant to hold, a plain object also has `constructor`, `toString` and the rest
 * of `Object.prototype`, and these are texts that a document or a client may send. Look up in a `Map`, or after `Object.hasOwn(object, key) ?`.
 * A key whose type is a union of known texts is no such text, and a number is none.
 */
import ts from 'typescript';

/** Whether a type is, or may be, any text at all. */
const isAnyText = (type) => (type.isUnion() ? type.types.some(isAnyText) : (type.flags & ts.TypeFlags.String) !== 0);

/** Whether `node` stands where `Object.hasOwn` has just been asked for the same key of the same object. */
function isAsked(node, sourceCode) {
  const { parent } = node;
  if (parent.type !== 'ConditionalExpression' || parent.consequent !== node) return false;
  const { callee, arguments: given = [] } = parent.test;
  if (callee === undefined || sourceCode.getText(callee) !== 'Object.hasOwn') return false;
  const asked = given.map((argument) => sourceCode.getText(argument));
  return asked[0] === sourceCode.getText(node.object) && asked[1] === sourceCode.getText(node.property);
}

/** @type {import('eslint').Rule.RuleModule} */
export const noOpenLookup = {
  meta: {
    type: 'problem',
    messages: {
      open: 'A plain object has more keys than its own: look "{{key}}" up in a Map, or ask Object.hasOwn first.',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const { getTypeAtLocation } = sourceCode.parserServices;
    const check = (node, key) => {
      if (isAnyText(getTypeAtLocation(key)))
        context.report({ node, messageId: 'open', data: { key: sourceCode.getText(key) } });
    };
    return {
      MemberExpression(node) {
        if (node.computed && !isAsked(node, sourceCode)) check(node, node.property);
      },
      BinaryExpression(node) {
        if (node.operator === 'in' && node.left.type !== 'PrivateIdentifier') check(node, node.left);
      },
    };
  },
};
