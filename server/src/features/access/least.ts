/** *Keep Only Used Actions…*: the policy narrowed to what is in use. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { KeptUsed } from '../../../../protocol/answers.js';
import { least } from '../../core/refactor/least/least.js';
import { unchangedWords } from '../../core/refactor/least/words.js';
import { readUses, type Use } from '../../core/refactor/least/uses.js';
import { listed, say, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { configuredCaller } from './caller.js';

const texts = {
  none: {
    en: 'No action was found: write service:Action on each line.',
    zh: '未找到任何操作：请每行写一个“服务:操作”。',
  },
  kept: { en: 'What is used is kept; nothing new is allowed.', zh: '已保留用到的内容，未新增任何权限。' },
  left: { en: 'The policy does not allow {uses}.', zh: '策略未允许 {uses}。' },
} satisfies { readonly [name: string]: Text };

/** Uses that are named; more are not. */
const shownUses = 5;

/** `used`: a list of actions or a log of CloudAudit, as `readUses` reads them. */
export function keepUsed(
  document: PolicyDocument,
  context: Context,
  { used }: { readonly [name: string]: unknown },
): KeptUsed<WorkspaceEdit> {
  const { locale } = context;
  const { uses } = readUses(typeof used === 'string' ? used : '');
  if (uses.length === 0) return { text: say(texts.none, locale) };
  const found = least(document.policy, uses, context, configuredCaller(context));
  const text = say(found.is === 'least' ? texts.kept : unchangedWords[found.why], locale);
  const also = found.left.length > 0 ? [leftInWords(found.left, locale)] : [];
  return {
    text: [text, ...also].join(locale === 'zh' ? '' : ' '),
    ...(found.is === 'least' && { edit: { changes: { [document.uri]: document.textEdits(found.edits) } } }),
  };
}

const leftInWords = (left: readonly Use[], locale: Context['locale']): string =>
  say(texts.left, locale, {
    uses: listed(
      left.slice(0, shownUses).map(({ action }) => action),
      locale,
    ),
  });
