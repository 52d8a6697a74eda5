/** Completion of the second to fifth segment of a resource: project, service, region, account. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { RegionData } from '../../../core/catalogue/language.js';
import { say, type Text } from '../../../core/text.js';
import { servicesOf } from '../actions-of.js';
import type { Candidate, CompletionData } from '../candidate.js';
import { serviceFilter } from '../filter-text.js';
import { codesOf, regionForm } from '../regions.js';
import { orderedServices, productOf } from '../services.js';
import { literal } from '../snippet.js';
import { resourceWords } from '../../explain/words.js';
import { colonAfter, type ResourceCompleter, type ResourceCursor } from './cursor.js';
import { usedAccounts, usedRegions } from './used.js';

/** An empty segment, which is only its colon; nothing if the colon is there already. */
const empty = (text: Text, { context, start, end }: ResourceCursor): readonly Candidate[] =>
  end === undefined
    ? [
        {
          label: ':',
          kind: CompletionItemKind.Keyword,
          description: say(text, context.locale),
          order: 'first',
          part: { from: start },
          goesOn: true,
        },
      ]
    : [];

export const completeProject: ResourceCompleter = (cursor) => empty(resourceWords.project, cursor);

export const completeServiceSegment: ResourceCompleter = (cursor) => {
  const { statement, context, start, end } = cursor;
  const own = new Map(servicesOf(statement, context).map(({ data }) => [data.service, data]));
  const data: CompletionData = { about: 'service' };
  return orderedServices(context.catalogue, [...own.keys()]).map((summary): Candidate => ({
    label: summary.service,
    text: summary.service + colonAfter(cursor, own.get(summary.service)?.region === 'none' ? ':' : ''),
    filter: serviceFilter(summary),
    kind: CompletionItemKind.Module,
    description: productOf(summary, context.locale),
    order: 'first',
    part: { from: start, to: end },
    goesOn: true,
    data,
  }));
};

export const completeRegion: ResourceCompleter = (cursor) => {
  const { context, service } = cursor;
  const known = context.catalogue.service(service);
  if (known?.data.region === 'none') return empty(resourceWords.noRegion, cursor);
  const used = new Set(usedRegions(context));
  const regions = context.language.data.regions.flatMap((region) =>
    codesOf(region, regionForm(known)).map((code) => regionCandidate(code, region, used.has(code), cursor)),
  );
  return [...empty(resourceWords.allRegions, cursor), ...regions];
};

const regionCandidate = (
  code: string,
  { name, kind }: RegionData,
  used: boolean,
  cursor: ResourceCursor,
): Candidate => ({
  label: code,
  text: code + colonAfter(cursor),
  kind: CompletionItemKind.EnumMember,
  description: name[cursor.context.locale],
  order: used ? 'first' : kind === 'open' ? 'name' : 'last',
  part: { from: cursor.start, to: cursor.end },
  goesOn: true,
});

export const completeAccount: ResourceCompleter = (cursor) => {
  const { context, service, start, end } = cursor;
  const kind = context.catalogue.service(service)?.data.account ?? 'uin';
  const part = { from: start, to: end };
  const used = usedAccounts(context).filter((account) => account.startsWith(kind));
  return [
    ...used.map((account): Candidate => ({
      label: account,
      text: account + colonAfter(cursor),
      kind: CompletionItemKind.Value,
      description: say(resourceWords.usedAccount, context.locale),
      order: 'first',
      part,
      goesOn: true,
    })),
    {
      label: `${kind}/`,
      text: `${kind}/\${1:${kind}}${literal(colonAfter(cursor))}`,
      snippet: true,
      named: true,
      kind: CompletionItemKind.Snippet,
      description: say(resourceWords[kind], context.locale),
      order: 'first',
      part,
    },
    ...empty(resourceWords.ownAccount, cursor),
  ];
};
