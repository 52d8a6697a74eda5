/** Tests a rule by examples: where it reports, what, and the text after its fix. */
import assert from 'node:assert/strict';
import type { Catalogue } from '../src/core/catalogue/catalogue.js';
import type { Account } from '../src/core/knowledge/account.js';
import type { Finding, Severity } from '../src/core/lint/finding.js';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { messageOf } from '../src/core/lint/wording.js';
import { readPolicy } from '../src/core/policy/read.js';
import { applyEdits } from '../src/core/span.js';
import { markSpans, spansIn } from './marks.js';
import { shippedLanguage } from './shipped-catalogue.js';
import { tinyCatalogue } from './tiny-catalogue.js';

export interface InvalidCase {
  /** The policy, every reported span marked `«…»`. */
  readonly text: string;
  /** The message id of each finding, in order; one stands for all. */
  readonly messages: readonly string[];
  readonly severity?: Severity;
  /** Must stand in the first finding's English message. */
  readonly says?: string;
  /** The text after the first finding's safe fix; null: it must have none. */
  readonly fixed?: string | null;
  /** The texts after each of the first finding's suggestions. */
  readonly suggested?: readonly string[];
  /** Which of them an editor may take as the one that is meant. */
  readonly preferred?: readonly boolean[];
}

export interface RuleCases {
  readonly valid: readonly string[];
  readonly invalid: readonly InvalidCase[];
  readonly catalogue?: Catalogue;
  /** Whose policies they are. */
  readonly account?: Account;
}

/** What one rule finds in `text`. A rule that throws fails the test. */
export function findingsOf(
  code: string,
  text: string,
  catalogue: Catalogue = tinyCatalogue,
  account: Account = {},
): readonly Finding[] {
  const rule = Object.entries(rules).find(([name]) => name === code)?.[1];
  assert.ok(rule, `no rule ${code}`);
  return lint(readPolicy(text), {
    catalogue,
    language: shippedLanguage,
    account,
    rules: { [code]: rule },
    onFailure: (_, error) => {
      throw error;
    },
  });
}

/** Defines a mocha suite named by the rule with a test per case. */
export function testRule(code: string, { valid, invalid, catalogue, account }: RuleCases): void {
  describe(code, () => {
    for (const text of valid) {
      it(`accepts ${text}`, () => {
        assert.equal(
          markSpans(
            text,
            findingsOf(code, text, catalogue, account).map(({ span }) => span),
          ),
          text,
        );
      });
    }
    for (const example of invalid) {
      it(`reports ${example.text}`, () => {
        checkInvalid(code, example, catalogue, account);
      });
    }
  });
}

function checkInvalid(
  code: string,
  { text: marked, messages, severity, says, fixed, suggested, preferred }: InvalidCase,
  catalogue: Catalogue | undefined,
  account: Account | undefined,
): void {
  const { text } = spansIn(marked);
  const findings = findingsOf(code, text, catalogue, account);
  assert.equal(
    markSpans(
      text,
      findings.map(({ span }) => span),
    ),
    marked,
  );
  const ids = findings.map(({ messageId }) => messageId);
  assert.deepEqual(ids, messages.length === 1 ? ids.map(() => messages[0]) : messages);
  const first = findings[0];
  assert.ok(first);
  if (severity) assert.equal(first.severity, severity);
  if (says) assert.ok(messageOf(rules, code, first, 'en').includes(says), messageOf(rules, code, first, 'en'));
  if (fixed !== undefined) assert.equal(first.fix ? applyEdits(text, first.fix.edits()) : null, fixed);
  if (suggested) {
    assert.deepEqual(
      (first.suggestions ?? []).map((fix) => applyEdits(text, fix.edits())),
      suggested,
    );
  }
  if (preferred)
    assert.deepEqual(
      (first.suggestions ?? []).map((fix) => fix.preferred === true),
      preferred,
    );
}
