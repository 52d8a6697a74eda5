/** Rename of an account number or a resource id across the workspace's policies. Nothing else in a policy is named by a person. */
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { AccountMention, IdMention } from '../core/place/mentions.js';
import { bucketForm } from '../core/policy/parts.js';
import { say } from '../core/text.js';
import type { Context } from './context.js';
import type { PolicyDocument } from './document.js';
import { mentionAtPosition, references } from './mentions.js';
import type { WorkspaceFacts } from './workspace-facts.js';
import { workspaceEdit } from './workspace-edit.js';

const texts = {
  nothing: {
    en: 'Only account numbers and resource ids can be renamed.',
    zh: '只能重命名账号数字和资源 ID。',
  },
  account: { en: 'An account is a number, digits only.', zh: '账号只能由数字组成。' },
  id: {
    en: 'An id may have letters, digits, ".", "_" and "-" only.',
    zh: '资源 ID 只能包含字母、数字、“.”、“_” 和 “-”。',
  },
  bucket: {
    en: 'A bucket’s name ends in its owner’s APPID: {example}.',
    zh: '存储桶名称须以所属 APPID 结尾：{example}。',
  },
  partly: {
    en: 'Not renamed: the editor does not say which other policies there are, or does not let them be read.',
    zh: '未重命名：编辑器未列出工作区中的其他策略，或不允许读取它们。',
  },
} as const;

/** What can be renamed, or why nothing can. */
export type Renaming =
  | { readonly target: AccountMention | IdMention; readonly range: Range; readonly refusal?: undefined }
  | { readonly target?: undefined; readonly refusal: string };

export function prepareRename(document: PolicyDocument, position: Position, { locale }: Context): Renaming {
  const mention = mentionAtPosition(document, position);
  return mention?.kind === 'account' || mention?.kind === 'id'
    ? { target: mention, range: document.rangeOf(mention) }
    : { refusal: say(texts.nothing, locale) };
}

/** Why `newName` is refused; undefined: it is not. */
export function refuseName(
  target: AccountMention | IdMention,
  newName: string,
  { locale }: Context,
): string | undefined {
  if (target.kind === 'account') return /^\d{1,20}$/u.test(newName) ? undefined : say(texts.account, locale);
  const owner = target.type === '' ? bucketForm.exec(target.name)?.groups?.['owner'] : undefined;
  if (owner !== undefined && !bucketForm.test(newName))
    return say(texts.bucket, locale, { example: `examplebucket-${owner}` });
  return /^[\w.-]{1,256}$/u.test(newName) ? undefined : say(texts.id, locale);
}

/** Why nothing is renamed where not all policies are known: some would keep the old name. */
export const refusePartly = ({ locale }: Context): string => say(texts.partly, locale);

/** The edits in all files that replace `target` by `newName`. `versionOf`: for clients whose edits may name the version they are for; null of what is not open. */
export function rename(
  target: AccountMention | IdMention,
  newName: string,
  files: readonly WorkspaceFacts[],
  versionOf?: (uri: string) => number | null,
): WorkspaceEdit {
  const changes = new Map<string, TextEdit[]>();
  for (const { uri, range } of references(target, files)) {
    const own = changes.get(uri) ?? [];
    own.push({ range, newText: newName });
    changes.set(uri, own);
  }
  return workspaceEdit(
    [...changes].map(([uri, edits]) => ({ uri, version: versionOf?.(uri) ?? null, edits })),
    versionOf !== undefined,
  );
}
