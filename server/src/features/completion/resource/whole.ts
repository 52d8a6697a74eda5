/** Completion of a whole resource: the formats that the statement's actions take, `*`, and resources of other statements. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ResourceTypeData } from '../../../core/catalogue/data.js';
import { say } from '../../../core/text.js';
import { knownActions, onlyOperationLevel, servicesOf, typesOf } from '../actions-of.js';
import type { Candidate } from '../candidate.js';
import { resourceWords } from '../../explain/words.js';
import type { ResourceCompleter, ResourceCursor } from './cursor.js';
import { formatCandidate } from './format.js';
import { usedResources } from './used.js';

export const completeWhole: ResourceCompleter = (cursor) => {
  if (cursor.end !== undefined) return prefix(cursor);
  const { statement, context } = cursor;
  const actions = knownActions(statement, context);
  const types = typesOf(actions);
  const services = servicesOf(statement, context);
  const required = onlyOperationLevel(statement, context);
  const needing = new Set(actions.filter(({ level }) => level?.level === 'operation').map(({ name }) => name)).size;
  const all = allResources(required, needing, cursor);
  const present = new Set(statement.resources?.items.map(({ node }) => node.value));
  const used = usedResources(
    services.map(({ data }) => data.service),
    context,
  );
  return [
    ...(required ? [all] : []),
    ...types.flatMap((type) => typeCandidates(type, cursor)),
    ...used.filter((resource) => !present.has(resource)).map((resource) => usedCandidate(resource, cursor)),
    ...(required ? [] : [all]),
    ...services.map(({ data }): Candidate => ({
      label: `qcs::${data.service}:`,
      text: `qcs::${data.service}:${data.region === 'none' ? ':' : ''}`,
      kind: CompletionItemKind.Module,
      description: data.product[context.locale],
      order: 'first',
      goesOn: true,
    })),
    ...prefix(cursor),
  ];
};

const prefix = ({ context, end }: ResourceCursor): readonly Candidate[] => [
  {
    label: end === undefined ? 'qcs::' : 'qcs',
    kind: CompletionItemKind.Keyword,
    description: say(resourceWords.six, context.locale),
    order: 'first',
    part: { from: 0, to: end },
    goesOn: true,
  },
];

const allResources = (required: boolean, needing: number, { context: { locale } }: ResourceCursor): Candidate => ({
  label: '*',
  kind: CompletionItemKind.Operator,
  description: required
    ? say(resourceWords.required, locale)
    : needing > 0
      ? say(resourceWords.needed, locale, { count: needing })
      : say(resourceWords.everything, locale),
  documentation: say(resourceWords.why, locale),
  order: 'first',
  ...(required ? { preselect: true } : {}),
});

/** A resource type's format with tab stops, and the resource that matches all of the type. */
function typeCandidates(type: ResourceTypeData, { context }: ResourceCursor): readonly Candidate[] {
  const { locale } = context;
  const name = type.name?.[locale] ?? type.id;
  const every = type.format.replace(/\$\{\w+\}$/u, '*');
  const candidate = (format: string, description: string): Candidate =>
    formatCandidate(format, type, description, context);
  return every === type.format
    ? [candidate(type.format, name)]
    : [candidate(type.format, name), candidate(every, say(resourceWords.every, locale, { type: name }))];
}

const usedCandidate = (resource: string, { context }: ResourceCursor): Candidate => ({
  label: resource,
  kind: CompletionItemKind.Value,
  description: say(resourceWords.used, context.locale),
  order: 'first',
});
