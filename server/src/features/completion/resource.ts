/** Completion of a resource: whole forms that the statement's actions take, then segment by segment. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Service } from '../../core/catalogue/catalogue.js';
import type { ResourceTypeData } from '../../core/catalogue/data.js';
import { actionsOf } from '../../core/lint/level.js';
import type { Statement } from '../../core/policy/model.js';
import { readResource, segment, segmentAt } from '../../core/policy/resource.js';
import type { PlaceOf } from '../../core/place.js';
import { say } from '../../core/text.js';
import { literal } from './insertion.js';
import type { Candidate, CompletionContext } from './item.js';

const texts = {
  all: { en: 'all resources', zh: '所有资源' },
  required: { en: 'required: no action here can be restricted', zh: '必须：此处的操作均不支持资源级授权' },
  empty: { en: 'all (leave empty)', zh: '全部（留空）' },
  project: { en: 'project: always empty', zh: '项目：须留空' },
  account: { en: 'account used in this file', zh: '此文件中用到的账号' },
  root: { en: 'root account', zh: '主账号' },
  any: { en: 'every resource of this type', zh: '该类型的所有资源' },
} as const;

type Completer = (request: Request) => readonly Candidate[];

interface Request {
  readonly statement: Statement;
  readonly context: CompletionContext;
  /** The string up to the cursor. */
  readonly before: string;
  /** Where in the string the segment at the cursor starts. */
  readonly start: number;
  readonly services: readonly Service[];
}

export function completeResource(
  { spot, statement }: PlaceOf<'resource'>,
  context: CompletionContext,
): readonly Candidate[] {
  const { index, start } = segmentAt(spot.before, spot.before.length);
  const services = servicesOf(statement, context);
  return segments[index]?.({ statement, context, before: spot.before, start, services }) ?? [];
}

/** The services that the statement's actions are of, in their order. */
function servicesOf({ actions }: Statement, { catalogue }: CompletionContext): readonly Service[] {
  const ids = new Set(actions?.items.map(({ service }) => service));
  return [...ids].flatMap((id) => catalogue.service(id) ?? []);
}

/** A resource type's format as a snippet: its variables are tab stops, numbered from 1. */
function snippetOf(format: string): string {
  let stop = 0;
  return format.replace(/\$\{(\w+)\}|[\\$}]/gu, (found, name: string | undefined) =>
    name ? `\${${String(++stop)}:${name}}` : `\\${found}`,
  );
}

const completeWhole: Completer = ({ statement, context, services }) => {
  const { catalogue, locale } = context;
  const actions = (statement.actions?.items ?? []).flatMap((action) => actionsOf(catalogue, action));
  const types = [...new Set(actions.flatMap(({ resourceTypes }) => resourceTypes))];
  const operationOnly = actions.length > 0 && actions.every(({ level }) => level?.level === 'operation');
  const all: Candidate = {
    label: '*',
    text: '*',
    kind: CompletionItemKind.Operator,
    description: say(operationOnly ? texts.required : texts.all, locale),
    group: operationOnly ? 0 : 2,
    preselect: operationOnly,
  };
  return [
    ...types.map((type): Candidate => ({
      label: type.format,
      text: snippetOf(type.format),
      filter: type.format,
      snippet: true,
      kind: CompletionItemKind.Snippet,
      description: type.name?.[locale],
      group: 1,
    })),
    all,
    ...services.map(({ data }): Candidate => ({
      label: `qcs::${data.service}:`,
      text: `qcs::${data.service}:$0`,
      filter: `qcs::${data.service}:`,
      snippet: true,
      kind: CompletionItemKind.Module,
      description: data.product[locale],
      group: 3,
      again: true,
    })),
    {
      label: 'qcs::',
      text: 'qcs::$0',
      filter: 'qcs::',
      snippet: true,
      kind: CompletionItemKind.Keyword,
      group: 4,
      again: true,
    },
  ];
};

const completeProject: Completer = ({ context, start }) => [
  {
    label: '::',
    text: ':$0',
    filter: ':',
    snippet: true,
    kind: CompletionItemKind.Keyword,
    description: say(texts.project, context.locale),
    group: 1,
    from: start,
    again: true,
  },
];

