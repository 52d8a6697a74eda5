/** Edits that make a failing test expect what comes out. */
import { removeMember } from '../edits/members.js';
import { replace, type Edit } from '../span.js';
import type { JsonNode, JsonTree } from '../syntax/json.js';
import { decidingOf } from './deciding.js';
import type { Loaded, Subject } from './load.js';
import type { RequestResult, TestResult } from './run.js';
import { sourcesOf } from './sources-of.js';
import type { PolicyTest } from './test-file.js';

export interface Update {
  readonly test: PolicyTest;
  /** What the test then expects. */
  readonly expect: string;
  /** What `by` then names; undefined: the test names no statement. */
  readonly by: string | undefined;
  readonly edits: readonly Edit[];
}

/** For the test of these results; undefined where it passes, where its actions differ, and where it expects no verdict. */
export function updateOf(
  results: readonly TestResult[],
  { tree }: { readonly tree: JsonTree },
  subject: Subject,
  loaded: Loaded,
): Update | undefined {
  const [first] = results;
  if (first?.is !== 'request' || results.every(({ passed }) => passed)) return undefined;
  const { test, decision } = first;
  const isSame = (result: TestResult): result is RequestResult =>
    result.is === 'request' && result.decision.is === decision.is;
  if (decision.is === 'unreadable' || !results.every(isSame)) return undefined;
  const node = testNode(tree.root, test.index);
  const deciding = sourcesOf(decision).length > 0 ? decidingOf(first, subject, loaded) : undefined;
  const by = test.by && deciding ? `${deciding.of.name}#${deciding.source.statement + 1}` : undefined;
  const { expect } = test;
  const isRefused = expect.is === 'refused' && (decision.is === 'denied' || decision.is === 'not-allowed');
  const edits: Edit[] = isRefused ? [] : [replace(expect.span, JSON.stringify(decision.is))];
  if (test.by && by !== undefined) edits.push(replace(test.by.span, JSON.stringify(by)));
  else if (test.by && node?.kind === 'object') {
    const index = node.properties.findIndex(({ key }) => key.value === 'by');
    edits.push(...removeMember(tree.text, node, index));
  }
  return { test, expect: isRefused ? expect.is : decision.is, by, edits };
}

function testNode(root: JsonNode | undefined, index: number): JsonNode | undefined {
  const tests =
    root?.kind === 'object' ? root.properties.findLast(({ key }) => key.value === 'tests')?.value : undefined;
  return tests?.kind === 'array' ? tests.items[index] : undefined;
}
