/** The commands and the view about what policies allow. */
import { commands, type Disposable, type TextDocument } from 'vscode';
import { commands as names } from '../../../protocol/names.js';
import { activeHost } from '../active-policy.js';
import { atCursor, type Ask } from '../ask.js';
import { askAccess } from './can.js';
import { newPolicyTest } from '../testing/new-test.js';
import { compareAccess } from './compare.js';
import { keepUsed } from './keep-used.js';
import { backFromPage, showAccessPage } from './page.js';
import type { Server } from '../server.js';

/** Registers the commands; disposing of what is returned takes them away. */
export function registerAccessCommands(server: Server, ask: Ask): readonly Disposable[] {
  const handlers: {
    readonly [command: string]: (document: TextDocument, ...more: readonly unknown[]) => Promise<unknown>;
  } = {
    [names.explain]: (document, policy) => showAccessPage(ask, document, policy),
    [names.compare]: (document, other) => compareAccess(ask, document, other),
    [names.keepUsed]: (document, used) => keepUsed(server, ask, document, used),
    [names.newPolicyTest]: (document) => newPolicyTest(ask, document),
  };
  const onActive = Object.entries(handlers).map(([command, handler]) =>
    commands.registerCommand(command, (...more: readonly unknown[]) => {
      const document = activeHost();
      return document && handler(document, ...more);
    }),
  );
  // Also where the page is in front that explains the policy.
  const onPage = {
    [names.can]: async (action: unknown, resource: unknown) => {
      const explained = await backFromPage();
      const document = explained?.document ?? activeHost();
      return document && askAccess(ask, document, explained?.which ?? atCursor(document), action, resource);
    },
  };
  return [
    ...onActive,
    ...Object.entries(onPage).map(([command, handler]) => commands.registerCommand(command, handler)),
  ];
}
