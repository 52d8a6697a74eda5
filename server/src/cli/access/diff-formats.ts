/** What an edit newly allows, for programs that show findings beside code. */
import {
  foundInWords,
  hostSpan,
  indexLines,
  say,
  voiceOf,
  type Comparison,
  type Found,
  type Locale,
} from '../../core/index.js';
import { addressOf, plainMessage, regionOf, sarifSchema, sourceRoot } from '../formats/sarif-parts.js';
import { rangeOf, type Range } from '../range.js';
import { workflowCommand } from '../formats/workflow-command.js';
import { becauseOf, type Compared } from './compared.js';
import type { SidePolicy } from './sides.js';
import { texts } from './texts.js';

/** Something to tell, at a place of a file. */
interface Told extends Range {
  readonly rule: 'new-access' | 'lost-access' | 'access-undecided';
  readonly path: string;
  readonly message: string;
}

const levels = { 'new-access': 'warning', 'lost-access': 'note', 'access-undecided': 'warning' } as const;

const githubLevels = { 'new-access': 'warning', 'lost-access': 'notice', 'access-undecided': 'warning' } as const;

const beginning: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

const toldOf = (compared: readonly Compared[], locale: Locale): readonly Told[] =>
  compared.flatMap((one) => [...toldOn(one, 'gained', locale), ...toldOn(one, 'lost', locale)]);

function toldOn(compared: Compared, side: keyof Comparison, locale: Locale): readonly Told[] {
  const { before, after, comparison } = compared;
  const path = (after ?? before)?.fromRoot ?? compared.path;
  const difference = comparison[side];
  if (difference.is === 'none') return [];
  const rule = side === 'gained' ? 'new-access' : 'lost-access';
  if (difference.is !== 'some') {
    if (side === 'lost') return [];
    const message = say(texts.notDecided, locale, { what: becauseOf(difference).join(', ') });
    return [{ rule: 'access-undecided', path, message, ...beginning }];
  }
  const text = side === 'gained' ? texts.newAccess : texts.lostAccess;
  return difference.found.map((found) => {
    const { text: what, below } = foundInWords(found, side, voiceOf(locale));
    const shown = [what, ...below.map((line) => line.text)].join('; ');
    // What is gone has no place in the file as it is now.
    const place = side === 'gained' ? placeOf(after, found) : beginning;
    return { rule, path, message: say(text, locale, { what: shown }), ...place };
  });
}

function placeOf(side: SidePolicy | undefined, { by }: Found): Range {
  return side ? rangeOf(indexLines(side.text), hostSpan(side.embedded, by.span)) : beginning;
}

/** SARIF 2.1.0. */
export function asSarif(compared: readonly Compared[], locale: Locale): object {
  const rules = [
    { id: 'new-access', shortDescription: { text: say(texts.ruleNew, locale) } },
    { id: 'lost-access', shortDescription: { text: say(texts.ruleLost, locale) } },
    { id: 'access-undecided', shortDescription: { text: say(texts.ruleUndecided, locale) } },
  ];
  return {
    $schema: sarifSchema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cam-policy', rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [sourceRoot]: { description: { text: 'The root of the repository, or the folder that the command ran in.' } },
        },
        results: toldOf(compared, locale).map(({ rule, path, message, ...range }) => ({
          ruleId: rule,
          level: levels[rule],
          message: { text: plainMessage(message) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: addressOf(path),
                region: regionOf(range),
              },
            },
          ],
        })),
      },
    ],
  };
}

/** Workflow commands of GitHub. */
export const asGithub = (compared: readonly Compared[], locale: Locale): string =>
  toldOf(compared, locale)
    .map(({ rule, path, message, line, column, endLine }) =>
      workflowCommand(githubLevels[rule], { file: path, line, col: column, endLine, title: rule }, message),
    )
    .join('');
