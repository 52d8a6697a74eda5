/** Diagnostics of configurations. They are sent, open or not, to every client: what a configuration says holds for files that are open. */
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import type { ChangedConfiguration, ConfigurationChange } from '../../../../protocol/answers.js';
import { requests } from '../../../../protocol/names.js';
import { problemsOf, type ConfigurationFile } from '../../core/config/chain.js';
import { rules } from '../../core/lint/rules/index.js';
import { problemDiagnostics } from '../../features/diagnostic.js';
import { textOf } from '../documents.js';
import { failureOf } from '../guard.js';
import type { OnTextDocument } from '../handlers.js';
import type { Session } from '../session.js';
import { isObject, isRuleSetting } from '../settings.js';
import { createUnused } from '../unused-suppressions.js';
import { afterPause } from '../waiting.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

const changeConfiguration = whenAsked(({ changeConfiguration }) => changeConfiguration);

/** How long typing must pause before policies are read for unused suppressions, in ms. */
const pause = 300;

export const configurationRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    answerChanges(session);
    tellOfMistakes(session);
  },
};

/** Answers `camPolicy/changeConfiguration` with the edit; with null where no configuration belongs to the document. */
function answerChanges({ connection, client, configurations, guard }: Session): void {
  const method = requests.changeConfiguration;
  const answer = guard(
    method,
    null,
    async ({ textDocument, change }: OnTextDocument & { readonly change?: unknown }) => {
      const { uri } = textDocument;
      await configurations.ready(uri);
      const target = isChange(change) ? await configurations.currentTargetOf(uri) : undefined;
      if (!target || !isChange(change)) return null;
      const edit = await changeConfiguration(target, change, rules, client);
      const changed: ChangedConfiguration<WorkspaceEdit> = { uri: target.uri, isNew: target.text === undefined };
      return edit ? { ...changed, edit } : changed;
    },
  );
  connection.onRequest(method, (params: OnTextDocument, token: CancellationToken) => answer(params, token));
}

/** Whether what a client sent is a change of the form that it must have. */
function isChange(value: unknown): value is ConfigurationChange {
  if (!isObject(value) || typeof value['rule'] !== 'string') return false;
  if (value['kind'] === 'level') return isRuleSetting(value['level']);
  const { kind, reason, action = '', resource = '', statement = '' } = value;
  const isText = (one: unknown): boolean => typeof one === 'string';
  return (
    kind === 'suppress' &&
    [reason, action, resource].every(isText) &&
    (isText(statement) || (Number.isInteger(statement) && Number(statement) >= 0))
  );
}

function tellOfMistakes(session: Session): void {
  const { configurations, documents, client, log, publish, onShutdown } = session;
  const sent = new Set<string>();
  const unused = createUnused(session);
  const isOpen = (uri: string): boolean => documents.get(uri) !== undefined;
  const send = (file: ConfigurationFile): void => {
    const uri = configurations.uriOf(file.address);
    const all = [...problemsOf(file, new Date()), ...unused.of(file)];
    // What is open is checked by such a client itself.
    const problems = client.knowsSchemas && isOpen(uri) ? all.filter(({ isFormal }) => !isFormal) : all;
    const diagnostics = problemDiagnostics(textOf(uri, file.text), problems, client.locale);
    if (diagnostics.length === 0 && !sent.delete(uri)) return;
    if (diagnostics.length > 0) sent.add(uri);
    publish({ uri, diagnostics });
  };
  const sendAll = (): void => {
    const files = configurations.files();
    const there = new Set(files.map(({ address }) => configurations.uriOf(address)));
    for (const uri of [...sent].filter((each) => !there.has(each))) {
      sent.delete(uri);
      publish({ uri, diagnostics: [] });
    }
    files.forEach(send);
  };
  const look = afterPause(pause, () => {
    unused
      .look()
      .then((isNew) => {
        if (isNew) sendAll();
      })
      .catch((error: unknown) => {
        log(failureOf('looking for unused suppressions', error));
      });
  });
  configurations.onRead(() => {
    sendAll();
    look.later();
  });
  documents.onDidSave(look.later);
  onShutdown(() => {
    look.stop();
    unused.stop();
  });
}
