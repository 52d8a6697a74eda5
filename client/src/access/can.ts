/** *Can …?*: asks what the question is, answers it, and shows the statement that decides. */
import {
  l10n,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  window,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import type { AccessAnswer, AccessChoice, AccessLine } from '../../../protocol/access.js';
import { requests } from '../../../protocol/names.js';
import { tellUnanswered, type Ask, type Which } from '../ask.js';

/** A question as it is put together. */
interface Question {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | null>>;
  readonly owner?: string;
  readonly uin?: string;
}

/** More keys than this are not asked for. */
const maxKeys = 12;

/** Asks the person for what is not given, and shows the answer; undefined: the person gave up. */
export async function askAccess(
  ask: Ask,
  document: TextDocument,
  which: Which,
  action: unknown,
  resource: unknown,
): Promise<AccessAnswer | undefined> {
  const explained = await ask(requests.explain, document, which);
  if (!explained) {
    tellUnanswered(explained);
    return undefined;
  }
  const chosenAction = typeof action === 'string' ? action : await chooseAction(ask, document, which);
  if (chosenAction === undefined) return undefined;
  const chosenResource =
    typeof resource === 'string' ? resource : await chooseResource(ask, document, which, chosenAction);
  if (chosenResource === undefined) return undefined;
  let question: Question = { action: chosenAction, resource: chosenResource, context: {} };
  const asked = new Set<string>();
  let answer = await ask(requests.can, document, { ...which, ...question });
  for (let count = 0; answer && count < maxKeys; count++) {
    const key = answer.keys.find((each) => !asked.has(each));
    if (key === undefined) break;
    asked.add(key);
    const said = await askKey(key);
    if (said === undefined) return undefined;
    question = withKey(question, key, said);
    answer = await ask(requests.can, document, { ...which, ...question });
  }
  if (answer) show(document, question, answer);
  else tellUnanswered(answer);
  return answer ?? undefined;
}

const isAction = (text: string): boolean => /^[\w-]+:[\w/.-]+$/u.test(text);

/** The action: from the catalogue, or as it is typed. */
function chooseAction(ask: Ask, document: TextDocument, which: Which): Promise<string | undefined> {
  const pick = window.createQuickPick();
  pick.title = l10n.t('Can … do what?');
  pick.placeholder = l10n.t('An action, such as cvm:StopInstances');
  pick.matchOnDescription = true;
  let choices: readonly AccessChoice[] = [];
  let asked: string | undefined;
  const fill = (): void => {
    const typed = pick.value.trim();
    const items = choices.map(({ value, description }): QuickPickItem => ({
      label: value,
      ...(description !== undefined && { description }),
    }));
    const isNew = isAction(typed) && !choices.some(({ value }) => value === typed);
    // Behind the others: Enter takes what the list completes.
    pick.items = isNew ? [...items, { label: typed, description: l10n.t('as typed') }] : items;
  };
  const load = async (): Promise<void> => {
    const typed = pick.value.trim();
    const part = typed.includes(':') ? typed.slice(0, typed.indexOf(':') + 1) : '';
    if (part !== asked) {
      asked = part;
      choices = (await ask(requests.canChoices, document, { ...which, typed: part })) ?? [];
    }
    fill();
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => void load());
    pick.onDidAccept(() => {
      const typed = pick.value.trim();
      // A name that is typed in full is meant, whatever is selected while the list is being filled.
      const label = choices.find(({ value }) => value === typed)?.value ?? pick.selectedItems[0]?.label ?? typed;
      if (label.endsWith(':')) {
        pick.value = label;
        void load();
      } else if (isAction(label)) {
        resolve(label);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void load();
  });
}

/** What stands for a value in a resource: a variable of its format, or a wildcard. */
const blank = /\$\{\w+\}|\*/u;

/** The resource: one of those that the action takes, with its variables filled in. */
async function chooseResource(
  ask: Ask,
  document: TextDocument,
  which: Which,
  action: string,
): Promise<string | undefined> {
  const choices = (await ask(requests.canChoices, document, { ...which, action })) ?? [];
  const other = l10n.t('Another resource…');
  const items = choices.map(({ value, description }) => ({
    label: value,
    ...(description !== undefined && { description }),
  }));
  const picked =
    items.length === 1
      ? items[0]
      : await window.showQuickPick([...items, { label: other }], {
          title: l10n.t('Can … do {0} on what?', action),
          placeHolder: l10n.t('A resource'),
        });
  if (!picked) return undefined;
  const value = picked.label === other ? 'qcs::::' : picked.label;
  if (value === '*' || (picked.label !== other && !blank.test(value))) return value;
  return fillIn(action, value);
}

async function fillIn(action: string, value: string): Promise<string | undefined> {
  const found = blank.exec(value);
  const start = found?.index ?? value.length;
  return window.showInputBox({
    title: l10n.t('Can … do {0} on what?', action),
    prompt: l10n.t('Six segments, without * and with every variable filled in.'),
    value,
    valueSelection: [start, start + (found?.[0].length ?? 0)],
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === '*' || (/^qcs(?::[^:*]*){4}:[^*]+$/u.test(text) && !text.includes('${'))
        ? undefined
        : l10n.t('Six segments, without * and with every variable filled in.'),
  });
}

/** What the person says of a key: its value, that it is absent (null), or that it is not known (an empty string); undefined: given up. */
async function askKey(key: string): Promise<string | null | undefined> {
  if (key === 'account')
    return askNumber(l10n.t('Whose account is the policy of? The uin of the root account; empty: not known.'));
  if (key === 'uin') return askNumber(l10n.t('Who calls? The uin; empty: not known.'));
  const [value, absent, unknown] = [l10n.t('It has a value…'), l10n.t('It is absent'), l10n.t('I do not know')];
  const picked = await window.showQuickPick([value, absent, unknown], {
    title: key,
    placeHolder: l10n.t('The answer hangs on {0}. What does the request say?', key),
  });
  if (picked === undefined) return undefined;
  if (picked !== value) return picked === absent ? null : '';
  return window.showInputBox({ title: key, prompt: l10n.t('The value of {0}', key), ignoreFocusOut: true });
}

const askNumber = (title: string): Promise<string | undefined> =>
  Promise.resolve(
    window.showInputBox({
      title,
      ignoreFocusOut: true,
      validateInput: (text) => (/^\d*$/u.test(text) ? undefined : l10n.t('A number, or nothing.')),
    }),
  );

function withKey(question: Question, key: string, said: string | null): Question {
  if (said === '') return question;
  if (key === 'account' && said !== null) return { ...question, owner: said };
  if (key === 'uin' && said !== null) return { ...question, uin: said };
  return { ...question, context: { ...question.context, [key]: said } };
}

function show(document: TextDocument, { action }: Question, { verdict, answer }: AccessAnswer): void {
  reveal(document, answer);
  const text = [`${action}: ${answer.text}`, ...answer.below.map((line) => ended(line.text))].join(' ');
  void (verdict === 'allowed' ? window.showInformationMessage(text) : window.showWarningMessage(text));
}

/** With a full stop, in Chinese too. */
const ended = (text: string): string =>
  /[.。]$/u.test(text) ? text : `${text}${/[\u4e00-\u9fff]/u.test(text) ? '。' : '.'}`;

/** Selects the statement that decides. */
function reveal(document: TextDocument, { range }: AccessLine): void {
  const active = window.activeTextEditor;
  const shown = [...(active ? [active] : []), ...window.visibleTextEditors];
  const editor = shown.find((each) => each.document === document);
  if (!editor || !range) return;
  const [start, end] = [
    new Position(range.start.line, range.start.character),
    new Position(range.end.line, range.end.character),
  ];
  editor.selection = new Selection(start, end);
  editor.revealRange(new Range(start, end), TextEditorRevealType.InCenterIfOutsideViewport);
}
