/** Quick fixes: each finding touched by the selection offers its fix, its suggestions, the same for its like, and what can be done about its rule. */
import { CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../../core/lint/finding.js';
import { firstFix, fixAll, safeFix } from '../../core/lint/fix-all.js';
import { titleOf } from '../../core/lint/wording.js';
import { own } from '../../core/own.js';
import type { Edit, Span } from '../../core/span.js';
import { say } from '../../core/text.js';
import { diagnosticOf } from '../diagnostics.js';
import { lintOptionsOf } from '../document.js';
import type { Offer, OfferContext } from './offer.js';
import { titles } from './words.js';

/** How many findings of a selection get fixes of their own; more would be a list that nobody reads. */
const maxFindings = 50;

/** A finding that the selection touches, with the diagnostic that the client shows for it. */
interface Touched {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

const touch = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The quick fixes for the findings in the selection, preferred ones first, then those for all findings of a kind, then what concerns rules. */
export function quickFixes(context: OfferContext): readonly Offer[] {
  const { document, selection, shown } = context;
  const known = new Map(shown.map((diagnostic) => [keyOf(diagnostic), diagnostic]));
  const touched = document.findings
    .filter(({ span }) => touch(span, selection))
    .slice(0, maxFindings)
    .map((finding): Touched => {
      const own = diagnosticOf(document, finding, context);
      return { finding, diagnostic: known.get(keyOf(own)) ?? own };
    });
  const kinds = [...new Map([...touched].reverse().map((each) => [each.finding.code, each])).values()].reverse();
  const fixes = ownFixes(touched, context);
  return [
    ...fixes.filter(({ preferred }) => preferred),
    ...fixes.filter(({ preferred }) => !preferred),
    ...kinds.flatMap((kind) => fixesOfKind(kind, context)),
    ...kinds.flatMap((kind) => ruleCommands(kind, context)),
  ];
}

/** A diagnostic is found again by code and place, never by its text. */
const keyOf = ({ code, range }: { readonly code?: Diagnostic['code']; readonly range: Range }): string =>
  [code, range.start.line, range.start.character, range.end.line, range.end.character].join();

/** One offer per fix; a fix that several findings share, as those of one statement do, is offered once and names them all. */
function ownFixes(touched: readonly Touched[], { rules, locale }: OfferContext): readonly Offer[] {
  const offers = new Map<Fix['edits'], Offer & { readonly diagnostics: Diagnostic[] }>();
  for (const { finding, diagnostic } of touched) {
    const { code, span } = finding;
    fixesOf(finding).forEach((fix, index) => {
      const same = offers.get(fix.edits);
      if (same) {
        same.diagnostics.push(diagnostic);
        return;
      }
      offers.set(fix.edits, {
        id: ['fix', code, span.start, span.end, index].join(),
        title: titleOf(rules, code, fix, locale),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edits: fix.edits,
        ...(fix.preferred ? { preferred: true } : {}),
      });
    });
  }
  return [...offers.values()];
}

/** A finding's safe fix, which is always preferred, and its suggestions. */
const fixesOf = ({ fix, suggestions = [] }: Finding): readonly Fix[] =>
  fix ? [{ ...fix, preferred: true }, ...suggestions] : suggestions;

/** Where there is more than one: the safe fixes of all findings of a kind, or the first suggestion of each. */
function fixesOfKind({ finding: { code }, diagnostic }: Touched, context: OfferContext): readonly Offer[] {
  const { document, locale } = context;
  const alike = document.findings.filter((finding) => finding.code === code);
  const offer = (id: 'fix-kind' | 'suggest-kind', choose: (finding: Finding) => Fix | undefined): readonly Offer[] => {
    const count = alike.filter(choose).length;
    if (count < 2) return [];
    const edits = (): readonly Edit[] => fixAll(document.policy, alike, onlyRule(code, context), choose).edits;
    const title = say(titles[id], locale, { count, code });
    return [{ id: [id, code].join(), title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edits }];
  };
  return alike.some(safeFix) ? offer('fix-kind', safeFix) : offer('suggest-kind', firstFix);
}

function onlyRule(code: string, context: OfferContext) {
  const rule = own(context.rules, code);
  return { ...lintOptionsOf(context), rules: rule ? { [code]: rule } : {} };
}

/** The commands that the client carries out: arguments are the rule's code, and what to set it to. */
export const setRuleSeverity = 'camPolicy.setRuleSeverity';
export const showRulePage = 'camPolicy.showRulePage';

/** Turning the rule off, and reading about it, where the client can. */
function ruleCommands(
  { finding: { code }, diagnostic }: Touched,
  { commands, locale }: OfferContext,
): readonly Offer[] {
  const offer = (id: 'rule-off' | 'rule-page', command: string, args: readonly string[]): readonly Offer[] => {
    if (!commands.has(command)) return [];
    const title = say(titles[id], locale, { code });
    return [
      {
        id: [id, code].join(),
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        command: { title, command, arguments: [...args] },
      },
    ];
  };
  return [...offer('rule-off', setRuleSeverity, [code, 'off']), ...offer('rule-page', showRulePage, [code])];
}
