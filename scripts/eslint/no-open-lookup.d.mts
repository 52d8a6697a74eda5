/** The type of no-open-lookup.mjs, which is JavaScript because ESLint reads it. */
import type { Rule } from 'eslint';
export declare const noOpenLookup: Rule.RuleModule;
