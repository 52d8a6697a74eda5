/** Completion in files of tests: what a person would otherwise look up in the policies and in the catalogue. */
import {
  CompletionItemKind,
  type CompletionItem,
  type CompletionList,
  type Position,
} from 'vscode-languageserver-types';
import type { Policy } from '../../core/policy/model.js';
import type { JsonNode, JsonObject } from '../../core/syntax/json.js';
import { innermost, namesIn, spotAt, type Spot } from '../../core/config/spot.js';
import { testFileShape } from '../../core/testing/fields.js';
import { keysRead } from '../../core/testing/problems.js';
import { touches } from '../../core/span.js';
import { listed } from '../../core/text.js';
import type { Context } from '../context.js';
import { askableActions, askableResources } from '../explain/askable.js';
import { policiesIn, rangeIn, subjectIn, type TestDocument } from './document.js';

export interface TestCompletion extends Context {
  /** The client offers names of members and choices by itself. */
  readonly knowsSchemas: boolean;
  /** Paths of policies from the file, such as `./dev.cam.json`. */
  readonly paths: () => Promise<readonly string[]>;
}

interface Offered {
  readonly label: string;
  readonly description?: string | undefined;
  readonly kind: CompletionItemKind;
  /** Whether more can follow in the same string. */
  readonly goesOn?: boolean;
}

/** The completions at a position; null: nothing is to be offered there. */
export async function completeTests(
  document: TestDocument,
  position: Position,
  context: TestCompletion,
): Promise<CompletionList | null> {
  const offset = document.text.offsetAt(position);
  const spot = spotAt(document.file.tree, testFileShape, offset);
  // Outside of its quotes a string is whole.
  if (!spot || !touches(spot.span, offset)) return null;
  const { start, end } = rangeIn(document, spot.span);
  // Source: LSP 3.17, `CompletionItem.textEdit`.
  if (start.line !== end.line) return null;
  const offered = await offersAt(spot, document, context);
  if (offered.length === 0) return null;
  // Behind the colon of a service its actions are offered instead.
  return {
    isIncomplete: offered.some(({ goesOn }) => goesOn),
    items: offered.map((one, index) => itemOf(one, index, spot, document, context)),
  };
}

async function offersAt(spot: Spot, document: TestDocument, context: TestCompletion): Promise<readonly Offered[]> {
  const { isName, path } = spot;
  const member = path.at(-1);
  if (isName) return member === 'context' ? keysFor(spot, document, context) : membersFor(spot, context);
  if (path.at(-2) === 'context') return valuesFor(member ?? '', document);
  switch (member) {
    case 'policies':
    case 'boundary':
    case 'within':
    case 'same':
      return (await context.paths()).map((label) => ({ label, kind: CompletionItemKind.File }));
    case 'action':
    case 'actions':
      return actionsFor(spot, document, context);
    case 'resource':
      return resourcesFor(spot, document, context);
    case 'by':
      return statementsFor(document);
    default:
      return choicesFor(spot, context);
  }
}

function membersFor(spot: Spot, { knowsSchemas, locale }: TestCompletion): readonly Offered[] {
  const { shape, text } = spot;
  if (knowsSchemas || shape?.kind !== 'object') return [];
  return namesIn(shape, innermost(spot), text).map(([label, { about }]) => ({
    label,
    description: about[locale],
    kind: CompletionItemKind.Property,
  }));
}

function choicesFor({ shape }: Spot, { knowsSchemas, locale }: TestCompletion): readonly Offered[] {
  if (knowsSchemas || shape?.kind !== 'choice') return [];
  return [...shape.values].map(([label, about]) => ({
    label,
    description: about[locale],
    kind: CompletionItemKind.EnumMember,
  }));
}

