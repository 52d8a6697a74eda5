/** The command `expand`: what wildcards stand for. */
import path from 'node:path';
import { createNodeCatalogue } from '../../catalogue-file.js';
import { accessClasses, accessNames, readAction, say, type Catalogue, type Locale } from '../../core/index.js';
import type { expandOptions } from '../commands/expand.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { isFile } from '../files/named.js';
import { readFound } from '../files/read.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { expandPattern, expandText, type Expanded } from './patterns.js';
import { texts } from './texts.js';

/** Expands each pattern, and the wildcards of each file; names what cannot be expanded, and goes on. */
export async function runExpand(
  { values, operands }: Arguments<typeof expandOptions>,
  environment: Environment,
): Promise<ExitCode> {
  const { locale, print, complain, packs } = environment;
  if (operands.length === 0) throw new UsageError(say(texts.nothing, locale));
  const catalogue = createNodeCatalogue(packs);
  const all: Expanded[] = [];
  let code: ExitCode = exitCodes.fine;
  for (const word of operands) {
    const found = await expansionsOf(word, catalogue, locale);
    if ('problem' in found) {
      complain(found.problem);
      code = exitCodes.notDone;
    } else all.push(...found.expanded);
  }
  print(
    values.json
      ? `${JSON.stringify({ patterns: all }, undefined, 2)}\n`
      : all.map((one) => shown(one, locale)).join(''),
  );
  if (code === exitCodes.fine && all.some(({ count }) => count === 0)) return exitCodes.findings;
  return code;
}

type Found = { readonly expanded: readonly Expanded[] } | { readonly problem: string };

async function expansionsOf(word: string, catalogue: Catalogue, locale: Locale): Promise<Found> {
  const pattern = readAction(word);
  if (pattern.form !== 'malformed' && !isFile(word)) {
    const unknown = pattern.form === 'set' || (pattern.form === 'action' && !catalogue.service(pattern.service));
    if (unknown)
      return { problem: say(texts[pattern.form === 'set' ? 'set' : 'service'], locale, { word: oneLine(word) }) };
    return { expanded: [expandPattern(pattern, catalogue)] };
  }
  const read = await readFound({ kind: word === '-' ? 'stdin' : 'file', path: word });
  if ('problem' in read) return { problem: say(read.problem, locale, { path: oneLine(word), ...read.data }) };
  return { expanded: expandText(read.text, word.replaceAll(path.sep, '/'), catalogue) };
}

/** A line for the pattern, one for each class, and one for each action. */
function shown({ pattern, path: file, line, column, count, actions }: Expanded, locale: Locale): string {
  const place = file === undefined ? '' : `${oneLine(file)}:${line ?? 1}:${column ?? 1} `;
  const classes = accessClasses.flatMap((access) => {
    const names = actions[access] ?? [];
    return names.length > 0
      ? [`  ${accessNames[access][locale]}: ${names.length}`, ...names.map((name) => `    ${name}`)]
      : [];
  });
  return `${[place + say(texts.count, locale, { pattern: oneLine(pattern), count }), ...classes].join('\n')}\n`;
}
