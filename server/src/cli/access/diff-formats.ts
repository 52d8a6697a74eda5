/** What an edit newly allows, for programs that show findings beside code. */
import {
  doubtName,
  hostSpan,
  indexLines,
  say,
  type Comparison,
  type Difference,
  type Found,
  type LineColumn,
  type Locale,
} from '../../core/index.js';
import type { Compared } from './diff.js';
import type { SidePolicy } from './sides.js';
import { texts } from './texts.js';

/** Something to tell, at a place of a file. */
interface Told {
  readonly rule: 'new-access' | 'lost-access' | 'access-undecided';
  readonly path: string;
  readonly message: string;
  readonly start: LineColumn;
  readonly end: LineColumn;
}

const levels = { 'new-access': 'warning', 'lost-access': 'note', 'access-undecided': 'warning' } as const;

const githubLevels = { 'new-access': 'warning', 'lost-access': 'notice', 'access-undecided': 'warning' } as const;

const first: LineColumn = { line: 1, column: 1 };

const toldOf = (compared: readonly Compared[], locale: Locale): readonly Told[] =>
  compared.flatMap((one) => [...toldOn(one, 'gained', locale), ...toldOn(one, 'lost', locale)]);

function toldOn(compared: Compared, side: keyof Comparison, locale: Locale): readonly Told[] {
  const { path, before, after, comparison } = compared;
  const difference = comparison[side];
  if (difference.is === 'none') return [];
  const rule = side === 'gained' ? 'new-access' : 'lost-access';
  if (difference.is !== 'some') {
    if (side === 'lost') return [];
    const message = say(texts.notDecided, locale, { what: becauseOf(difference).join(', ') });
    return [{ rule: 'access-undecided', path, message, start: first, end: first }];
  }
  const text = side === 'gained' ? texts.newAccess : texts.lostAccess;
  return difference.found.map((found) => {
    const { action, resource } = found.example;
    const shown = `${found.actions} (${resource === '*' ? action : `${action}, ${resource}`})`;
    // What is gone has no place in the file as it is now.
    const place = side === 'gained' ? placeOf(after, found) : { start: first, end: first };
    return { rule, path: (after ?? before)?.path ?? path, message: say(text, locale, { what: shown }), ...place };
  });
}

const becauseOf = (difference: Difference): readonly string[] =>
  difference.is === 'undecided' ? difference.because.map(doubtName) : ['account'];

function placeOf(
  side: SidePolicy | undefined,
  { by }: Found,
): { readonly start: LineColumn; readonly end: LineColumn } {
  if (!side) return { start: first, end: first };
  const lines = indexLines(side.text);
  const { start, end } = hostSpan(side.embedded, by.span);
  return { start: lines.at(start), end: lines.at(end) };
}

/** SARIF 2.1.0. */
export function asSarif(compared: readonly Compared[], locale: Locale): object {
  const rules = [
    { id: 'new-access', shortDescription: { text: say(texts.newAccess, locale, { what: '…' }) } },
    { id: 'lost-access', shortDescription: { text: say(texts.lostAccess, locale, { what: '…' }) } },
    { id: 'access-undecided', shortDescription: { text: say(texts.notDecided, locale, { what: '…' }) } },
  ];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cam-policy', rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that the command ran in.' } } },
        results: toldOf(compared, locale).map(({ rule, path, message, start, end }) => ({
          ruleId: rule,
          level: levels[rule],
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(path), uriBaseId: '%SRCROOT%' },
                region: {
                  startLine: start.line,
                  startColumn: start.column,
                  endLine: end.line,
                  endColumn: end.column,
                },
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
    .map(({ rule, path, message, start, end }) => {
      const place = `file=${escaped(path)},line=${start.line},col=${start.column},endLine=${end.line}`;
      return `::${githubLevels[rule]} ${place},title=${rule}::${data(message)}\n`;
    })
    .join('');

/** What means something in the text of a workflow command. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** And in its properties. */
const escaped = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
