/** Completion of the last segment of a resource: types, then part by part between slashes. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ResourceTypeData, VariableData } from '../../../core/catalogue/data.js';
import { readResource, segment } from '../../../core/policy/resource.js';
import { say } from '../../../core/text.js';
import { knownActions, typesOf } from '../actions-of.js';
import type { Candidate } from '../candidate.js';
import { literal } from '../snippet.js';
import { resourceWords } from '../../explain/words.js';
import { roleCandidates } from '../role-names.js';
import type { ResourceCompleter, ResourceCursor } from './cursor.js';
import { formatCandidate } from './format.js';
import { usedAccounts, usedPaths } from './used.js';

/** The last segment as its parts: those before the cursor's, and where in the string the cursor's starts and ends. */
interface PathCursor extends ResourceCursor {
  readonly done: readonly string[];
  readonly from: number;
  /** Undefined: the cursor's part is the last one. */
  readonly to: number | undefined;
}

export const completePath: ResourceCompleter = (cursor) => {
  const { statement, context, before, after, start } = cursor;
  const typed = before.slice(start);
  const slash = typed.lastIndexOf('/');
  const next = after.indexOf('/');
  const path: PathCursor = {
    ...cursor,
    done: slash < 0 ? [] : typed.slice(0, slash).split('/'),
    from: start + slash + 1,
    to: next < 0 ? undefined : before.length + next,
  };
  const wanted = new Set(typesOf(knownActions(statement, context)));
  const own = context.catalogue.service(cursor.service)?.data.resourceTypes ?? [];
  const types = own.filter(({ older }) => !older).sort((a, b) => Number(wanted.has(b)) - Number(wanted.has(a)));
  const rests = types.flatMap((type) => restOf(type, path));
  const candidates = [
    ...rests.flatMap(({ type, rest }) => partCandidates(type, rest, path)),
    ...usedCandidates(path),
    ...roles(path),
    ...(path.to === undefined ? [everything(path)] : []),
    ...variables(path),
  ];
  return distinct(candidates);
};

/** The rest of a type's path behind the parts that are typed; nothing if these do not fit the type. */
function restOf(type: ResourceTypeData, { done }: PathCursor): { type: ResourceTypeData; rest: readonly string[] }[] {
  const parts = segment(readResource(type.format), 'path').split('/');
  const fits = done.every((part, index) => parts[index] === part || parts[index]?.includes('${') === true);
  const rest = parts.slice(done.length);
  return fits && rest.length > 0 && rest.join('') !== '*' ? [{ type, rest }] : [];
}

const variableAt = (part: string, { variables: known = [] }: ResourceTypeData): VariableData | undefined =>
  known.find(({ name }) => part === `\${${name}}`);

function partCandidates(type: ResourceTypeData, rest: readonly string[], path: PathCursor): readonly Candidate[] {
  const [part = '', ...more] = rest;
  if (path.to !== undefined) return part.includes('${') ? accounts(part, type, path) : [literalPart(part, type, path)];
  const { locale } = path.context;
  const name = type.name?.[locale] ?? type.id;
  const whole = rest.join('/');
  const every = whole.replace(/\$\{\w+\}$/u, '*');
  return [
    partCandidate(whole, type, name, path),
    ...(every === whole || every === '*'
      ? []
      : [partCandidate(every, type, say(resourceWords.every, locale, { type: name }), path)]),
    ...(more.length > 0 && part.includes('${') ? accounts(part, type, path) : []),
  ];
}

const partCandidate = (
  format: string,
  type: ResourceTypeData,
  description: string,
  { context, from }: PathCursor,
): Candidate => ({ ...formatCandidate(format, type, description, context), part: { from } });

const literalPart = (part: string, type: ResourceTypeData, { context, from, to }: PathCursor): Candidate => ({
  label: part,
  kind: CompletionItemKind.Value,
  description: type.name?.[context.locale] ?? type.id,
  order: 'first',
  part: { from, to },
});

/** Account numbers that are used already, if the part is an account number. */
function accounts(part: string, type: ResourceTypeData, { context, from, to }: PathCursor): readonly Candidate[] {
  if (variableAt(part, type)?.kind !== 'account') return [];
  return usedAccounts(context).map((account): Candidate => ({
    label: account.replace(/^\w+\//u, ''),
    text: account.replace(/^\w+\//u, '') + (to === undefined ? '/' : ''),
    kind: CompletionItemKind.Value,
    description: say(resourceWords.usedAccount, context.locale),
    order: 'first',
    part: { from, to },
    goesOn: true,
  }));
}

/** The same part of other resources of the service. */
function usedCandidates({ service, context, start, from, to, before, after }: PathCursor): readonly Candidate[] {
  if (to !== undefined) return [];
  const typed = before.slice(start, from);
  const own = before.slice(start) + after;
  return usedPaths(service, context)
    .filter((path) => path !== own && path.startsWith(typed) && path.length > typed.length)
    .map((path): Candidate => ({
      label: path.slice(typed.length),
      kind: CompletionItemKind.Value,
      description: say(resourceWords.used, context.locale),
      order: 'first',
      part: { from },
    }));
}

/** Roles of services, where the path is one of CAM's roles. */
function roles({ service, context, from, to, done }: PathCursor): readonly Candidate[] {
  const isRole = done.length === 0 || (done.length === 1 && done[0] === 'roleName');
  if (service !== 'cam' || to !== undefined || !isRole) return [];
  return roleCandidates(done.length === 0 ? 'roleName/' : '', from, context);
}

const everything = ({ context, from, done }: PathCursor): Candidate => ({
  label: '*',
  kind: CompletionItemKind.Operator,
  description: say(done.length > 0 ? resourceWords.everyBelow : resourceWords.everyOfService, context.locale),
  order: 'first',
  part: { from },
});

/** Policy variables, which may stand in the last segment only. */
const variables = ({ context, from, to }: PathCursor): readonly Candidate[] =>
  context.language.data.variables.map(({ name, meaning }): Candidate => ({
    label: `\${${name}}`,
    text: literal(`\${${name}}`),
    snippet: true,
    kind: CompletionItemKind.Variable,
    description: meaning[context.locale],
    order: 'first',
    part: { from, to },
  }));

/** Each label once. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = new Map<string, Candidate>();
  for (const candidate of candidates) if (!known.has(candidate.label)) known.set(candidate.label, candidate);
  return [...known.values()];
}
