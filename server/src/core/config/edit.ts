/** Changes the text of a configuration as a person would: comments, commas and lines stay as they are. */
import type { Rules, RuleSetting } from '../lint/lint.js';
import { matchesPath, readGlob } from '../glob.js';
import { replace, type Edit } from '../span.js';
import type { JsonNode, JsonObject, JsonProperty } from '../syntax/json.js';
import { indentUnit } from '../syntax/measure.js';
import { addMember } from './add-member.js';
import { readConfiguration } from './read.js';

/** A suppression to write. */
export interface NewSuppression {
  readonly rule: string;
  readonly files: readonly string[];
  readonly action?: string;
  readonly resource?: string;
  readonly statement?: number | string;
  readonly reason: string;
}

/** Edits of `text` that add an entry to `suppress`; undefined where the text is no JSON object that could take it. */
export function addSuppression(text: string, entry: NewSuppression, rules: Rules): readonly Edit[] | undefined {
  const root = rootOf(text, rules);
  if (root === 'empty') return whole(text, `"suppress": [\n${' '.repeat(4)}${entryText(entry, '    ', '\n')}\n  ]`);
  if (!root) return undefined;
  const list = memberOf(root, 'suppress')?.value;
  if (list && list.kind !== 'array') return undefined;
  if (list) return addMember(text, list, list.items, (indent, eol) => entryText(entry, indent, eol));
  const unit = indentUnit(text);
  return addMember(text, root, root.properties, (indent, eol) => {
    const inner = indent + unit;
    return `"suppress": [${eol}${inner}${entryText(entry, inner, eol)}${eol}${indent}]`;
  });
}

/**
 * Edits of `text` that set the level of a rule for the file at `path`, relative to the configuration's folder: where an override for it says one, there;
 * else in `rules`. Undefined where the text is no JSON object that could take it.
 */
export function setLevel(
  text: string,
  rule: string,
  level: RuleSetting,
  path: string,
  rules: Rules,
): readonly Edit[] | undefined {
  const value = JSON.stringify(level);
  const root = rootOf(text, rules);
  if (root === 'empty') return whole(text, `"rules": { "${rule}": ${value} }`);
  if (!root) return undefined;
  const levels = overridingLevels(root, rule, path) ?? memberOf(root, 'rules')?.value;
  if (levels && levels.kind !== 'object') return undefined;
  const before = levels && memberOf(levels, rule)?.value;
  if (before) return [replace(before, value)];
  if (levels) return addMember(text, levels, levels.properties, () => `"${rule}": ${value}`);
  return addMember(text, root, root.properties, () => `"rules": { "${rule}": ${value} }`);
}

/** The object of the configuration; undefined where mistakes leave open where things stand in it. */
function rootOf(text: string, rules: Rules): JsonObject | 'empty' | undefined {
  const { root, problems } = readConfiguration(text, rules).tree;
  const isOnly = (...kinds: readonly string[]): boolean => problems.every(({ kind }) => kinds.includes(kind));
  if (!root) return isOnly('empty', 'comment') ? 'empty' : undefined;
  return isOnly('comment', 'trailing-comma') && root.kind === 'object' ? root : undefined;
}

const memberOf = (object: JsonObject, name: string): JsonProperty | undefined =>
  object.properties.findLast(({ key }) => key.value === name);

/** The levels of the last override that is for `path` and names the rule. */
function overridingLevels(root: JsonObject, rule: string, path: string): JsonObject | undefined {
  const overrides = memberOf(root, 'overrides')?.value;
  const items = overrides?.kind === 'array' ? overrides.items : [];
  return items
    .flatMap((item) => (item.kind === 'object' && isFor(item, path) ? (memberOf(item, 'rules')?.value ?? []) : []))
    .filter((levels): levels is JsonObject => levels.kind === 'object')
    .findLast((levels) => memberOf(levels, rule));
}

function isFor(override: JsonObject, path: string): boolean {
  const files = memberOf(override, 'files')?.value;
  const globs = files?.kind === 'array' ? files.items : [];
  return globs.some((glob: JsonNode) => glob.kind === 'string' && matchesPath(readGlob(glob.value), path));
}

/** A new text with one member, behind the comments that stand there. */
const whole = (text: string, member: string): readonly Edit[] => {
  const end = text.trimEnd().length;
  const lead = end === 0 ? '' : '\n';
  return [{ span: { start: end, end: text.length }, newText: `${lead}{\n  ${member}\n}\n` }];
};

/** Longer entries are written on several lines; in UTF-16 units. */
const longest = 100;

/** An entry as text, its lines indented by `indent`. */
function entryText(entry: NewSuppression, indent: string, eol: string): string {
  const members = Object.entries(entry).map(([name, value]: readonly [string, unknown]) =>
    Array.isArray(value)
      ? `"${name}": [${value.map((one) => JSON.stringify(one)).join(', ')}]`
      : `"${name}": ${JSON.stringify(value)}`,
  );
  const line = `{ ${members.join(', ')} }`;
  if (line.length <= longest) return line;
  return `{${eol}${members.map((member) => `${indent}  ${member}`).join(`,${eol}`)}${eol}${indent}}`;
}
