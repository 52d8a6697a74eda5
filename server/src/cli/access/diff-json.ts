/** What `diff` finds, in the form that other programs rely on. */
import { comparisonInShort, voiceOf, type Difference, type Found, type Locale } from '../../core/index.js';
import { becauseOf, type Compared } from './compared.js';

const words = { none: 'no', some: 'yes', depends: 'depends', undecided: 'undecided' } as const;
type Word = (typeof words)[Difference['is']];

/** The worse one counts for all. */
const order: readonly Word[] = ['no', 'undecided', 'depends', 'yes'];
const worst = (found: readonly Word[]): Word =>
  found.reduce<Word>((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'no');

const foundOf = (difference: Difference): readonly Found[] => (difference.is === 'none' ? [] : difference.found);

const exampleOf = ({ by, among, resources, known, example }: Found): object => {
  const { action, resource, context, caller, made } = example;
  const invented = made.filter((part) => part !== 'caller');
  return {
    action,
    resource,
    context,
    ...(caller.uin !== undefined && !made.includes('caller') && { uin: caller.uin }),
    statement: by.statement,
    ...(invented.length > 0 && { made: invented }),
    of: { actions: among, resources, ...(known && { known: countsOf(known) }) },
  };
};

/** How many known actions there are of each access class. */
function countsOf(known: NonNullable<Found['known']>): object {
  const counts = new Map<string, number>();
  for (const { access } of known) counts.set(access, (counts.get(access) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Of several files `files` says the same of each. */
export function asJson(compared: readonly Compared[], locale: Locale): object {
  const files = compared.map(({ path, comparison, comparison: { gained, lost } }) => ({
    path,
    short: comparisonInShort(comparison, voiceOf(locale)),
    newAccess: words[gained.is],
    because: becauseOf(gained),
    examples: foundOf(gained).map(exampleOf),
    lostAccess: words[lost.is],
    lostBecause: becauseOf(lost),
    lostExamples: foundOf(lost).map(exampleOf),
  }));
  const newAccess = worst(files.map((file) => file.newAccess));
  const lostAccess = worst(files.map((file) => file.lostAccess));
  const list = (pick: (file: (typeof files)[number]) => readonly string[]): readonly string[] => [
    ...new Set(files.flatMap(pick)),
  ];
  const because = list((file) => file.because);
  const lostBecause = list((file) => file.lostBecause);
  const several = files.length > 1;
  const withPath = (path: string, examples: readonly object[]): readonly object[] =>
    several ? examples.map((example) => ({ ...example, path })) : examples;
  const [only] = several ? [] : files;
  return {
    ...(only && { short: only.short }),
    newAccess,
    ...(because.length > 0 && { because }),
    examples: files.flatMap(({ path, examples }) => withPath(path, examples)),
    lostAccess,
    ...(lostBecause.length > 0 && { lostBecause }),
    lostExamples: files.flatMap(({ path, lostExamples }) => withPath(path, lostExamples)),
    ...(several && { files }),
  };
}
