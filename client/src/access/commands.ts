/** The commands and the view about what policies allow. */
import { commands, type Disposable, type TextDocument } from 'vscode';
import { commands as names } from '../../../protocol/names.js';
import { activeHost } from '../active-policy.js';
import type { Ask } from '../ask.js';
import { askAccess } from './can.js';
import { newPolicyTest } from '../testing/new-test.js';
import { compareAccess } from './compare.js';
import { keepUsed } from './keep-used.js';
import { showAccessPage } from './page.js';
import type { Server } from '../server.js';

/** Registers the commands; disposing of what is returned takes them away. */
export function registerAccessCommands(server: Server, ask: Ask): readonly Disposable[] {
  const handlers: {
    readonly [command: string]: (document: TextDocument, ...more: readonly unknown[]) => Promise<unknown>;
  } = {
    [names.explain]: (document, policy) => showAccessPage(ask, document, policy),
    [names.compare]: (document, other) => compareAccess(ask, document, other),
    [names.can]: (document, action, resource) => askAccess(ask, document, action, resource),
    [names.keepUsed]: (document, used) => keepUsed(server, ask, document, used),
    [names.newPolicyTest]: (document) => newPolicyTest(ask, document),
  };
  return Object.entries(handlers).map(([command, handler]) =>
    commands.registerCommand(command, (...more: readonly unknown[]) => {
      const document = activeHost();
      return document && handler(document, ...more);
    }),
  );
}
