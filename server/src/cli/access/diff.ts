/** The command `diff`: compares what two states of policies allow. */
import { compare, comparisonInWords, isSame, say, voiceOf, type Policy } from '../../core/index.js';
import { createNodeCatalogue, createNodeLanguage } from '../../catalogue-file.js';
import type { diffOptions } from '../commands/diff.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { callerOf } from './caller.js';
import type { Compared } from './compared.js';
import { asGithub, asSarif } from './diff-formats.js';
import { asJson } from './diff-json.js';
import { lineText } from './line-text.js';
import { nothing, paired, readSide, type Side, type SidePolicy } from './sides.js';
import { texts } from './texts.js';

type Given = Arguments<typeof diffOptions>;

/** Runs `diff`. */
export async function runDiff(given: Given, environment: Environment): Promise<ExitCode> {
  const { locale, print } = environment;
  const { values, operands } = given;
  const [before, after, ...more] = operands;
  if (before === undefined || after === undefined || more.length > 0) throw new UsageError(say(texts.twoSides, locale));
  const sides = paired(await readSide(before, 'before', environment), await readSide(after, 'after', environment));
  if (!sides) throw new UsageError(say(texts.oneWithMany, locale));
  const problems = new Map(sides.flatMap((side) => [...side.problems]));
  for (const problem of problems.values()) environment.complain(problem);
  const compared = compareSides(sides[0], sides[1], given, environment);
  if (compared.length === 0 && problems.size === 0) environment.complain(say(texts.nothingToCompare, locale));
  const format = values.json ? 'json' : values.format;
  if (format === 'json') print(`${JSON.stringify(asJson(compared, locale))}\n`);
  else if (format === 'sarif') print(`${JSON.stringify(asSarif(compared, locale))}\n`);
  else if (format === 'github') print(asGithub(compared, locale));
  else print(asText(compared, environment));
  return problems.size > 0 ? exitCodes.notDone : exitOf(compared, given);
}

function compareSides(
  before: Side,
  after: Side,
  { values }: Given,
  { packs, locale }: Environment,
): readonly Compared[] {
  const facts = { catalogue: createNodeCatalogue(packs), language: createNodeLanguage(packs) };
  const caller = callerOf(values, locale);
  const attached = (one: SidePolicy | undefined): { readonly policies: readonly Policy[] } => ({
    policies: [one?.policy ?? nothing],
  });
  const unread = new Set([...before.problems.keys(), ...after.problems.keys()]);
  const keys = [...new Set([...before.policies.keys(), ...after.policies.keys()])].sort();
  return keys.flatMap((key): readonly Compared[] => {
    // One side alone says nothing.
    if (unread.has(key.slice(0, key.indexOf('\0')))) return [];
    const [old, now] = [before.policies.get(key), after.policies.get(key)];
    const path = (now ?? old)?.path;
    if (path === undefined) return [];
    const question = { before: attached(old), after: attached(now), caller, counted: true };
    return [{ path, before: old, after: now, comparison: compare(question, facts) }];
  });
}

function asText(compared: readonly Compared[], { locale }: Environment): string {
  const several = compared.length > 1;
  const changed = several ? compared.filter(({ comparison }) => !isSame(comparison)) : compared;
  const blocks = changed.map(({ path, comparison }) => {
    const lines = comparisonInWords(comparison, voiceOf(locale)).map((line) => lineText(line, '\n'));
    return `${[...(several ? [`# ${oneLine(path)}`] : []), ...lines].join('\n')}\n`;
  });
  const same = compared.length - changed.length;
  return [...blocks, ...(same > 0 ? [`${say(texts.same, locale, { count: same })}\n`] : [])].join('\n');
}

function exitOf(compared: readonly Compared[], { values }: Given): ExitCode {
  const failOn = values['fail-on'];
  if (failOn === undefined) return exitCodes.fine;
  const counted = compared.flatMap(({ comparison: { gained, lost } }) =>
    failOn === 'any-change' ? [gained.is, lost.is] : [gained.is],
  );
  if (counted.includes('some')) return exitCodes.findings;
  const open = counted.includes('depends') || counted.includes('undecided');
  return open && values['on-undecided'] === 'fail' ? exitCodes.open : exitCodes.fine;
}
