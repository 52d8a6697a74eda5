/** Converts a policy of another cloud to CAM by edits of its text: what has an equal is changed, what has none is left and listed. */
import type { Foreign } from '../../catalogue/foreign.js';
import { dialectOf } from '../../knowledge/dialect.js';
import { perFacts, type Facts } from '../../knowledge/facts.js';
import { memoByObject } from '../../memo.js';
import { foreignElementNamed, versions } from '../../policy/elements.js';
import { miswrittenElements } from '../../policy/miswritten.js';
import type { Policy } from '../../policy/model.js';
import { firstCharacter } from '../../span.js';
import { insertProperty, removeMembers } from '../../edits/members.js';
import type { JsonObject, JsonProperty } from '../../syntax/json.js';
import { change, join, nothing, rename, type Part } from './part.js';
import { convertPrincipal } from './principal.js';
import { convertStatement } from './statement.js';

export interface Conversion extends Part {
  readonly foreign: Foreign;
}

/** What converting `policy` comes to; undefined where it is not of another cloud. */
export const conversionOf = (policy: Policy, facts: Facts): Conversion | undefined => conversions(facts)(policy);

const conversions = perFacts((facts) =>
  memoByObject((policy: Policy): Conversion | undefined => {
    const foreign = dialectOf(policy, facts);
    return foreign && { foreign, ...convert(policy, foreign, facts) };
  }),
);

function convert(policy: Policy, foreign: Foreign, facts: Facts): Part {
  const { text } = policy.tree;
  return join([
    convertVersion(policy),
    ...miswrittenElements(policy).map(({ key, name }) => rename(key, name)),
    ...(policy.node ? [removeNames(text, policy.node)] : []),
    ...(policy.principal ? [convertPrincipal(policy.principal, foreign)] : []),
    ...policy.statements.flatMap((statement) => [
      removeNames(text, statement.node),
      convertStatement(statement, { text, foreign, facts }),
    ]),
  ]);
}

function convertVersion({ tree, node, element }: Policy): Part {
  const value = element.version?.value;
  if (value) return rename(value, versions[0]);
  if (!node || element.version) return nothing;
  const insertion = insertProperty(tree.text, node, undefined, `"version": "${versions[0]}"`);
  return { ...change(insertion.span, insertion.newText), mended: [firstCharacter(node)] };
}

/** Takes out the names of a policy and of its statements: CAM has none, see the rule `unknown-element`. */
function removeNames(text: string, object: JsonObject): Part {
  const gone = object.properties.filter(isName);
  if (gone.length === 0) return nothing;
  const isGone = new Set<unknown>(gone);
  return {
    edits: removeMembers(text, object, (member) => isGone.has(member)),
    mended: gone.map(({ key }) => key),
    left: [],
  };
}

const isName = ({ key }: JsonProperty): boolean =>
  foreignElementNamed(key.value) === 'id' || key.value.toLowerCase() === 'sid';
