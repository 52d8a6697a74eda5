/**
 * *Report a Problem*: what somebody needs who is to find out about it, in an untitled document that the person reads, completes and takes where they like. It
 * opens nothing else and sends nothing.
 */
import { env, l10n, UIKind, version, window, workspace, type Extension } from 'vscode';
import { languageId, requests } from '../../protocol/names.js';
import type { Excerpt } from '../../protocol/answers.js';
import type { Ask } from './ask.js';
import type { Server } from './server.js';
import { stateInWords } from './status-items.js';

/** Shows the report on the policy in the active editor; without one, on the extension alone. */
export async function reportProblem(extension: Extension<unknown>, server: Server, ask: Ask): Promise<void> {
  const editor = window.activeTextEditor;
  const policy = editor?.document.languageId === languageId ? editor : undefined;
  // A server that does not answer is a problem to report.
  const isUp = server.state() === 'running';
  const excerpt =
    policy && isUp && (await ask(requests.excerpt, policy.document, { position: policy.selection.active }));
  const summary = policy && isUp && (await ask(requests.summary, policy.document));
  const lines = [
    l10n.t('# A problem with CAM Policy'),
    '',
    l10n.t('What did you do, what happened, and what should have happened?'),
    '',
    l10n.t('Read this through before you pass it on: numbers and addresses in the policy are replaced, names are not.'),
    '',
    `- ${extension.id} ${versionOf(extension)}, ${stateInWords(server.state())}`,
    ...(summary ? [`- ${l10n.t('catalogue of {0}', summary.catalogueDate)}`] : []),
    `- ${env.appName} ${version}, ${platform()}, ${env.language}`,
    '',
    ...(excerpt ? excerptLines(excerpt) : []),
  ];
  const content = `${lines.join('\n').trimEnd()}\n`;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

const versionOf = ({ packageJSON }: Extension<unknown>): string =>
  String((packageJSON as { readonly version?: unknown }).version);

function platform(): string {
  const host =
    typeof process === 'undefined'
      ? 'web worker'
      : `${process.platform} ${process.arch}, Node ${process.versions.node}`;
  const remote = env.remoteName === undefined ? '' : `, remote: ${env.remoteName}`;
  return `${env.uiKind === UIKind.Web ? 'browser' : 'desktop'}, ${host}${remote}`;
}

function excerptLines({ text, findings }: Excerpt): readonly string[] {
  // The longest run of backquotes in the policy, and one more.
  const runs = (text.match(/`+/gu) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return [
    `${fence}json`,
    text.trimEnd(),
    fence,
    '',
    ...(findings.length > 0
      ? findings.map(({ code, line }) => `- ${l10n.t('line {0}: {1}', line, code)}`)
      : [l10n.t('No findings.')]),
  ];
}
