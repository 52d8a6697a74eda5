/** Statements that say what an earlier one says already. */
import { meaningOf } from '../../policy/meaning.js';
import type { Policy, Statement } from '../../policy/model.js';
import type { Edit } from '../../span.js';
import { removeMember } from '../../edits/members.js';
import type { JsonNode } from '../../syntax/tree.js';
import { rule } from '../rule.js';

/** What a statement says; undefined where it says nothing, or something that cannot be read for sure. */
function meaningOfStatement(text: string, { members, element, effect }: Statement): string | undefined {
  if (!effect || !element.action) return undefined;
  const said: string[] = [];
  for (const { element: name, property } of members) {
    if (name === undefined || property.value === undefined || element[name] !== property) return undefined;
    if (name === 'sid') continue;
    const meaning = name === 'effect' ? effect : meaningOf(text, property.value);
    // `name/` before an action means nothing more.
    said.push(`${name}=${name === 'action' ? meaning.replaceAll('"name/', '"') : meaning}`);
  }
  return said.sort().join();
}

/** The first of the texts in the order of strings: the same whatever order and however often they stand. */
function least<Item>(items: readonly Item[], textOf: (item: Item) => string): string {
  let found: string | undefined;
  for (const item of items) {
    const text = textOf(item);
    if (found === undefined || text < found) found = text;
  }
  return found ?? '';
}

/** Statements that have something cheap in common with another one, as all have that say the same; most are told apart by it. */
function candidates(statements: readonly Statement[]): readonly Statement[] {
  const byAction = alike(statements, ({ actions }) => least(actions?.items ?? [], ({ name }) => name));
  return byAction.length < 2
    ? []
    : alike(
        byAction,
        ({ effect, resources }) => `${effect ?? ''} ${least(resources?.items ?? [], ({ text }) => text)}`,
      );
}

function alike(statements: readonly Statement[], signatureOf: (statement: Statement) => string): readonly Statement[] {
  const counts = new Map<string, number>();
  const signatures = statements.map(signatureOf);
  for (const signature of signatures) counts.set(signature, (counts.get(signature) ?? 0) + 1);
  return statements.filter((_, index) => (counts.get(signatures[index] ?? '') ?? 0) > 1);
}

/** Takes a statement out of the list; where it stands there is looked up once for all. */
function createRemoval({ tree, statements }: Policy): (statement: Statement) => readonly Edit[] {
  let places: ReadonlyMap<JsonNode, number> | undefined;
  return ({ list, node }) => {
    places ??= new Map(statements[0]?.list?.items.map((item, index) => [item, index]));
    const index = places.get(node);
    return list && index !== undefined ? removeMember(tree.text, list, index) : [];
  };
}

export default rule({
  group: 'safety',
  severity: 'hint',
  summary: {
    en: 'Another statement already says the same.',
    zh: '语句之间不应重复。',
  },
  messages: {
    same: {
      en: 'Statement {number} says the same, so this one changes nothing.',
      zh: '与第 {number} 条语句内容相同，此条不起作用。',
    },
    first: { en: 'Statement {number} begins here.', zh: '第 {number} 条语句从此处开始。' },
  },
  fixes: { remove: { en: 'Remove this statement', zh: '删除此语句' } },
  check: {
    policy(policy, { text, report }) {
      if (policy.statements.length < 2) return;
      const removal = createRemoval(policy);
      const first = new Map<string, Statement>();
      for (const statement of candidates(policy.statements)) {
        const meaning = meaningOfStatement(text, statement);
        if (meaning === undefined) continue;
        const same = first.get(meaning);
        if (!same) {
          first.set(meaning, statement);
          continue;
        }
        const data = { number: same.index + 1 };
        report(statement.node, 'same', {
          data,
          tag: 'unnecessary',
          fix: { title: 'remove', edits: () => removal(statement), preferred: true },
          related: [{ span: same.node, message: 'first', data }],
        });
      }
    },
  },
});