/** The keys that the policies look at, then those of CAM. */
function keysFor(spot: Spot, document: TestDocument, { language, locale }: TestCompletion): readonly Offered[] {
  const there = new Set(
    innermost(spot)
      .properties.map(({ key }) => key.value)
      .filter((key) => key !== spot.text),
  );
  const subject = subjectIn(document);
  const read = subject ? [...keysRead(subject)] : [];
  const about = (key: string): string | undefined => language.conditionKey(key)?.description[locale];
  const all = [
    ...read,
    ...language.data.conditionKeys.filter(({ state }) => state === 'current').map(({ key }) => key),
  ];
  return [...new Set(all)]
    .filter((key) => !there.has(key) && !key.includes('<'))
    .map((label) => ({ label, description: about(label), kind: CompletionItemKind.Field }));
}

/** The values that the policies compare a key with. */
function valuesFor(key: string, document: TestDocument): readonly Offered[] {
  const values = policiesIn(document).flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) =>
      conditions.flatMap(({ keys }) => keys.filter((own) => own.key === key).flatMap((own) => own.values)),
    ),
  );
  const texts = values.flatMap((value) => (value.kind === 'string' ? [value.value] : []));
  return [...new Set(texts)].map((label) => ({ label, kind: CompletionItemKind.Value }));
}

function actionsFor({ text = '' }: Spot, document: TestDocument, context: TestCompletion): readonly Offered[] {
  const colon = text.indexOf(':');
  return askableActions(text.slice(0, colon + 1), policiesIn(document), context).map(({ value, description }) => ({
    label: value,
    description,
    kind: value.endsWith(':') ? CompletionItemKind.Module : CompletionItemKind.Function,
    goesOn: colon < 0,
  }));
}

function resourcesFor({ objects }: Spot, document: TestDocument, context: TestCompletion): readonly Offered[] {
  const policies: readonly Policy[] = policiesIn(document);
  const actions = objects.flatMap((each) => [...textsOf(each, 'action'), ...textsOf(each, 'actions')]);
  const all = actions.flatMap((action) => askableResources(action, policies, context));
  const found = all.length > 0 ? all : [{ value: '*' }];
  return found
    .filter(({ value }, index) => found.findIndex((other) => other.value === value) === index)
    .map((choice) => ({
      label: choice.value,
      description: 'description' in choice ? choice.description : undefined,
      kind: CompletionItemKind.Value,
    }));
}

function textsOf({ properties }: JsonObject, name: string): readonly string[] {
  const value: JsonNode | undefined = properties.find(({ key }) => key.value === name)?.value;
  const nodes = value?.kind === 'array' ? value.items : value ? [value] : [];
  return nodes.flatMap((node) => (node.kind === 'string' ? [node.value] : []));
}

/** The statements of the policies, by number. */
function statementsFor(document: TestDocument): readonly Offered[] {
  const subject = subjectIn(document);
  const all = subject ? [...subject.policies, ...(subject.boundary ? [subject.boundary] : [])] : [];
  return all.flatMap(({ name, policy }) =>
    policy.statements.map(({ index, effect, actions }) => ({
      label: `${name}#${index + 1}`,
      description: listed([effect, actions?.items[0]?.text], 'en'),
      kind: CompletionItemKind.Reference,
    })),
  );
}

function itemOf(
  { label, description, kind, goesOn }: Offered,
  index: number,
  spot: Spot,
  document: TestDocument,
  { abilities }: TestCompletion,
): CompletionItem {
  const quoted = spot.text === undefined ? JSON.stringify(label) : JSON.stringify(label).slice(1, -1);
  const isNew = spot.isName && spot.text === undefined;
  return {
    label,
    kind,
    ...(description === undefined || description === ''
      ? {}
      : abilities?.labelDetails
        ? { labelDetails: { description } }
        : { detail: description }),
    sortText: String(index).padStart(5, '0'),
    filterText: spot.text === undefined ? quoted : label,
    textEdit: { range: rangeIn(document, spot.span), newText: isNew ? `${quoted}: ` : quoted },
    ...(goesOn && label.endsWith(':') && abilities?.suggestCommand !== undefined
      ? { command: { title: 'Suggest', command: abilities.suggestCommand } }
      : {}),
  };
}
