/** Completion of principals: their kinds, then accounts, users, roles, services and identity providers. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { principalKinds, type PrincipalKind } from '../../core/policy/principal.js';
import { segmentAt } from '../../core/policy/resource.js';
import type { PlaceOf, Spot } from '../../core/place/place.js';
import { say, type Text } from '../../core/text.js';
import { documentHost } from '../explain/roles.js';
import { principalTexts, principalWords } from '../explain/words.js';
import type { Candidate, CompletionContext } from './candidate.js';
import { usedAccounts } from './resource/used.js';
import { roleCandidates } from './role-names.js';
import { choice, stop } from './snippet.js';

/** The kinds of principals that the object lacks. */
export function completePrincipalKey(
  { object, property }: PlaceOf<'principal-key'>,
  { locale }: CompletionContext,
): readonly Candidate[] {
  const present = object.properties.filter((other) => other !== property).map(({ key }) => key.value);
  return principalKinds
    .filter((kind) => !present.includes(kind))
    .map((kind) => ({
      label: kind,
      form: 'key',
      value: '["$0"]',
      kind: CompletionItemKind.Property,
      documentation: say(principalTexts[kind], locale),
      order: 'first',
      goesOn: true,
    }));
}

export function completePrincipal(
  { spot, key }: PlaceOf<'principal'>,
  context: CompletionContext,
): readonly Candidate[] {
  switch (key) {
    case '':
      return [everyone(context), ...(spot.array ? [] : principalKinds.map((kind) => kindCandidate(kind, context)))];
    case 'qcs':
      return completeAccount(spot, context);
    case 'service':
      return completeHost(context);
    case 'federated':
      return [
        identity(':saml-provider/', principalWords.saml, context, 'name'),
        identity(':oidc-provider/', principalWords.oidc, context, 'name'),
      ];
    default:
      return [];
  }
}

const everyone = ({ locale }: CompletionContext): Candidate => ({
  label: '*',
  kind: CompletionItemKind.Operator,
  description: say(principalWords.everyone, locale),
  order: 'first',
});

const kindCandidate = (kind: PrincipalKind, { locale }: CompletionContext): Candidate => ({
  label: kind,
  text: `{ "${kind}": ["$0"] }`,
  snippet: true,
  form: 'json',
  kind: CompletionItemKind.Struct,
  documentation: say(principalTexts[kind], locale),
  order: 'first',
  goesOn: true,
});

/** Accounts, users and roles: whole strings up to the account segment, then the last segment. */
function completeAccount({ before }: Spot, context: CompletionContext): readonly Candidate[] {
  const { index, start } = segmentAt(before, before.length);
  if (index === 5) return lastSegment(start, context);
  if (index === 4) return accounts(start, context);
  return [
    identity(':uin/', principalWords.user, context, 'uin'),
    identity(':root', principalWords.root, context),
    identity(':roleName/', principalWords.role, context, 'role'),
    {
      label: 'qcs::cam::anyone:anyone',
      kind: CompletionItemKind.Value,
      description: say(principalWords.anyone, context.locale),
      order: 'first',
    },
    everyone(context),
  ];
}

/** `qcs::cam::uin/<root account>` and what follows it; `name` is what the last tab stop stands for. */
function identity(end: string, description: Text, context: CompletionContext, name?: string): Candidate {
  const numbers = accountNumbers(context);
  const owner = numbers.length > 0 ? choice(1, numbers) : stop(1, 'uin');
  return {
    label: `qcs::cam::uin/<uin>${end}${name ? `<${name}>` : ''}`,
    text: `qcs::cam::uin/${owner}${end}${name ? stop(2, name) : ''}`,
    snippet: true,
    named: true,
    kind: CompletionItemKind.Snippet,
    description: say(description, context.locale),
    order: 'first',
  };
}

const accountNumbers = (context: CompletionContext): readonly string[] =>
  usedAccounts(context).flatMap((account) => (account.startsWith('uin/') ? account.slice(4) : []));

const accounts = (from: number, context: CompletionContext): readonly Candidate[] =>
  accountNumbers(context).map((number) => ({
    label: `uin/${number}`,
    kind: CompletionItemKind.Value,
    description: say(principalWords.root, context.locale),
    order: 'first',
    part: { from },
  }));

const lastSegment = (from: number, context: CompletionContext): readonly Candidate[] => [
  ...(
    [
      ['root', principalWords.root],
      ['uin/', principalWords.user],
      ['roleName/', principalWords.role],
    ] as const
  ).map(([label, text]): Candidate => ({
    label,
    kind: CompletionItemKind.Value,
    description: say(text, context.locale),
    order: 'first',
    part: { from },
    ...(label.endsWith('/') ? { goesOn: true } : {}),
  })),
  ...roleCandidates('roleName/', from, context),
];

/** The host names of services, by name, with the roles that trust them. */
const completeHost = (context: CompletionContext): readonly Candidate[] =>
  context.language.data.principals.map(({ host, service }) => ({
    label: host,
    kind: CompletionItemKind.Module,
    description: context.catalogue.service(service)?.data.product[context.locale] ?? service,
    documentation: documentHost(host, context),
    order: 'name',
  }));
