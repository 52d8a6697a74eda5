/** Changes the level of a rule in the settings, says where, and takes it back if the person wants that. */
import { commands, ConfigurationTarget, l10n, window, workspace } from 'vscode';
import { section, type ruleLevels } from '../../protocol/names.js';

export type Level = (typeof ruleLevels)[number];

/** Where levels are kept: the workspace, or, where no folder is open, the person's own settings. */
interface Place {
  readonly target: ConfigurationTarget;
  readonly key: 'workspaceValue' | 'globalValue';
}

const place = (): Place =>
  workspace.workspaceFolders
    ? { target: ConfigurationTarget.Workspace, key: 'workspaceValue' }
    : { target: ConfigurationTarget.Global, key: 'globalValue' };

const levelsAt = ({ key }: Place): { readonly [code: string]: unknown } =>
  workspace.getConfiguration(section).inspect<{ readonly [code: string]: unknown }>('rules')?.[key] ?? {};

/** Sets the level of one rule; `undefined` takes it out of the settings. Other rules keep theirs. */
async function setLevel(where: Place, code: string, level: unknown): Promise<void> {
  const others = Object.entries(levelsAt(where)).filter(([other]) => other !== code);
  const entries = level === undefined ? others : [...others, [code, level] as const];
  const value = entries.length > 0 ? Object.fromEntries(entries) : undefined;
  await workspace.getConfiguration(section).update('rules', value, where.target);
}

/** Sets the level of the rule `code` and tells where, with a way back. Resolves when it is set. */
export async function changeLevel(code: string, level: Level): Promise<void> {
  const where = place();
  const before = new Map(Object.entries(levelsAt(where))).get(code);
  await setLevel(where, code, level);
  void tell(where, code, level, before);
}

async function tell(where: Place, code: string, level: Level, before: unknown): Promise<void> {
  const inWorkspace = where.target === ConfigurationTarget.Workspace;
  const message = inWorkspace
    ? l10n.t('The level of {0} is now “{1}” in this workspace (setting camPolicy.rules).', code, level)
    : l10n.t('The level of {0} is now “{1}” in your user settings (setting camPolicy.rules).', code, level);
  const [undo, open] = [l10n.t('Undo'), l10n.t('Open Settings')];
  const chosen = await window.showInformationMessage(message, undo, open);
  if (chosen === undo) await setLevel(where, code, before);
  if (chosen === open)
    await commands.executeCommand(
      inWorkspace ? 'workbench.action.openWorkspaceSettingsFile' : 'workbench.action.openSettingsJson',
    );
}
