/** Reads a file with tests: any text gives one, perhaps an empty one, and what is wrong with it. Tests that are not whole are left out. */
import type { Caller, ContextValue } from '../access/question.js';
import { checkShape } from '../config/check-shape.js';
import type { ConfigurationProblem, Report } from '../config/problem.js';
import { Reading } from '../config/reading.js';
import { reportSyntax, type SyntaxMessages } from '../config/report-syntax.js';
import { readJson, type JsonNode } from '../syntax/json.js';
import { testFileShape } from './fields.js';
import type { Context, Expectation, Placed, PolicyTest, SaidKey, TestFile } from './test-file.js';

/** Reads the text of a file with tests; `messages`: what is said of mistakes in JSON. Never throws. */
export function readTestFile(text: string, messages: SyntaxMessages): TestFile {
  const tree = readJson(text);
  const problems: ConfigurationProblem[] = [];
  const report: Report = (problem) => problems.push({ code: 'policy-test', severity: 'error', ...problem });
  reportSyntax(tree, messages, report);
  // What stands elsewhere than it seems to is one mistake.
  const tell: Report = problems.length > 0 ? () => undefined : report;
  const wrong = tree.root ? checkShape(text, tree.root, testFileShape, tell) : new Set<JsonNode>();
  const root = new Reading(tree.root, { text, wrong });
  const inherited = { caller: callerAt(root.member('caller')), context: contextAt(root.member('context')) };
  const items = itemsOf(root.member('tests').node);
  const tests = items.flatMap((node, index): readonly PolicyTest[] => {
    const test = wrong.has(node) ? undefined : testAt(new Reading(node, { text, wrong }), index, inherited);
    return test ? [test] : [];
  });
  return {
    tree,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    policies: placedIn(root.member('policies')),
    boundary: placedIn(root.member('boundary'))[0],
    tests,
    keys: [root, ...items.map((node) => new Reading(node, { text, wrong }))].flatMap(keysIn),
  };
}

const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] => (node?.kind === 'array' ? node.items : []);

/** The string, or the strings of the list. */
const placedIn = (at: Reading): readonly Placed[] =>
  [...(at.node?.kind === 'array' ? at.items : [at])].flatMap(({ node, text }) =>
    node && text !== undefined ? [{ text, span: node }] : [],
  );

interface Inherited {
  readonly caller: Caller;
  readonly context: Context;
}

/** A test; undefined where any part of it is wrong: it must not pass for less than it says. */
function testAt(at: Reading, index: number, inherited: Inherited): PolicyTest | undefined {
  const { node } = at;
  const name = at.member('name');
  if (!node || !name.node || name.text === undefined || !isWhole(at)) return undefined;
  const caller = { ...inherited.caller, ...callerAt(at.member('caller')) };
  const common = { index, name: name.text, span: node, nameSpan: name.node, caller };
  const expect = at.member('expect');
  if (expect.node && expect.text !== undefined)
    return {
      ...common,
      kind: 'action',
      actions: placedIn(at.member('action')),
      resources: placedIn(at.member('resource')),
      context: new Map([...inherited.context, ...contextAt(at.member('context'))]),
      expect: { is: expect.text as Expectation, span: expect.node },
      by: placedIn(at.member('by'))[0],
    };
  const notGranted = at.member('notGranted');
  if (notGranted.node)
    return {
      ...common,
      kind: 'notGranted',
      actions: placedIn(notGranted.member('actions')),
      resources: placedIn(notGranted.member('resource')),
    };
  const kind = at.member('within').node ? 'within' : 'same';
  const references = placedIn(at.member(kind));
  return references.length > 0 ? { ...common, kind, references } : undefined;
}

/** Whether nothing in the object is wrong; what is wrong in lists and objects of it counts. */
function isWhole(at: Reading): boolean {
  const { node } = at;
  if (node?.kind === 'object') return at.members.every(([, value]) => value.node !== undefined && isWhole(value));
  return node?.kind !== 'array' || (at.items.length === node.items.length && at.items.every(isWhole));
}

function callerAt(at: Reading): Caller {
  const [uin, owner, appId] = [at.member('uin').text, at.member('owner').text, at.member('appId').text];
  return {
    ...(uin === undefined ? {} : { uin }),
    ...(owner === undefined ? {} : { owner }),
    ...(appId === undefined ? {} : { appId }),
  };
}

const contextAt = (at: Reading): Context =>
  new Map(
    at.members.flatMap(([key, { node, text, items }]): readonly (readonly [string, ContextValue])[] => {
      if (node?.kind === 'literal') return [[key, null]];
      if (node?.kind === 'array') return [[key, items.flatMap((item) => item.text ?? [])]];
      return text === undefined ? [] : [[key, text]];
    }),
  );

const keysIn = (at: Reading): readonly SaidKey[] => {
  const { node } = at.member('context');
  return node?.kind === 'object' ? node.properties.map(({ key }) => ({ key: key.value, span: key })) : [];
};
