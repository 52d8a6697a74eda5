/** Quick fixes: for each finding in the selection its fix and suggestions, the same for all findings of its rule, and one entry about the rules. */
import type { ConfigurationChange, ShownRule } from '../../../../protocol/answers.js';
import { actionCommands } from '../../../../protocol/names.js';
import { CodeActionKind, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver-types';
import { narrowingOf } from '../../core/config/narrow.js';
import type { Finding, Fix } from '../../core/lint/finding.js';
import { firstFix, fixAll, safeFix } from '../../core/lint/fix-all.js';
import { titleOf } from '../../core/lint/wording.js';
import { own } from '../../core/own.js';
import { meets } from '../../core/span.js';
import { say } from '../../core/text.js';
import { changeConfiguration } from '../configuration-change.js';
import { diagnosticOf } from '../diagnostic.js';
import { lintOptionsOf } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { nextSteps } from './next-steps.js';
import type { Offer, OfferContext } from './offer.js';
import { titles } from './words.js';

/** The most findings of a selection that get fixes of their own: nobody reads a longer list. */
const maxFindings = 50;

/** A finding that the selection touches, with its policy and the diagnostic that the client shows for it. */
interface Found {
  readonly document: PolicyDocument;
  readonly finding: Finding;
  /** The part that the selection touches; the finding itself where it has one place. */
  readonly part: Finding;
  readonly diagnostic: Diagnostic;
}

/** The quick fixes for the findings in the selection, preferred ones first, then those for all findings of a kind, then what concerns rules. */
export function quickFixes(context: OfferContext): readonly Offer[] {
  const found = findingsAt(context);
  const kinds = [...new Map([...found].reverse().map((each) => [each.finding.code, each])).values()].reverse();
  const fixes = ownFixes(found, context);
  return [
    ...fixes.filter(({ preferred }) => preferred),
    ...fixes.filter(({ preferred }) => !preferred),
    ...nextSteps(found, context),
    ...kinds.flatMap((kind) => fixesOfKind(kind, context)),
    ...rulesEntry(kinds, context),
    ...configurationOffers(kinds, context),
  ];
}

/** The findings that have one of their places in the selection, in the order of the text. */
function findingsAt(context: OfferContext): readonly Found[] {
  const known = new Map(context.shown.map((diagnostic) => [keyOf(diagnostic), diagnostic]));
  return context.touched
    .flatMap(({ document, selection }) =>
      document.findings.flatMap((finding) => {
        const { parts = [finding] } = finding;
        const part = parts.find(({ span }) => meets(span, selection));
        return part ? [{ document, finding, part }] : [];
      }),
    )
    .slice(0, maxFindings)
    .map(({ document, finding, part }) => {
      const own = diagnosticOf(document, finding, context);
      return { document, finding, part, diagnostic: known.get(keyOf(own)) ?? own };
    });
}

/** Diagnostics are matched by code and place, never by their text. */
const keyOf = ({ code, range }: { readonly code?: Diagnostic['code']; readonly range: Range }): string =>
  [code, range.start.line, range.start.character, range.end.line, range.end.character].join();

/** One offer per fix. A fix that several findings share, as findings of one statement may, is offered once and lists all of them. */
function ownFixes(found: readonly Found[], { rules, locale }: OfferContext): readonly Offer[] {
  const offers = new Map<Fix['edits'], Offer & { readonly diagnostics: Diagnostic[] }>();
  for (const { document, finding, part, diagnostic } of found) {
    const { code } = finding;
    const { start, end } = document.hostSpan(finding.span);
    // Where the places are mended each in its own way, the one at hand comes first.
    const atHand = fixesOf(finding).some(({ varied }) => varied) ? fixesOf(part) : [];
    [...atHand, ...fixesOf(finding)].forEach((fix, index) => {
      const same = offers.get(fix.edits);
      if (same) {
        same.diagnostics.push(diagnostic);
        return;
      }
      offers.set(fix.edits, {
        id: ['fix', code, start, end, index].join(),
        title: titleOf(rules, code, fix, locale),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edits: () => document.textEdits(fix.edits()),
        ...(fix.preferred ? { preferred: true } : {}),
      });
    });
  }
  return [...offers.values()];
}

/** A finding's safe fix, which is always preferred, and its suggestions. */
const fixesOf = ({ fix, suggestions = [] }: Finding): readonly Fix[] =>
  fix ? [{ ...fix, preferred: true }, ...suggestions] : suggestions;

/** Where a rule has several findings: all their safe fixes, or else the first suggestion of each. */
function fixesOfKind({ finding: { code }, diagnostic }: Found, context: OfferContext): readonly Offer[] {
  const { document, locale } = context;
  const alike = document.policies.map((each) => ({
    document: each,
    findings: each.findings.filter((finding) => finding.code === code),
  }));
  const all = alike.flatMap(({ findings }) => findings);
  const offer = (id: 'fix-kind' | 'suggest-kind', choose: (finding: Finding) => Fix | undefined): readonly Offer[] => {
    const fixes = all.flatMap((finding) => choose(finding) ?? []);
    if (fixes.length < 2) return [];
    const count = fixes.reduce((sum, { places = 1 }) => sum + places, 0);
    const options = onlyRule(code, context);
    const edits = (): readonly TextEdit[] =>
      alike.flatMap((each) =>
        each.document.textEdits(fixAll(each.document.policy, each.findings, options, choose).edits),
      );
    const title = say(titles[id], locale, { count, code });
    return [{ id: [id, code].join(), title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edits }];
  };
  return all.some(safeFix) ? offer('fix-kind', safeFix) : offer('suggest-kind', firstFix);
}

function onlyRule(code: string, context: OfferContext) {
  const rule = own(context.rules, code);
  return { ...lintOptionsOf(context), rules: rule ? { [code]: rule } : {} };
}

/** Last, one entry about the rules of all findings in the selection, where the client has the command that lets the person choose. */
function rulesEntry(kinds: readonly Found[], { commands, locale, document, target }: OfferContext): readonly Offer[] {
  const command = actionCommands.rules;
  if (kinds.length === 0 || !commands.has(command)) return [];
  const title = say(titles.rules, locale);
  const rules = kinds.map(({ finding, part, document: { policy } }): ShownRule => ({
    code: finding.code,
    severity: finding.severity,
    ...(target ? { uri: document.uri, suppress: narrowingOf(part, policy) } : {}),
  }));
  const diagnostics = kinds.map(({ diagnostic }) => diagnostic);
  const { QuickFix: kind } = CodeActionKind;
  return [{ id: 'rules', title, kind, diagnostics, command: { title, command, arguments: [rules] } }];
}

/** The most rules that a client without that command gets entries for: each is two. */
const maxEntries = 2;

/** For a client without that command: changes of the configuration, last of all. A reason has to be written: without one nothing is suppressed. */
function configurationOffers(kinds: readonly Found[], context: OfferContext): readonly Offer[] {
  const { commands, locale, target, rules } = context;
  if (!target || commands.has(actionCommands.rules)) return [];
  const { QuickFix: kind } = CodeActionKind;
  return kinds.slice(0, maxEntries).flatMap(({ finding: { code }, part, document: { policy }, diagnostic }) => {
    const changes: readonly (readonly [keyof typeof titles, ConfigurationChange])[] = [
      ['suppress', { kind: 'suppress', rule: code, ...narrowingOf(part, policy), reason: '' }],
      ['turn-off', { kind: 'level', rule: code, level: 'off' }],
    ];
    return changes.flatMap(([id, change]): readonly Offer[] => {
      const edit = changeConfiguration(target, change, rules, context);
      const title = say(titles[id], locale, { code });
      return edit ? [{ id: `${id},${code}`, title, kind, diagnostics: [diagnostic], elsewhere: edit }] : [];
    });
  });
}
