/** What to say of lines that begin with what is none of the policy's: signs of a comment, a quotation or a diff, or numbers. For `json-syntax`. */
import { replace } from '../span.js';
import type { DecorationKind } from '../syntax/decoration.js';
import { decorationOf } from '../syntax/json.js';
import type { Text } from '../text.js';
import type { FixOf, ReportOf } from './rule.js';

export const decorationMessages = {
  marked: {
    en: 'The lines begin with "{sign}", which does not belong to the policy. CAM takes the policy alone.',
    zh: '各行以 "{sign}" 开头，这不是策略的内容。CAM 只接受策略本身。',
  },
  commented: {
    en: 'The whole policy is commented out with "{sign}". CAM takes the policy alone.',
    zh: '整个策略被 "{sign}" 注释掉了。CAM 只接受策略本身。',
  },
  numbered: {
    en: 'The lines begin with their numbers, which do not belong to the policy. CAM takes the policy alone.',
    zh: '各行以行号开头，这不是策略的内容。CAM 只接受策略本身。',
  },
  diff: {
    en: 'These are lines of a diff. CAM takes the policy alone.',
    zh: '这些是差异（diff）的行。CAM 只接受策略本身。',
  },
  fenced: {
    en: 'The policy is in a code block of Markdown. CAM takes the policy alone.',
    zh: '策略位于 Markdown 代码块中。CAM 只接受策略本身。',
  },
} as const satisfies { readonly [kind in DecorationKind]: Text };

export const decorationFixes = {
  'strip-marked': { en: 'Remove "{sign}" from all lines', zh: '从所有行中删除 "{sign}"' },
  'strip-commented': { en: 'Remove "{sign}" from all lines', zh: '从所有行中删除 "{sign}"' },
  'strip-numbered': { en: 'Remove the line numbers', zh: '删除行号' },
  'strip-diff': { en: 'Keep the new text of the diff', zh: '保留差异中的新内容' },
  'strip-fenced': { en: 'Remove the lines with "{sign}"', zh: '删除含 "{sign}" 的行' },
} as const satisfies { readonly [kind in `strip-${DecorationKind}`]: Text };

/** A person may have meant a comment, and a diff has two texts. */
const safe: ReadonlySet<DecorationKind> = new Set(['marked', 'numbered', 'fenced']);

/** The message and the fix for a decorated text; undefined where it is not decorated. */
export function decorationReport(
  text: string,
): ({ readonly message: DecorationKind } & ReportOf<DecorationKind, keyof typeof decorationFixes>) | undefined {
  const decoration = decorationOf(text);
  if (!decoration) return undefined;
  const { kind, sign, spans } = decoration;
  const fix: FixOf<keyof typeof decorationFixes> = {
    title: `strip-${kind}`,
    data: { sign },
    edits: () => spans.map((span) => replace(span, '')),
    preferred: true,
  };
  return { message: kind, data: { sign }, ...(safe.has(kind) ? { fix } : { suggestions: [fix] }) };
}
