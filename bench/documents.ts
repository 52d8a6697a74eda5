/** The documents to measure on: policies made from the catalogue with some mistakes in them, their AWS twins, and real policies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Action, Catalogue, Service } from '../server/src/core/catalogue/catalogue.js';
import { createRandom, type Random } from './random.js';

/** A policy in two languages of about the same length. */
export interface Sample {
  readonly name: string;
  /** How many it has; undefined for real policies. */
  readonly statements: number | undefined;
  readonly text: string;
  /** As many statements, actions, resources and conditions in the language of AWS; undefined for what is no JSON. */
  readonly twin: string | undefined;
}

interface Condition {
  readonly [operator: string]: { readonly [key: string]: string };
}

export interface Statement {
  readonly effect: string;
  readonly action: string | readonly string[];
  readonly resource: string | readonly string[];
  readonly condition?: Condition;
}

/** Services that people write policies for most; all have documented resources. */
const services = ['cvm', 'cos', 'cdb', 'vpc', 'clb', 'cbs', 'cls', 'ckafka', 'redis', 'scf', 'tke', 'mongodb', 'cam'];

function listOf(catalogue: Catalogue, statements: number, random: Random): readonly Statement[] {
  const known = services.map((id) => catalogue.service(id)).filter((service) => service !== undefined);
  return Array.from({ length: statements }, () => statementOf(random.of(known), random));
}

/** A policy of so many statements, about 400 bytes each. The same arguments give the same text. */
export function generateSample(catalogue: Catalogue, statements: number, seed: number): Sample {
  const random = createRandom(seed);
  const list = listOf(catalogue, statements, random);
  const policy = JSON.stringify({ version: '2.0', statement: list.map((one) => withMistake(one, random)) }, null, 2);
  return {
    name: `${statements} statements`,
    statements,
    // One mistake of syntax each: a comma too many.
    text: policy.replace(/\n {2}\]\n\}$/u, ',\n  ]\n}'),
    twin: twinOf(list),
  };
}

/** A policy of one account without mistakes, its twin, and the same in more and smaller statements from the last to the first. */
export function wellFormedSample(
  catalogue: Catalogue,
  statements: number,
  seed: number,
): { readonly text: string; readonly twin: string; readonly rearranged: string; readonly list: readonly Statement[] } {
  const list = listOf(catalogue, statements, createRandom(seed)).map((one) => ({
    ...one,
    resource: [one.resource].flat().map(ofOneAccount),
  }));
  const split = list.flatMap((one) => {
    const [first, ...others] = [one.action].flat();
    return first === undefined || others.length === 0
      ? [one]
      : [
          { ...one, action: first },
          { ...one, action: others },
        ];
  });
  const write = (statement: readonly Statement[]): string => JSON.stringify({ version: '2.0', statement });
  return { text: write(list), twin: twinOf(list), rearranged: write(split.reverse()), list };
}

const ofOneAccount = (resource: string): string =>
  resource
    .replace(/(?<=^(?:[^:]*:){4}uin\/)\d+/u, '100000000001')
    .replace(/(?<=^(?:[^:]*:){4}uid\/)\d+/u, '1250000000');

function statementOf(service: Service, random: Random): Statement {
  const documented = service.actions().filter(({ resourceTypes }) => resourceTypes.length > 0);
  const first = random.of(documented.length > 0 ? documented : service.actions());
  const [type] = first.resourceTypes;
  const alike = type ? documented.filter(({ resourceTypes }) => resourceTypes.includes(type)) : service.actions();
  const actions = [first, ...Array.from({ length: random.below(9) }, () => random.of(alike))];
  const names = [...new Set(actions.map((action) => nameOf(action, random)))];
  const resources = Array.from({ length: 1 + random.below(3) }, () => fill(type?.format ?? '*', random));
  return {
    effect: random.oneIn(8) ? 'deny' : 'allow',
    action: names.length === 1 ? names.join('') : names,
    resource: random.oneIn(6) ? '*' : [...new Set(resources)],
    ...(random.oneIn(5) ? { condition: conditionOf(random) } : {}),
  };
}

function nameOf({ service, name }: Action, random: Random): string {
  const verb = /^[A-Z][a-z]+/u.exec(name)?.[0] ?? name;
  return `${service.data.service}:${random.oneIn(10) ? `${verb}*` : name}`;
}

const conditionOf = (random: Random): Condition =>
  random.oneIn(2)
    ? { ip_equal: { 'qcs:ip': `10.${random.below(256)}.0.0/16` } }
    : { 'for_any_value:string_equal': { 'qcs:resource_tag': `team&team-${random.below(100)}` } };

/** A documented format with values in the places of its variables. */
function fill(format: string, random: Random): string {
  return format.replace(/\$\{?(\w+)\}?/gu, (_, name: string) => {
    if (/region/iu.test(name)) return random.of(['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'na-siliconvalley']);
    if (/uin|account|appid/iu.test(name)) return `1000000${10000 + random.below(90000)}`;
    return random.oneIn(8) ? '*' : `${name.toLowerCase().slice(0, 4)}-${random.below(2 ** 31).toString(36)}`;
  });
}

/** Ways to get a statement wrong. */
const mistakes: readonly ((statement: Statement) => object)[] = [
  ({ action, ...rest }) => ({ ...rest, action: [action].flat().map((name) => name.replace(/(\w)(\w)$/u, '$2$1')) }),
  ({ action, ...rest }) => ({ ...rest, action: [action, action].flat(2) }),
  ({ resource, ...rest }) => ({ ...rest, resource: [resource].flat().map((text) => text.replace('qcs::', 'qcs:')) }),
  ({ resource, ...rest }) => ({ ...rest, resource: [resource].flat().map((text) => text.replace(/[^:/]+\//u, 'x/')) }),
  ({ action, ...rest }) => ({ ...rest, actions: action }),
  (statement) => ({ ...statement, effect: 'permit' }),
  (statement) => ({ ...statement, resource: 'qcs::cvm::uin/<your-uin>:instance/*' }),
  (statement) => ({ ...statement, condition: { string_equals: { 'qcs:sourceip': '10.0.0.0' } } }),
];

/** The statement, in one of eight cases with a mistake. */
const withMistake = (statement: Statement, random: Random): object =>
  random.oneIn(8) ? random.of(mistakes)(statement) : statement;

/** The same in the language of AWS, with names of about the same length. */
function twinOf(statements: readonly Statement[]): string {
  const Statement = statements.map(({ effect, action, resource, condition }) => ({
    Effect: effect === 'deny' ? 'Deny' : 'Allow',
    Action: action,
    Resource: [resource]
      .flat()
      .map((text) => text.replace(/^qcs::(\w+):[^:]*:[^:]*/u, 'arn:aws:$1:us-east-1:123456789012')),
    ...(condition ? { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/16' } } } : {}),
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
}

/** The longest real policies of the repository and of `folders`, as far as they are there; the longest first. */
export function realSamples(folders: readonly string[], limit: number): readonly Sample[] {
  return ['examples/good', 'examples/bad', ...folders]
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.cam.json'))
    .map((file) => ({ name: 'real policy', statements: undefined, text: readFileSync(file, 'utf8'), twin: undefined }))
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, limit);
}
