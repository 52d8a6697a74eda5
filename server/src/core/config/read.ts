/** Reads one configuration: any text gives one, perhaps an empty one, and what is wrong with it. Parts that are wrong do not count; the others do. */
import { readGlob, type Glob } from '../glob.js';
import type { Account } from '../knowledge/account.js';
import type { Rules, RuleSetting, RuleSettings } from '../lint/lint.js';
import { own } from '../own.js';
import type { Span } from '../span.js';
import { readJson, type JsonNode, type JsonTree } from '../syntax/json.js';
import { checkShape } from './check-shape.js';
import { configurationShape } from './fields.js';
import type { ConfigurationProblem, Report } from './problem.js';
import { Reading } from './reading.js';
import { reportSyntax } from './report-syntax.js';
import type { Suppression } from './suppress.js';

export interface Override {
  readonly files: readonly Glob[];
  readonly rules: RuleSettings;
}

/** What one file says. Patterns are relative to its folder. */
export interface Configuration {
  readonly tree: JsonTree;
  readonly problems: readonly ConfigurationProblem[];
  /** The path of the configuration that it adds to, and where that stands. */
  readonly extends: { readonly path: string; readonly span: Span } | undefined;
  readonly account: Account;
  readonly files: readonly Glob[];
  readonly ignore: readonly Glob[];
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
  readonly suppress: readonly Suppression[];
}

/** Reads the text of a configuration. Never throws. */
export function readConfiguration(text: string, rules: Rules): Configuration {
  const tree = readJson(text);
  const problems: ConfigurationProblem[] = [];
  const report: Report = (problem) => problems.push({ code: 'configuration', severity: 'error', ...problem });
  reportSyntax(tree, own(rules, 'json-syntax')?.messages ?? {}, report);
  // What stands elsewhere than it seems to is one mistake.
  const tell: Report = problems.length > 0 ? () => undefined : report;
  const wrong = tree.root ? checkShape(text, tree.root, configurationShape(rules), tell) : new Set<JsonNode>();
  const at = new Reading(tree.root, { text, wrong });
  const path = at.member('extends');
  return {
    tree,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    extends: path.text === undefined || !path.node ? undefined : { path: path.text, span: path.node },
    account: accountAt(at.member('account')),
    files: globsAt(at.member('files')),
    ignore: globsAt(at.member('ignore')),
    rules: levelsAt(at.member('rules'), rules),
    overrides: at.member('overrides').items.map((item) => ({
      files: globsAt(item.member('files')),
      rules: levelsAt(item.member('rules'), rules),
    })),
    suppress: at.member('suppress').items.flatMap(suppressionAt),
  };
}

const textsAt = (at: Reading): readonly string[] => at.items.flatMap(({ text }) => text ?? []);

const globsAt = (at: Reading): readonly Glob[] => textsAt(at).map(readGlob);

/** Names of rules and levels that exist; the last word on a rule counts. */
function levelsAt(at: Reading, rules: Rules): RuleSettings {
  const levels = at.members.flatMap(([name, { text }]) =>
    text !== undefined && own(rules, name) ? [[name, text as RuleSetting] as const] : [],
  );
  return Object.fromEntries(levels);
}

function accountAt(at: Reading): Account {
  const [uin, appid] = [at.member('uin').text, at.member('appid').text];
  return { ...(uin === undefined ? {} : { uin }), ...(appid === undefined ? {} : { appid }) };
}

/** An entry of `suppress`; none where any part of it is wrong: a suppression must not hold for more than it says. */
function suppressionAt(at: Reading): readonly Suppression[] {
  const { node } = at;
  const written = at.member('files');
  const files = globsAt(written);
  const [rule, reason] = [at.member('rule').text, at.member('reason').text];
  const isWhole = at.members.every(([, { node: value }]) => value) && files.length === itemsOf(written.node);
  if (!node || rule === undefined || reason === undefined || !isWhole) return [];
  const [until, statement] = [at.member('until'), at.member('statement')];
  return [
    {
      span: node,
      at: { rule: at.member('rule').node ?? node, files: written.node ?? node, until: until.node ?? node },
      rule,
      files,
      reason,
      until: until.text,
      action: at.member('action').text,
      resource: at.member('resource').text,
      statement: statement.count ?? statement.text,
    },
  ];
}

const itemsOf = (node: JsonNode | undefined): number => (node?.kind === 'array' ? node.items.length : -1);
