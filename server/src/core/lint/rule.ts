/** The form of a rule: one opinion on one kind of mistake, told by its name. */
import type { Account } from '../knowledge/account.js';
import type { Facts } from '../knowledge/facts.js';
import type { ActionPattern } from '../policy/action.js';
import type { ConditionOperator, Policy, PolicyAction, PolicyResource, Principal, Statement } from '../policy/model.js';
import type { ResourcePattern } from '../policy/resource.js';
import type { CarriesCache } from '../memo.js';
import type { Span } from '../span.js';
import type { JsonTree } from '../syntax/json.js';
import type { Text, TextData } from '../text.js';
import type { Edit } from '../span.js';
import type { Among, Finding, Fix, Related, Severity } from './finding.js';

type Texts = { readonly [id: string]: Text };
type NoTexts = { readonly [id in never]: Text };

/** A fix as a rule states it. */
export interface FixOf<FixId extends string> {
  readonly title: FixId;
  readonly data?: TextData;
  readonly edits: () => readonly Edit[];
  readonly preferred?: boolean;
  readonly among?: Among;
}

export interface ReportOf<MessageId extends string, FixId extends string> {
  readonly data?: TextData;
  /** Instead of the rule's own severity. */
  readonly severity?: Severity;
  readonly fix?: FixOf<FixId> | undefined;
  readonly suggestions?: readonly FixOf<FixId>[] | undefined;
  readonly related?:
    readonly { readonly span: Span; readonly message: MessageId; readonly data?: TextData }[] | undefined;
  readonly tag?: 'unnecessary' | 'deprecated';
  /** What follows from this finding and is mended with it: findings of other rules in these spans are not made. */
  readonly explains?: readonly Span[];
}

/** One run of the rules over a policy; remembers what they find out on the way. */
export interface RunContext extends Facts, CarriesCache {}

/** What a check is given besides its node. One object for all checks of a run. */
export interface RuleContext<MessageId extends string, FixId extends string> extends RunContext {
  readonly policy: Policy;
  /** Whose policy it is, as far as a person has told it. What a `find` gives must not depend on it: its answers are kept. */
  readonly account: Account;
  /** The document, for edits. */
  readonly text: string;
  /** Reports a finding on `span`; `message` names one of the rule's messages. */
  readonly report: (span: Span, message: MessageId, details?: ReportOf<MessageId, FixId>) => void;
}

/**
 * A check of strings of one kind, in two steps. `find` is told nothing but the string and the facts, and gives what `report` needs to know, or undefined
 * where there is nothing to report. The runner asks it once per string and keeps the answer; `report` gets that answer for each place of the string.
 */
export interface StringCheck<Pattern, Item extends Pattern, Found, Context> {
  readonly find: (pattern: Pattern, facts: Facts) => Found | undefined;
  readonly report: (found: Found, item: Item, statement: Statement, context: Context) => void;
  /** Where this finds something, other rules do not see the string: it is not what it looks like, and what else is odd about it follows from that. */
  readonly alone?: true;
}

/** One function per level; a rule implements those it needs and keeps nothing between calls. */
export interface Checks<Context, FoundInAction, FoundInResource> {
  readonly tree?: (tree: JsonTree, context: Context) => void;
  readonly policy?: (policy: Policy, context: Context) => void;
  readonly statement?: (statement: Statement, context: Context) => void;
  readonly action?: StringCheck<ActionPattern, PolicyAction, FoundInAction, Context>;
  readonly resource?: StringCheck<ResourcePattern, PolicyResource, FoundInResource, Context>;
  /** `statement` is undefined for the policy's own principal. */
  readonly principal?: (principal: Principal, statement: Statement | undefined, context: Context) => void;
  readonly condition?: (condition: ConditionOperator, statement: Statement, context: Context) => void;
}

/** The parts of the policy language that rules are sorted by, in the order to list them. */
export const ruleGroups = ['document', 'action', 'resource', 'principal', 'condition', 'safety'] as const;
export type RuleGroup = (typeof ruleGroups)[number];

export interface RuleMeta {
  readonly group: RuleGroup;
  /** Unless settings say otherwise. */
  readonly severity: Severity;
  readonly summary: Text;
  readonly messages: Texts;
  readonly fixes: Texts;
  /**
   * Findings that are one mistake made several times, and mended alike, are reported once: those of the same cause. `all`: those whose messages say the
   * same. A function gives the cause; undefined: the finding stands alone. Without it every finding does.
   */
  readonly together?: 'all' | ((finding: Pick<Finding, 'messageId' | 'data'>) => string | undefined);
}

/** A rule whose message and fix names are no longer in its type, as lists of rules hold it. What its `find` gives goes to its own `report` only. */
export interface Rule extends RuleMeta {
  readonly check: Checks<RuleContext<string, string>, unknown, unknown>;
}

/** Checks a rule's types: what it reports must be among its messages and fixes, and what it finds must be what it reports on. */
export function rule<
  Messages extends Texts,
  FoundInAction,
  FoundInResource,
  Fixes extends Texts = NoTexts,
>(definition: {
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly summary: Text;
  readonly messages: Messages;
  readonly fixes?: Fixes;
  readonly together?: NonNullable<RuleMeta['together']>;
  readonly check: Checks<RuleContext<keyof Messages & string, keyof Fixes & string>, FoundInAction, FoundInResource>;
}): Rule {
  const { check, fixes = {}, ...meta } = definition;
  return { ...meta, fixes, check: check as Rule['check'] };
}

/** A stated fix as findings carry it. */
export const fixOf = ({ title, data = {}, edits, preferred, among }: FixOf<string>): Fix => ({
  titleId: title,
  data,
  edits,
  ...(preferred ? { preferred } : {}),
  ...(among ? { among } : {}),
});

/** A stated relation as findings carry it. */
export const relatedOf = ({
  span,
  message,
  data = {},
}: {
  readonly span: Span;
  readonly message: string;
  readonly data?: TextData;
}): Related => ({ span, messageId: message, data });
