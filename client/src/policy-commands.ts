/** The commands that make, copy and show policies. */
import { commands, env, l10n, SnippetString, window, type Disposable, type TextDocument } from 'vscode';
import { commands as names, requests } from '../../protocol/names.js';
import { activeHost, activePolicy } from './active-policy.js';
import { addStatement } from './add-statement.js';
import { tellUnanswered, type Ask } from './ask.js';
import { tellRefused } from './apply-edit.js';
import { openEmpty } from './open-empty.js';
import type { Preview } from './preview.js';
import type { Server } from './server.js';
import { showSources } from './sources-page.js';
import { pickTemplate } from './template-pick.js';

/** Registers the commands; disposing of what is returned takes them away. */
export function registerPolicyCommands(server: Server, ask: Ask, preview: Preview): readonly Disposable[] {
  const onCurrent =
    (work: (document: TextDocument) => Promise<void>, current = activePolicy) =>
    async (): Promise<void> => {
      const document = current();
      if (document) await work(document);
    };
  const handlers: { readonly [command: string]: (...args: readonly unknown[]) => Promise<void> } = {
    [names.newPolicy]: (id) => newPolicy(ask, id),
    [names.addStatementFromMessage]: (message, actions) => addStatement(server, ask, message, actions),
    [names.copyAsPolicyDocument]: onCurrent((document) => copy(document, ask, (text) => text)),
    [names.copyAsJsonString]: onCurrent((document) => copy(document, ask, (text) => JSON.stringify(text))),
    [names.expandWildcards]: onCurrent((document) => preview.show(document), activeHost),
    [names.showSources]: (...place) => showSources(ask, place),
  };
  return Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler));
}

/** Opens an untitled policy made from a template: the one of `id`, or the one that the person picks. */
async function newPolicy(ask: Ask, id: unknown): Promise<void> {
  const templates = await ask(requests.templates);
  if (!templates) {
    tellUnanswered(templates);
    return;
  }
  const picked = templates.find((template) => template.id === id) ?? (await pickTemplate(templates));
  if (!picked) return;
  const editor = await openEmpty();
  if (!(await editor.insertSnippet(new SnippetString(picked.body)))) tellRefused();
}

/** Copies the policy on one line, in the form that `shape` gives it. */
async function copy(document: TextDocument, ask: Ask, shape: (text: string) => string): Promise<void> {
  const compact = await ask(requests.compact, document);
  if (!compact) {
    tellUnanswered(compact);
    return;
  }
  const { text, length, limit } = compact;
  if (text === undefined) {
    void window.showWarningMessage(l10n.t('Not copied: the policy is not valid JSON. Mend the errors first.'));
    return;
  }
  await env.clipboard.writeText(shape(text));
  const told = l10n.t('Copied: {0} of {1} characters', length, limit);
  if (length > limit) void window.showWarningMessage(l10n.t('{0}. CAM refuses policies that long.', told));
  else window.setStatusBarMessage(told, 5000);
}
