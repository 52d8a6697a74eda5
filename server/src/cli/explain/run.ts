/** The command `explain`: what the editor's hover says, on the terminal. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createNodeKnowledge } from '../../catalogue-file.js';
import { ruleSummary, say, type Knowledge, type Locale } from '../../core/index.js';
import { hoverText } from '../editor/hover.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { oneLine } from '../one-line.js';
import { printWrapped } from '../print-wrapped.js';
import type { Arguments, Options } from '../options.js';
import { subjectOf, type Subject } from './subject.js';
import { texts } from './texts.js';

/** Explains each word; names those that it does not know, and goes on. */
export function runExplain({ operands }: Pick<Arguments<Options>, 'operands'>, environment: Environment): ExitCode {
  const { locale, complain, packs } = environment;
  if (operands.length === 0) throw new UsageError(say(texts.nothing, locale));
  const knowledge = createNodeKnowledge(packs);
  let [code, printed]: [ExitCode, number] = [exitCodes.fine, 0];
  for (const word of operands) {
    const subject = subjectOf(word, knowledge);
    const text = subject.kind === 'unknown' ? undefined : explanationOf(subject, knowledge, environment);
    if (text === undefined) {
      const near = subject.kind === 'unknown' ? subject.near : [];
      const said = near.length > 0 ? texts['unknown-near'] : texts.unknown;
      complain(say(said, locale, { word: oneLine(word), near: near.join(', ') }));
      code = exitCodes.notDone;
    } else printWrapped(`${printed++ > 0 ? '\n' : ''}${text}\n`, environment);
  }
  return code;
}

function explanationOf(
  subject: Exclude<Subject, { readonly kind: 'unknown' }>,
  knowledge: Knowledge,
  { locale, packs }: Environment,
): string | undefined {
  if (subject.kind === 'rule') return ruleText(subject.name, locale, path.join(packs, '..', 'docs', 'rules'));
  if (subject.kind === 'bare-action') return bareText(subject.actions, locale);
  return hoverText(subject.kind, subject.name, knowledge, locale);
}

const bareText = (actions: readonly string[], locale: Locale): string =>
  [say(texts.bare, locale), ...actions.map((action) => `- ${action}`)].join('\n');

/** The rule's summary and its page, which is in English. */
function ruleText(name: string, locale: Locale, pages: string): string | undefined {
  const rule = ruleSummary(name);
  if (!rule) return undefined;
  const page = path.join(pages, `${name}.md`);
  const head = say(texts.rule, locale, { name, severity: rule.severity, summary: say(rule.summary, locale) });
  return `${head}\n${say(texts.page, locale, { page })}\n\n${bodyOf(page)}`;
}

/** The page behind its heading and the summary; empty where it cannot be read. */
function bodyOf(page: string): string {
  try {
    const text = readFileSync(page, 'utf8');
    return text.slice(Math.max(0, text.indexOf('\n## ')) + 1).trimEnd();
  } catch {
    return '';
  }
}
