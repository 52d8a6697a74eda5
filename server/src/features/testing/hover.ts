/** Hovers in files of tests. */
import type { Hover, Position } from 'vscode-languageserver-types';
import { explain } from '../../core/access/explain/explain.js';
import { spotAt, type Spot } from '../../core/config/spot.js';
import { explanationInWords } from '../../core/access/words/explanation-words.js';
import { voiceOf, type Line } from '../../core/access/words/voice.js';
import { readAction } from '../../core/policy/action.js';
import { touches } from '../../core/span.js';
import { resultInWords } from '../../core/testing/result-words.js';
import { runTests } from '../../core/testing/run.js';
import { testFileShape } from '../../core/testing/fields.js';
import { say } from '../../core/text.js';
import { plainAbilities } from '../abilities.js';
import type { Context } from '../context.js';
import { documentAction } from '../explain/action.js';
import { documentConditionKey } from '../explain/condition.js';
import { documentWildcard } from '../explain/wildcard.js';
import { blocks, bullets, code, plain } from '../markdown.js';
import { markup } from '../markup.js';
import { rangeIn, subjectIn, type TestDocument } from './document.js';

/** `knowsSchemas`: the client explains members and choices by itself. */
export function hoverTests(
  document: TestDocument,
  position: Position,
  context: Context,
  knowsSchemas: boolean,
): Hover | null {
  const offset = document.text.offsetAt(position);
  const spot = spotAt(document.file.tree, testFileShape, offset);
  if (spot?.text === undefined || !touches(spot.span, offset)) return null;
  const markdown = markdownAt(spot, document, context, knowsSchemas);
  if (markdown === undefined || markdown === '') return null;
  const { hoverFormat } = context.abilities ?? plainAbilities;
  return { contents: markup(markdown, hoverFormat), range: rangeIn(document, spot.span) };
}

function markdownAt(spot: Spot, document: TestDocument, context: Context, knowsSchemas: boolean): string | undefined {
  const { path, text = '', isName } = spot;
  const member = path.at(-1);
  if (isName && member === 'context') return documentConditionKey(text, context);
  if (isName) return knowsSchemas ? undefined : aboutMember(spot, text, context);
  switch (member) {
    case 'policies':
    case 'boundary':
    case 'within':
    case 'same':
      return aboutPolicy(text, document, context);
    case 'action':
    case 'actions':
      return aboutAction(text, context);
    case 'name':
    case 'expect':
      return blocks(knowsSchemas ? undefined : aboutChoice(spot, text, context), aboutResult(spot, document, context));
    default:
      return undefined;
  }
}

const aboutMember = ({ shape }: Spot, name: string, { locale }: Context): string | undefined => {
  const field = shape?.kind === 'object' ? shape.fields.get(name) : undefined;
  return field && `**${code(name)}** — ${plain(field.about[locale])}`;
};

function aboutChoice({ shape }: Spot, value: string, { locale }: Context): string | undefined {
  const about = shape?.kind === 'choice' ? shape.values.get(value) : undefined;
  return about && `**${code(value)}** — ${plain(about[locale])}`;
}

function aboutAction(text: string, context: Context): string | undefined {
  const { form, service: id, name } = readAction(text);
  if (form !== 'action') return undefined;
  const service = context.catalogue.service(id);
  return service && name.includes('*') ? documentWildcard(service, name, context) : documentAction(id, name, context);
}

/** What the policy of a reference allows, in a few lines; or why it cannot be had. */
function aboutPolicy(reference: string, { loaded }: TestDocument, context: Context): string | undefined {
  const found = loaded.get(reference);
  if (!found) return undefined;
  if ('problem' in found) return plain(say(found.problem, context.locale, found.data));
  const lines = explanationInWords(explain(found.policy, context), context.catalogue, voiceOf(context.locale, code));
  return blocks(`**${code(found.name)}**`, bullets(lines.map(({ text }) => text)));
}

/** What comes out of the test around. */
function aboutResult({ objects }: Spot, document: TestDocument, context: Context): string | undefined {
  const { file, loaded } = document;
  const own = file.tests.find(({ span }) => objects.some(({ start }) => start === span.start));
  if (!own) return undefined;
  const told = { subject: subjectIn(document), language: context.language, voice: voiceOf(context.locale, code) };
  const results = runTests({ ...file, tests: [own] }, loaded, context);
  return blocks(
    ...results.map((result) => {
      const mark = result.passed ? '✓' : '✗';
      const name = results.length > 1 && result.is === 'request' ? `${code(result.action.text)}: ` : '';
      const [first = '', ...others] = linesOf(resultInWords(result, told));
      return blocks(`${mark} ${name}${first}`, bullets(others));
    }),
  );
}

const linesOf = ({ text, below }: Line): readonly string[] => [text, ...below.flatMap(linesOf)];
