/** Gives files another text: what `fix` and `format` have in common. */
import { say } from '../../core/text.js';
import { openConfigurations } from '../configuration.js';
import type { Environment } from '../environment.js';
import { codeOf } from '../files/found.js';
import { replaceText } from '../files/replace.js';
import { textsIn, type OpenText } from '../files/texts-in.js';
import { oneLine } from '../one-line.js';
import { createProgress } from '../progress.js';
import { texts } from '../texts.js';
import type { RuleSettings } from '../../core/index.js';
import { mistakeTeller } from './mistakes.js';
import { patchOf } from './patch.js';

/** What becomes of a text that changes: it is written, shown as a patch, or its file is named. */
export type RewriteMode = 'write' | 'patch' | 'name';

export interface Rewriting {
  readonly paths: readonly string[];
  readonly mode: RewriteMode;
  readonly stdinName: string;
  readonly configuration: { readonly config?: string | undefined; readonly 'no-config': boolean };
  /** Levels of rules that go before the configuration. */
  readonly rules: RuleSettings;
  /** The new text of a file; undefined: it could not be made, which `complain` has been told. */
  readonly rewrite: (opened: OpenText, complain: (message: string) => void) => string | undefined;
}

export interface Rewritten {
  files: number;
  changed: number;
  /** Something could not be read or written. */
  incomplete: boolean;
}

const mark = '\ufeff';

/** Rewrites one file after the other. Rejects with a `UsageError` where a named configuration cannot be read. */
export async function rewriteFiles(rewriting: Rewriting, environment: Environment): Promise<Rewritten> {
  const { paths, stdinName } = rewriting;
  const { locale } = environment;
  const done: Rewritten = { files: 0, changed: 0, incomplete: false };
  const progress = createProgress({ stream: process.stderr, now: () => performance.now(), locale });
  const complain = (message: string): void => {
    done.incomplete = true;
    progress.clear();
    environment.complain(message);
  };
  const print = (text: string): void => {
    progress.clear();
    environment.print(text);
  };
  const configurations = await openConfigurations(rewriting.configuration, rewriting.rules, locale, complain);
  const trouble = (_: unknown, message: string): void => {
    complain(message);
  };
  const tellMistakes = mistakeTeller(configurations, locale, complain);
  for await (const opened of textsIn({ paths, stdinName, configurations, locale, trouble })) {
    progress.at(opened.path, done.files);
    done.files++;
    const { isMistaken } = opened.settings;
    if (isMistaken) tellMistakes();
    const after = isMistaken ? undefined : rewriting.rewrite(opened, complain);
    const isChanged = after !== undefined && after !== opened.text;
    if (opened.file === undefined && rewriting.mode === 'write')
      print((opened.hasMark ? mark : '') + (after ?? opened.text));
    else if (isChanged && !put(opened, after, rewriting.mode, { ...environment, print, complain })) continue;
    if (isChanged) done.changed++;
  }
  progress.clear();
  return done;
}

/** Whether it was done. */
function put(opened: OpenText, after: string, mode: RewriteMode, { locale, print, complain }: Environment): boolean {
  const { file, text, path, fromRoot, hasMark } = opened;
  const before = hasMark ? mark : '';
  if (mode === 'patch') print(patchOf(fromRoot, before + text, before + after));
  else if (mode === 'name' || file === undefined) print(`${oneLine(path)}\n`);
  else {
    const problem = write(file, text, after);
    if (problem) complain(say(problem.text, locale, { path: oneLine(path), ...problem.data }));
    else print(`${oneLine(path)}\n`);
    return problem === undefined;
  }
  return true;
}

function write(file: string, before: string, after: string) {
  try {
    return replaceText(file, before, after) === 'replaced' ? undefined : { text: texts.changedMeanwhile };
  } catch (error) {
    return { text: texts.notWritten, data: { code: codeOf(error) } };
  }
}
