/** JSON files of any name: those that are configured are CAM policies; for one that plainly is a policy the person is asked once. */
import {
  languages,
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';
import { mayBePolicy } from '../../protocol/hosts.js';
import { configurationName, languageId, requests, section, settingNames } from '../../protocol/names.js';
import type { Ask } from './ask.js';

/** Where it is kept which files the person was asked about, and which of them are policies. */
const asked = 'camPolicy.askedFiles';
const accepted = 'camPolicy.acceptedFiles';

/** The files that this window asks about. A question that hides before it is answered waits behind the bell, and the next window asks again. */
const asking = new Set<string>();

/** The most files that are kept. */
const maxKept = 500;

/** A longer file is no policy; in UTF-16 units. */
const maxLength = 100_000;

type Memory = Pick<ExtensionContext, 'workspaceState'>['workspaceState'];

/** Looks at JSON files as they come into view. */
export function watchPlainJson(ask: Ask, memory: Memory): Disposable {
  const look = (): void => {
    const document = window.activeTextEditor?.document;
    if (document && isPlainJson(document)) void consider(document, ask, memory);
  };
  look();
  return window.onDidChangeActiveTextEditor(look);
}

/** Whether it is a JSON file of the person's own: no settings, and none of another version. */
const isPlainJson = ({ languageId: language, uri: { scheme } }: TextDocument): boolean =>
  (language === 'json' || language === 'jsonc') &&
  (scheme === 'file' || scheme.startsWith('vscode-vfs') || scheme === 'memfs');

async function consider(document: TextDocument, ask: Ask, memory: Memory): Promise<void> {
  const uri = document.uri.toString();
  if (kept(memory, accepted).includes(uri) || isConfigured(document)) return check(document);
  const text = document.getText();
  const isShort = text.length <= maxLength;
  // To ask starts the server, which most JSON files are not worth.
  if (!(isShort && mayBePolicy(text)) && !(await isBelowConfiguration(document))) return;
  const kind = await ask(requests.jsonKind, document, { text: isShort ? text : '' });
  if (kind?.named) return check(document);
  if (!kind?.policy || kept(memory, asked).includes(uri) || !settings(document).get<boolean>(settingNames.offerJson))
    return;
  if (asking.has(uri)) return;
  asking.add(uri);
  await offer(document, memory);
  await keep(memory, asked, uri);
}

async function check(document: TextDocument): Promise<void> {
  if (!document.isClosed && isPlainJson(document)) await languages.setTextDocumentLanguage(document, languageId);
}

async function offer(document: TextDocument, memory: Memory): Promise<void> {
  const [yes, never] = [l10n.t('Check It'), l10n.t('Never Ask')];
  const message = l10n.t('{0} is a CAM policy. Check it as one?', workspace.asRelativePath(document.uri));
  const chosen = await window.showInformationMessage(message, yes, never);
  if (chosen === never) await settings(document).update(settingNames.offerJson, false, true);
  if (chosen !== yes) return;
  await keep(memory, accepted, document.uri.toString());
  await check(document);
}

const settings = (document: TextDocument) => workspace.getConfiguration(section, document);

/** Whether the setting names the file. */
function isConfigured(document: TextDocument): boolean {
  const patterns = settings(document).get<readonly string[]>(settingNames.files) ?? [];
  return patterns.some((pattern) => languages.match({ pattern }, document) > 0);
}

/** Whether a configuration, which may name the file, is in a folder around it: the workspace may be a part of a repository. */
async function isBelowConfiguration({ uri }: TextDocument): Promise<boolean> {
  for (let at = uri; at.path !== '/' && at.path !== ''; at = Uri.joinPath(at, '..'))
    if (await exists(Uri.joinPath(at, '..', configurationName))) return true;
  return false;
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

const kept = (memory: Memory, name: string): readonly string[] => memory.get<readonly string[]>(name) ?? [];

const keep = async (memory: Memory, name: string, uri: string): Promise<void> =>
  memory.update(name, [uri, ...kept(memory, name).filter((one) => one !== uri)].slice(0, maxKept));
