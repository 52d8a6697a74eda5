/** The command `explain`: what the editor's hover says, on the terminal; of a policy, what it allows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeKnowledge } from '../../catalogue-file.js';
import { ruleSummary, say, type Knowledge, type Locale } from '../../core/index.js';
import { rulePagesBeside } from '../../rule-pages.js';
import { explainFile } from '../access/explain-file.js';
import { hoverText } from '../editor/hover.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { isFile } from '../files/named.js';
import { oneLine } from '../one-line.js';
import type { Arguments, Options } from '../options.js';
import { printWrapped } from '../print-wrapped.js';
import { subjectOf, type Subject } from './subject.js';
import { texts } from './texts.js';

/** Explains each operand; names those that it cannot explain, and goes on. */
export async function runExplain(
  { operands }: Pick<Arguments<Options>, 'operands'>,
  environment: Environment,
): Promise<ExitCode> {
  const { locale, complain, packs } = environment;
  if (operands.length === 0) throw new UsageError(say(texts.nothing, locale));
  const knowledge = createNodeKnowledge(packs);
  let [code, printed]: [ExitCode, number] = [exitCodes.fine, 0];
  for (const word of operands)
    try {
      const parts = isFile(word)
        ? await explainFile(word, knowledge, environment)
        : [{ name: undefined, text: explanationOf(word, subjectOf(word, knowledge), knowledge, environment) }];
      for (const { name, text } of parts) {
        const isTitled = name !== undefined && (operands.length > 1 || parts.length > 1);
        const title = isTitled ? `# ${oneLine(name)}\n` : '';
        printWrapped(`${printed++ > 0 ? '\n' : ''}${title}${text}\n`, environment);
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      complain(error.message);
      code = exitCodes.notDone;
    }
  return code;
}

/** What there is to say of a word. Throws a `UsageError` where nothing is known. */
function explanationOf(
  word: string,
  subject: Subject,
  knowledge: Knowledge,
  { locale, packs }: Pick<Environment, 'locale' | 'packs'>,
): string {
  if (subject.kind === 'rule') return ruleText(subject.name, locale, rulePagesBeside(packs)[locale]);
  if (subject.kind === 'bare-action')
    return [say(texts.bare, locale), ...subject.actions.map((action) => `- ${action}`)].join('\n');
  const text = subject.kind === 'unknown' ? undefined : hoverText(subject.kind, subject.name, knowledge, locale);
  if (text !== undefined) return text;
  const near = subject.kind === 'unknown' ? subject.near : [];
  const said = near.length > 0 ? texts['unknown-near'] : texts.unknown;
  throw new UsageError(say(said, locale, { word: oneLine(word), near: near.join(', ') }));
}

/** The rule's summary and its page. `pages`: their address, `{code}` standing for the rule. */
function ruleText(name: string, locale: Locale, pages: string): string {
  const rule = ruleSummary(name);
  const page = fileURLToPath(pages.replace('{code}', name));
  const data = { name, severity: rule?.severity ?? '', summary: rule?.summary ?? '' };
  return `${say(texts.rule, locale, data)}\n${say(texts.page, locale, { page })}\n\n${bodyOf(page)}`;
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
