/** What a person can do about a rule: read its page or change its level. */
import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { ShownRule } from '../../protocol/answers.js';
import { ruleLevels } from '../../protocol/names.js';
import { changeLevel, type Level } from './rule-levels.js';
import { showRulePage } from './rule-page.js';

interface Entry extends QuickPickItem {
  readonly run?: () => Promise<void>;
}

/**
 * Lets the person choose what to do about `rules`, a list of `ShownRule`. With `code` and `choice`, which is `page` or a level, nothing is asked.
 * Arguments of another form are ignored.
 */
export async function aboutRules(rules: unknown, code?: unknown, choice?: unknown): Promise<void> {
  const shown = Array.isArray(rules) ? rules.filter(isRule) : [];
  const named = shown.find((rule) => rule.code === code);
  if (named && choice === 'page') return showRulePage(named.code);
  const level = ruleLevels.find((each) => each === choice);
  if (named && level) return changeLevel(named.code, level);
  const entries = shown.flatMap(entriesOf);
  const picked = await window.showQuickPick(entries, { placeHolder: l10n.t('Read about a rule, or change its level') });
  await picked?.run?.();
}

const isRule = (value: unknown): value is ShownRule =>
  typeof (value as Partial<ShownRule> | null)?.code === 'string' &&
  typeof (value as Partial<ShownRule> | null)?.severity === 'string';

function entriesOf({ code, severity }: ShownRule): readonly Entry[] {
  return [
    { label: code, kind: QuickPickItemKind.Separator },
    { label: l10n.t('Show the page of {0}', code), run: () => showRulePage(code) },
    {
      label: l10n.t('Change the level of {0}…', code),
      description: l10n.t('now: {0}', severity),
      run: () => chooseLevel(code, severity),
    },
  ];
}

async function chooseLevel(code: string, current: string): Promise<void> {
  const told: { readonly [level in Level]: string } = {
    off: l10n.t('The rule is not checked.'),
    hint: l10n.t('Shown as dots under the text, not in the Problems panel.'),
    information: l10n.t('Shown in blue, and in the Problems panel.'),
    warning: l10n.t('Shown in yellow, and in the Problems panel.'),
    error: l10n.t('Shown in red, and in the Problems panel.'),
  };
  const items = ruleLevels
    .filter((level) => level !== current)
    .map((level) => ({ label: level, detail: told[level], level }));
  const placeHolder = l10n.t('The level of {0}, now: {1}', code, current);
  const picked = await window.showQuickPick(items, { placeHolder });
  if (picked) await changeLevel(code, picked.level);
}
