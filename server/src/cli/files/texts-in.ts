/** Reads the files that a command line names, one after the other, so that only one text is kept at a time. */
import path from 'node:path';
import { isOwnFile, say, type Locale } from '../../core/index.js';
import type { Configurations, Settings } from '../configuration.js';
import { oneLine } from '../one-line.js';
import { findFiles, hostSearch } from './find.js';
import { readFound } from './read.js';
import { namesFrom, repositoryOf, slashed } from './root.js';

/** A file, as the command line names it and as programs find it. Paths have `/`. */
export interface NamedFile {
  /** As the command line names it. */
  readonly path: string;
  /** From the root of the repository, where that is around it, else from the current folder; absolute where it lies outside. */
  readonly fromRoot: string;
}

export interface OpenText extends NamedFile {
  /** Where to write it; undefined: it came from standard input. */
  readonly file: string | undefined;
  /** Without its byte order mark. */
  readonly text: string;
  readonly hasMark: boolean;
  readonly settings: Settings;
}

export interface TextSource {
  readonly paths: readonly string[];
  /** What standard input is called. */
  readonly stdinName: string;
  readonly configurations: Configurations;
  readonly locale: Locale;
  /** Told of what cannot be read; the other files are read all the same. */
  readonly trouble: (file: NamedFile, message: string) => void;
}

/** How programs name a file. */
export function fileNamer(): (file: string) => NamedFile {
  const nameFromRoot = namesFrom(repositoryOf('.') ?? process.cwd());
  return (file) => ({ path: slashed(file), fromRoot: nameFromRoot(file) });
}

/** The texts, but those that a configuration ignores. */
export async function* textsIn(source: TextSource): AsyncGenerator<OpenText> {
  const { paths, stdinName, configurations, locale, trouble } = source;
  const named = fileNamer();
  const search = { ...hostSearch, namedIn: (folder: string) => configurations.namedIn(folder) };
  for await (const found of findFiles(paths, search)) {
    const name = found.kind === 'stdin' ? stdinName : found.path;
    const settings = await configurations.settingsFor(path.resolve(name));
    // A shell makes `*` of everything that lies there.
    if (settings.ignored || isOwnFile(slashed(name))) continue;
    const file = named(name);
    const read = await readFound(found);
    if ('problem' in read) trouble(file, say(read.problem, locale, { path: oneLine(file.path), ...read.data }));
    else yield { ...file, ...read, file: found.kind === 'stdin' ? undefined : found.path, settings };
  }
}
