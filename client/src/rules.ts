/** What a person can do about a rule: read its page, change its level, or accept what it finds. */
import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { ShownRule } from '../../protocol/answers.js';
import { ruleLevels } from '../../protocol/names.js';
import type { ChangeConfiguration } from './configuration-change.js';
import { changeLevel, type Level } from './rule-levels.js';
import { showRulePage } from './rule-page.js';

interface Entry extends QuickPickItem {
  readonly run?: () => Promise<void>;
}

/** What the command `camPolicy.rules` was given besides the rules: nothing is asked of what is said here. */
interface Said {
  readonly code: unknown;
  /** `page`, a level for the person's settings, `suppress`, or `configure`. */
  readonly choice: unknown;
  /** The reason to suppress, or the level to configure. */
  readonly value: unknown;
}

/** Lets the person choose what to do about `rules`, a list of `ShownRule`. Arguments of another form are ignored. */
export async function aboutRules(change: ChangeConfiguration, rules: unknown, said: Said): Promise<void> {
  const shown = Array.isArray(rules) ? rules.filter(isRule) : [];
  const named = shown.find((rule) => rule.code === said.code);
  if (named && said.choice === 'page') return showRulePage(named.code);
  const level = ruleLevels.find((each) => each === said.choice);
  if (named && level) return changeLevel(named.code, level);
  if (named && said.choice === 'suppress') return suppress(change, named, said.value);
  if (named && said.choice === 'configure') return configure(change, named, said.value);
  const entries = shown.flatMap((rule) => entriesOf(change, rule));
  const picked = await window.showQuickPick(entries, {
    placeHolder: l10n.t('Read about a rule, change its level, or accept what it finds here'),
  });
  await picked?.run?.();
}

const isRule = (value: unknown): value is ShownRule =>
  typeof (value as Partial<ShownRule> | null)?.code === 'string' &&
  typeof (value as Partial<ShownRule> | null)?.severity === 'string';

function entriesOf(change: ChangeConfiguration, rule: ShownRule): readonly Entry[] {
  const { code, severity } = rule;
  return [
    { label: code, kind: QuickPickItemKind.Separator },
    { label: l10n.t('Show the page of {0}', code), run: () => showRulePage(code) },
    {
      label: l10n.t('Change the level of {0}…', code),
      description: l10n.t('now: {0}', severity),
      detail: l10n.t('In your own settings.'),
      run: async () => {
        const level = await chooseLevel(code, severity);
        if (level) await changeLevel(code, level);
      },
    },
    ...(rule.uri === undefined ? [] : shared(change, rule)),
  ];
}

/** What changes the configuration, which holds for everybody and on the command line. */
const shared = (change: ChangeConfiguration, rule: ShownRule): readonly Entry[] => [
  {
    label: l10n.t('Suppress {0} here…', rule.code),
    detail: l10n.t('In cam-policy.config.json, with a reason.'),
    run: () => suppress(change, rule, undefined),
  },
  {
    label: l10n.t('Set {0} to…', rule.code),
    detail: l10n.t('In cam-policy.config.json, for everybody and on the command line.'),
    run: () => configure(change, rule, undefined),
  },
];

async function suppress(change: ChangeConfiguration, { code, uri, suppress: narrowed }: ShownRule, said: unknown) {
  const reason = typeof said === 'string' ? said : await askReason(code);
  if (reason === undefined || reason.trim() === '' || uri === undefined) return;
  await change(uri, { kind: 'suppress', rule: code, ...narrowed, reason: reason.trim() });
}

const askReason = (code: string): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Suppress {0} here', code),
    prompt: l10n.t('Why is this accepted? Those who read the configuration later will see it.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A suppression needs a reason.') : undefined),
  });

async function configure(change: ChangeConfiguration, { code, severity, uri }: ShownRule, said: unknown) {
  const level = ruleLevels.find((each) => each === said) ?? (await chooseLevel(code, severity));
  if (level && uri !== undefined) await change(uri, { kind: 'level', rule: code, level });
}

async function chooseLevel(code: string, current: string): Promise<Level | undefined> {
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
  return picked?.level;
}
