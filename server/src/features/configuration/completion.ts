/** Completion in a configuration, for clients that know no schemas. */
import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver-types';
import { choicesAt } from '../../core/config/at.js';
import { configurationShape } from '../../core/config/fields.js';
import type { Shape } from '../../core/config/shape.js';
import type { Rules } from '../../core/lint/lint.js';
import { readJson } from '../../core/syntax/json.js';
import type { Locale } from '../../core/text.js';
import type { Text } from '../positions.js';

/** What may stand at a position of a configuration whose text is `content`. */
export function completeConfiguration(
  document: Pick<Text, 'positionAt' | 'offsetAt'>,
  content: string,
  position: Position,
  rules: Rules,
  locale: Locale,
): CompletionItem[] {
  const found = choicesAt(readJson(content), configurationShape(rules), document.offsetAt(position));
  if (!found) return [];
  const { span, choices } = found;
  const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
  // Source: LSP 3.17, `CompletionItem.textEdit`.
  if (range.start.line !== range.end.line) return [];
  const hasColon = /^\s*:/u.test(content.slice(span.end, span.end + 100));
  return choices.map(({ value, about, shape }, index) => {
    const quoted = JSON.stringify(value);
    const newText = shape && !hasColon ? `${quoted}: ${empty(shape)}` : quoted;
    return {
      label: value,
      kind: shape ? CompletionItemKind.Property : CompletionItemKind.Value,
      detail: about[locale],
      sortText: String(index).padStart(4, '0'),
      filterText: quoted,
      textEdit: { range, newText },
    };
  });
}

/** A value to begin with. */
const empty = ({ kind }: Shape): string => (kind === 'object' ? '{}' : kind === 'list' ? '[]' : '""');
