/** Reads the sentences people wrote on actions, and checks them. */
import type { Compiled } from './compile.js';
import { namesOf, type Descriptions } from './details.js';
import { readFolder } from './files.js';
import { folders } from './paths.js';

/** The committed sentences by service; throws with every mistake found. */
export function readDescriptions(services: readonly Compiled[]): ReadonlyMap<string, Descriptions> {
  const all = readFolder(folders.descriptions) as ReadonlyMap<string, Descriptions>;
  const problems = [...all].flatMap(([service, descriptions]) => {
    const compiled = services.find((candidate) => candidate.service === service);
    if (!compiled) return [`${folders.descriptions}/${service}.json: no such service`];
    const own = Object.entries(compiled.actions ?? {}).flatMap(([name, { description }]) =>
      description ? [name] : [],
    );
    return checkDescriptions(descriptions, namesOf(compiled), own).map((problem) => `${service}:${problem}`);
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return all;
}

/** What is wrong with sentences on the actions `names`, of which `described` have one elsewhere. */
export function checkDescriptions(
  descriptions: Descriptions,
  names: readonly string[],
  described: readonly string[] = [],
): readonly string[] {
  const known = new Set(names);
  const elsewhere = new Set(described);
  const seen = new Map<string, string>();
  return Object.entries(descriptions).flatMap(([name, [en, zh]]) => {
    const problems: string[] = [];
    if (!known.has(name)) problems.push(`${name}: no such action`);
    if (elsewhere.has(name)) problems.push(`${name}: the overlay describes it already`);
    if (!/^[A-Z"].*\.$/.test(en) || /[\t\n]/.test(en)) problems.push(`${name}: not an English sentence: ${en}`);
    if (!/\p{Script=Han}.*。$/u.test(zh) || /[\t\n]/.test(zh)) problems.push(`${name}: not a Chinese sentence: ${zh}`);
    if (isSplitName(name, en)) problems.push(`${name}: only the name in words: ${en}`);
    for (const sentence of [en, zh]) {
      const other = seen.get(sentence);
      if (other !== undefined) problems.push(`${name}: the sentence of ${other}: ${sentence}`);
      seen.set(sentence, name);
    }
    return problems;
  });
}

/** Words that say nothing by themselves. */
const empty = new Set([
  'a',
  'an',
  'the',
  'of',
  'for',
  'in',
  'to',
  'on',
  'from',
  'with',
  'and',
  'one',
  'some',
  'all',
  'information',
  'info',
  'api',
]);

/** Whether a sentence says no more than the name, in the same order: `Creates the thing.` for `CreateThing`. */
export function isSplitName(name: string, sentence: string): boolean {
  const words = (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map(stem);
  const said = (sentence.match(/[A-Za-z]+|\d+/g) ?? []).filter((word) => !empty.has(word.toLowerCase())).map(stem);
  let from = 0;
  return said.every((word) => {
    const place = words.indexOf(word, from);
    from = place + 1;
    return place >= 0;
  });
}

/** `Creates`, `create` and `creating` are one word; so are `list` and `describe`, which names use for each other. */
function stem(word: string): string {
  const bare = word
    .toLowerCase()
    .replace(/(?:ies)$/, 'y')
    .replace(/(?<=\w{3})(?:es|s)$/, '')
    .replace(/e$/, '');
  return ['list', 'queri', 'query', 'get', 'read', 'show', 'return'].includes(bare) ? 'describ' : bare;
}