const completeService: Completer = ({ context, services, start }) => {
  const { catalogue, locale } = context;
  const own = new Set(services.map(({ data }) => data.service));
  return catalogue.summaries.map(({ service, product }): Candidate => ({
    label: service,
    text: `${service}:$0`,
    filter: service,
    snippet: true,
    kind: CompletionItemKind.Module,
    description: product[locale],
    group: own.has(service) ? 1 : 2,
    from: start,
    again: true,
  }));
};

const completeRegion: Completer = ({ context, start }) => [
  {
    label: ':',
    text: ':$0',
    filter: ':',
    snippet: true,
    kind: CompletionItemKind.Keyword,
    description: say(texts.empty, context.locale),
    group: 1,
    from: start,
    again: true,
  },
];

const completeAccount: Completer = ({ context, start, before }) => {
  const service = context.catalogue.service(segment(readResource(before), 'service'));
  const kind = service?.data.account ?? 'uin';
  const used = accountsIn(context).filter((account) => account.startsWith(kind));
  return [
    ...used.map((account): Candidate => ({
      label: account,
      text: `${account}:$0`,
      filter: account,
      snippet: true,
      kind: CompletionItemKind.Value,
      description: say(texts.account, context.locale),
      group: 1,
      from: start,
      again: true,
    })),
    {
      label: `${kind}/`,
      text: `${kind}/\${1:${kind}}:$0`,
      filter: `${kind}/`,
      snippet: true,
      kind: CompletionItemKind.Snippet,
      description: say(texts.root, context.locale),
      group: 2,
      from: start,
    },
    {
      label: ':',
      text: ':$0',
      filter: ':',
      snippet: true,
      kind: CompletionItemKind.Keyword,
      description: say(texts.empty, context.locale),
      group: 3,
      from: start,
      again: true,
    },
  ];
};

/** Account segments that stand in the document's resources, each once. */
function accountsIn({ document }: CompletionContext): readonly string[] {
  const accounts = document.policy.statements.flatMap(
    ({ resources }) => resources?.items.map((resource) => segment(resource, 'account')) ?? [],
  );
  return [...new Set(accounts)].filter((account) => /^ui[nd]\/\d+$/u.test(account));
}

const completePath: Completer = ({ statement, context, start, before }) => {
  const { catalogue, locale } = context;
  const service = catalogue.service(segment(readResource(before), 'service'));
  const wanted = new Set(
    (statement.actions?.items ?? [])
      .flatMap((action) => actionsOf(catalogue, action))
      .flatMap(({ resourceTypes }) => resourceTypes),
  );
  const types = [...(service?.data.resourceTypes ?? [])].sort((a, b) => Number(wanted.has(b)) - Number(wanted.has(a)));
  return [
    ...types.flatMap((type) => pathCandidates(type, start, context, wanted.has(type) ? 1 : 2)),
    {
      label: '*',
      text: '*',
      kind: CompletionItemKind.Operator,
      description: say(texts.all, locale),
      group: 3,
      from: start,
    },
  ];
};

/** `type/${id}` with tab stops, and `type/*` where it ends in a variable. */
function pathCandidates(
  { format, name }: ResourceTypeData,
  start: number,
  { locale }: CompletionContext,
  group: number,
): readonly Candidate[] {
  const path = segment(readResource(format), 'path');
  const every = path.replace(/\$\{\w+\}$/u, '*');
  const whole: Candidate = {
    label: path,
    text: snippetOf(path),
    filter: path,
    snippet: true,
    kind: CompletionItemKind.Snippet,
    description: name?.[locale],
    group,
    from: start,
  };
  if (every === path || every.includes('${')) return [whole];
  return [
    whole,
    {
      label: every,
      text: literal(every),
      filter: every,
      snippet: true,
      kind: CompletionItemKind.Value,
      description: say(texts.any, locale),
      group,
      from: start,
    },
  ];
}

/** By the segment the cursor stands in; the names are those of the six segments. */
const segments: readonly Completer[] = [
  completeWhole,
  completeProject,
  completeService,
  completeRegion,
  completeAccount,
  completePath,
];
