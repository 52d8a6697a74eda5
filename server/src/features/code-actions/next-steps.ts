/** What to do about findings that nothing mends by itself: choose something else from the list, or see what the policy allows. */
import { CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import { commands as clientCommands } from '../../../../protocol/names.js';
import type { Finding } from '../../core/lint/finding.js';
import { meets, replace } from '../../core/span.js';
import { say, shown } from '../../core/text.js';
import type { PolicyDocument } from '../document.js';
import type { Offer, OfferContext } from './offer.js';
import { titles } from './words.js';

interface Unmended {
  readonly document: PolicyDocument;
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** VS Code’s command that opens the list of suggestions. */
const suggestCommand = 'editor.action.triggerSuggest';

/** Findings of which only the person knows what was meant: what stands there goes, and the client shows the list of what may. */
const chosen: ReadonlySet<string> = new Set(['unknown-action', 'unknown-service', 'placeholder']);

/** Findings of which the person has to know what the policy allows. */
const weighed: ReadonlySet<string> = new Set([
  'allow-all',
  'privilege-escalation',
  'public-principal',
  'cross-account-principal',
  'service-wide-write',
]);

/** At most one offer of each kind: of the first finding that it helps with. */
export function nextSteps(found: readonly Unmended[], context: OfferContext): readonly Offer[] {
  const unmended = found.filter(({ finding: { fix, suggestions = [] } }) => !fix && suggestions.length === 0);
  const offers = (of: (each: Unmended, context: OfferContext) => Offer | undefined): readonly Offer[] =>
    unmended.flatMap((each) => of(each, context) ?? []).slice(0, 1);
  return [...offers(chooseInstead), ...offers(chooseFirst), ...offers(seeAccess)];
}

function chooseInstead({ document, finding, diagnostic }: Unmended, context: OfferContext): Offer | undefined {
  const { commands, locale, touched } = context;
  if (!commands.has(suggestCommand) || !chosen.has(finding.code)) return undefined;
  const selection = touched.find((each) => each.document === document)?.selection;
  const { parts = [finding] } = finding;
  const span = parts.map((part) => part.span).find((part) => selection && meets(part, selection)) ?? finding.span;
  const text = shown(document.policy.tree.text.slice(span.start, span.end));
  const title = say(titles.choose, locale, { text });
  const edits = (): readonly TextEdit[] => document.textEdits([replace(span, '')]);
  return { ...offer('choose', title, diagnostic, suggestCommand), edits };
}

/** Between the brackets of an empty list. */
function chooseFirst({ document, finding, diagnostic }: Unmended, context: OfferContext): Offer | undefined {
  const { commands, locale, touched } = context;
  const { start, end } = finding.span;
  const inside = touched.some(
    ({ document: other, selection }) => other === document && selection.start > start && selection.end < end,
  );
  if (!commands.has(suggestCommand) || finding.code !== 'empty-value' || !inside) return undefined;
  return offer('choose-first', say(titles['choose-first'], locale), diagnostic, suggestCommand);
}

function seeAccess({ finding, diagnostic }: Unmended, { commands, locale }: OfferContext): Offer | undefined {
  const command = clientCommands.explain;
  if (!weighed.has(finding.code) || !commands.has(command)) return undefined;
  return offer('explain', say(titles.explain, locale), diagnostic, command);
}

const offer = (id: string, title: string, diagnostic: Diagnostic, command: string): Offer => ({
  id,
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  command: { title, command },
});
