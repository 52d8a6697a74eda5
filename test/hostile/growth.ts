/** Long policies, and what fixing all, organising and asking for code actions in them costs. In this process: no wire, no editor. */
import { fixAll } from '../../server/src/core/lint/fix-all.js';
import { organize, refactorings } from '../../server/src/core/refactor/index.js';
import { codeActions, type CodeActionContext } from '../../server/src/features/code-actions/index.js';
import { lintOptionsOf } from '../../server/src/features/context.js';
import { documentOf, onlyPolicy, testContext, textOf } from '../../server/test/documents.js';
import { shippedCatalogue } from '../../server/test/shipped-catalogue.js';

export interface Growing {
  readonly name: string;
  /** How many of them make about the longest text that is read. */
  readonly most: number;
  readonly text: (count: number) => string;
  /** The cursor stands in the first of these behind the middle of the text. */
  readonly at: string;
}

const many = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join(',');
const policy = (statements: string): string => `{"version":"2.0","statement":[${statements}]}`;
const allow = (actions: string, resources = '"*"', more = ''): string =>
  `{"effect":"allow","action":[${actions}],"resource":[${resources}]${more}}`;
const addresses = (count: number): string =>
  `,"condition":{"ip_equal":{"qcs:ip":[${many(count, (index) => `"10.0.${index % 250}.${index % 99}"`)}]}}`;
const media = (index: number, region = ''): string => `"qcs::mps:${region}:uin/1:media/${index}"`;

export const growing: readonly Growing[] = [
  {
    name: 'statements that can all be merged, each with the same 20 addresses',
    most: 2_400,
    text: (count) => policy(many(count, (index) => allow(`"mps:A${index}"`, '"*"', addresses(20)))),
    at: '"mps:',
  },
  {
    name: 'statements that can be merged but for the long condition of the one at the cursor',
    most: 8_000,
    text: (count) => policy(`${many(count, () => allow('"mps:A"'))},${allow('"mps:B"', '"*"', addresses(count * 3))}`),
    at: '"mps:B',
  },
  {
    name: 'pairs of resources of which one covers the other',
    most: 10_000,
    text: (count) =>
      policy(
        allow(
          '"mps:ProcessMedia"',
          many(count, (index) => `${media(index, 'ap-guangzhou')},${media(index)}`),
        ),
      ),
    at: '"qcs:',
  },
  {
    name: 'statements with an action and a resource twice',
    most: 5_000,
    text: (count) =>
      policy(many(count, (index) => allow('"mps:ProcessMedia","mps:ProcessMedia"', `${media(index)},${media(index)}`))),
    at: '"mps:',
  },
  {
    name: 'statements to split, expand and collapse',
    most: 5_000,
    text: (count) =>
      policy(
        many(count, (index) =>
          allow('"trtc:DismissRoom","trtc:Describe*","trtc:RemoveUser"', `"*","qcs::trtc::uin/1:sdkappid/${index}"`),
        ),
      ),
    at: '"trtc:Describe',
  },
  {
    name: 'actions to collapse beside as many wildcards',
    // With more, findings are cut off and fixing all takes another round: a step, whatever the length.
    most: 9_000,
    text: (count) => policy(allow(many(count, (index) => `"cvm:Describe${index}","cvm:Desc*${index}"`))),
    at: '"cvm:Describe',
  },
  {
    name: 'actions out of order, with the older marker and without',
    most: 40_000,
    text: (count) =>
      policy(allow(many(count, (index) => `"${index % 2 === 0 ? 'name/' : ''}mps:A${(index * 7919) % count}"`))),
    at: 'mps:A',
  },
  {
    name: 'statements with every element wrongly cased',
    most: 9_000,
    text: (count) => policy(many(count, () => '{"Effect":"Allow","Action":["MPS:ProcessMedia"],"Resource":["*"]}')),
    at: '"MPS:',
  },
  {
    name: 'statements, a line each, with a string that is not closed',
    most: 9_000,
    text: (count) => policy(many(count, () => '\n{"effect":"allow","action":["mps:ProcessMedia"],"resource":"*}')),
    at: '"mps:',
  },
  {
    name: 'members behind a bracket too many, all on one line',
    most: 36_000,
    text: (count) => policy(many(count, (index) => `"k${index}":1}`)),
    at: '"k',
  },
  {
    name: 'statements with trailing commas and empty strings',
    most: 9_000,
    text: (count) =>
      policy(
        many(count, () => '{"effect":"allow","action":["mps:ProcessMedia","",],"resource":["*",""],"condition":{},}'),
      ),
    at: '"mps:',
  },
  {
    name: 'elements that stand there already',
    most: 50_000,
    text: (count) => policy(`{"action":["mps:ProcessMedia"],"resource":"*",${many(count, () => '"effect":"allow"')}}`),
    at: '"effect',
  },
];

const context: CodeActionContext = {
  ...testContext,
  catalogue: shippedCatalogue,
  commands: new Set(),
  resolvesEdits: true,
  versionsEdits: false,
};

/** What is measured, in the order in which it is. */
export const tasks = ['read and lint', 'code actions at a cursor', 'all refactorings', 'fix all', 'organise'] as const;
export type Costs = { readonly [task in (typeof tasks)[number]]: number };

/** The processor's time in ms that each task takes in a policy of `count`. */
export function costsOf({ text: make, at }: Growing, count: number): Costs {
  const text = make(count);
  const document = documentOf(text, { context });
  const own = onlyPolicy(document);
  const offset = text.indexOf(at, text.length >> 1) + at.length;
  const position = textOf(document).positionAt(offset);
  const selection = { start: offset, end: offset };
  return {
    'read and lint': costOf(() => own.findings),
    'code actions at a cursor': costOf(() =>
      codeActions(document, { start: position, end: position }, { diagnostics: [] }, context),
    ),
    'all refactorings': costOf(() =>
      refactorings(own.policy, selection, context.catalogue).map(({ edits }) => edits()),
    ),
    'fix all': costOf(() => fixAll(own.policy, own.findings, lintOptionsOf(context))),
    organise: costOf(() => organize(own.policy)),
  };
}

/** The processor's time in ms that finding and naming the policies of a Terraform file takes, which has `count` of them, each with a name. */
export function hostCost(count: number): number {
  const heredoc = (index: number): string =>
    `resource "tencentcloud_cam_policy" "p${index}" {\n  document = <<EOF\n${policy('')}\nEOF\n}\n`;
  const text = Array.from({ length: count }, (_, index) => heredoc(index)).join('');
  const document = documentOf(text, { uri: 'file:///policies/main.tf', language: 'terraform' });
  return costOf(() => document.policies.map(({ name }) => name));
}

function costOf(task: () => unknown): number {
  const started = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
