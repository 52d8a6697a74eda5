/** Asks for code actions at a mark, as a client does, and applies them. */
import assert from 'node:assert/strict';
import type { CodeAction, CodeActionKind, TextEdit } from 'vscode-languageserver-types';
import { rules } from '../src/core/lint/rules/index.js';
import type { Rules, RuleSettings } from '../src/core/lint/lint.js';
import {
  codeActions,
  resolveCodeAction,
  type CodeActionContext,
  type CodeActionRequest,
} from '../src/features/code-actions/index.js';
import type { HostDocument } from '../src/features/document.js';
import { documentOf, edited, onlyPolicy } from './documents.js';
import { cursorIn, spansIn } from './marks.js';
import { shippedLanguage } from './shipped-catalogue.js';
import { tinyCatalogue } from './tiny-catalogue.js';

export interface Asking {
  readonly only?: readonly CodeActionKind[];
  readonly rules?: Rules;
  readonly settings?: RuleSettings;
  readonly locale?: 'en' | 'zh';
  readonly commands?: readonly string[];
  readonly target?: CodeActionContext['target'];
  readonly createsFiles?: boolean;
  /** Edits at once instead of when they are asked for. */
  readonly eager?: boolean;
  readonly shown?: CodeActionRequest['diagnostics'];
  readonly triggerKind?: CodeActionRequest['triggerKind'];
}

export interface Offered {
  readonly document: HostDocument;
  readonly context: CodeActionContext;
  readonly actions: readonly CodeAction[];
}

/** What is offered at the one `|` or for the one `«…»` of `marked`. */
export function offeredAt(marked: string, asking: Asking = {}): Offered {
  const { text, spans } = marked.includes('|') ? atCursor(marked) : spansIn(marked);
  const [selection] = spans;
  assert.ok(selection, `a mark expected in ${marked}`);
  const context: CodeActionContext = {
    catalogue: tinyCatalogue,
    language: shippedLanguage,
    rules: asking.rules ?? rules,
    settings: asking.settings ?? {},
    locale: asking.locale ?? 'en',
    rulePage: '{code}',
    commands: new Set(asking.commands),
    resolvesEdits: !asking.eager,
    versionsEdits: !asking.eager,
    createsFiles: asking.createsFiles === true,
    target: asking.target,
    onFailure: (_, error) => {
      throw error;
    },
  };
  const document = documentOf(text, { uri: 'file:///policy.cam.json', version: 7, context });
  const { only, triggerKind, shown: diagnostics = [] } = asking;
  const request = { only, triggerKind, diagnostics };
  return {
    document,
    context,
    actions: codeActions(document, onlyPolicy(document).rangeOf(selection), request, context),
  };
}

function atCursor(marked: string) {
  const { text, offset } = cursorIn(marked);
  return { text, spans: [{ start: offset, end: offset }] };
}

export const titlesOf = ({ actions }: Offered): readonly string[] => actions.map(({ title }) => title);

/** The text after the offered action whose title is, or matches, `title`. */
export function textAfter({ document, context, actions }: Offered, title: string | RegExp): string {
  const action = actions.find((each) => (typeof title === 'string' ? each.title === title : title.test(each.title)));
  assert.ok(action, `${String(title)} is not one of: ${actions.map((each) => each.title).join(' | ')}`);
  const { edit } = context.resolvesEdits ? (resolveCodeAction(action, document, context) ?? {}) : action;
  const edits = edit?.changes?.[document.uri] ?? edit?.documentChanges?.flatMap(editsIn);
  assert.ok(edits, `${action.title} has no edit`);
  return edited(document, edits);
}

const editsIn = (change: object): TextEdit[] => ('edits' in change ? (change.edits as TextEdit[]) : []);
