/** Brings resource formats as printed in documents to one notation, and classifies their variable parts. Stops on what it cannot read. */
import type { VariableData } from '../../server/src/core/catalogue/data.js';

/** `server/catalogue/formats.json`: printed formats that need a person's eye, with the reason. */
export interface FormatRules {
  /** Printed form → our form; `null` drops it. */
  readonly exceptions: { readonly [printed: string]: { readonly format: string | null; readonly reason: string } };
  /** Slips of the templates that pages are made from: regular expression, what stands in for it, the reason. */
  readonly slips: readonly (readonly [string, string, string])[];
  /** Regular expressions on the names of variables in the last segment, first match counts. */
  readonly variables: readonly (readonly [string, VariableData['kind']])[];
}

export interface Format {
  readonly format: string;
  readonly variables: readonly VariableData[];
}

/** The format in our notation; undefined where an exception drops it. `service` stands in for `${ApiModule}`. */
export function readFormat(printed: string, service: string, rules: FormatRules): Format | undefined {
  const exception = rules.exceptions[printed];
  if (exception?.format === null) return undefined;
  const format = exception ? exception.format : normalize(mend(printed, rules), service);
  return { format, variables: variablesOf(format, rules) };
}

const mend = (printed: string, { slips }: FormatRules): string =>
  slips.reduce(
    (text, [pattern, replacement]) => text.replaceAll(new RegExp(pattern, 'g'), replacement),
    printed.trim(),
  );

function normalize(printed: string, service: string): string {
  const text = printed.replaceAll(
    /\$\{([^}]*)\}|\{\$?([^}]*)\}|\$([A-Za-z]\w*(?:\.\w+)*)/g,
    (_, ...names: (string | undefined)[]) => `\${${camel(names.slice(0, 3).find((name) => name !== undefined) ?? '')}}`,
  );
  const [qcs = '', project = '', module = '', region = '', account = '', ...rest] = text.split(':');
  const resource = rest.join(':');
  if (qcs !== 'qcs' || project !== '' || rest.length === 0 || resource === '')
    throw new Error(`not six segments: ${printed}`);
  const name = module === '${apiModule}' || module === '${ApiModule}' || module === `\${${service}}` ? service : module;
  if (!/^[a-z0-9]+$/.test(name)) throw new Error(`unreadable service segment: ${printed}`);
  if (!/^[\w./*${}-]+(:\$\{\w+\})?$/.test(resource)) throw new Error(`unreadable last segment: ${printed}`);
  if (/\d{4}|xxx|[a-z]-[a-z0-9]{6,}$/i.test(resource.replaceAll(/\$\{\w+\}/g, '')))
    throw new Error(`looks like an example: ${printed}`);
  return ['qcs', '', name, readRegion(region, printed), readAccount(account, printed), resource].join(':');
}

/** `root account uin` → `rootAccountUin`, `region-id` → `regionId`, `topicSets.topicName` → `topicName`. */
const camel = (name: string): string =>
  (name.split('.').at(-1) ?? name).replaceAll(/[\s-]+(\w)/g, (_, letter: string) => letter.toUpperCase());

function readRegion(region: string, printed: string): string {
  if (region === '') return '';
  if (/^(\$\{[Rr]egion(Id)?\}|region|[a-z]{2}|ap-[a-z]+)$/.test(region)) return '${region}';
  throw new Error(`unreadable region segment: ${printed}`);
}

function readAccount(account: string, printed: string): string {
  if (account === '') return '';
  if (/^(\$\{account(id)?\}|account|uin\/(\d+|\$\{\w+\}|uin.id)?)$/i.test(account)) return 'uin/${uin}';
  if (/^uid\/?(\d+|\$\{\w+\})$/.test(account)) return 'uid/${appid}';
  throw new Error(`unreadable account segment: ${printed}`);
}

function variablesOf(format: string, rules: FormatRules): readonly VariableData[] {
  const resourceStart = format.split(':').slice(0, 5).join(':').length;
  return [...format.matchAll(/\$\{(\w+)\}/g)].map(({ 1: name = '', index }) => {
    if (index < resourceStart) return { name, kind: name === 'region' ? 'region' : 'account' };
    const kind = rules.variables.find(([pattern]) => new RegExp(pattern).test(name))?.[1];
    if (!kind)
      throw new Error(`unclassified variable \${${name}} in ${format}: add it to server/catalogue/formats.json`);
    return { name, kind };
  });
}

/**
 * Drops formats that another one says more exactly: `instance/*` beside `instance/${instanceId}`.
 * Formats that differ in the names of variables, in region and account or in case only count as one, the first.
 */
export function mostExact(formats: readonly string[]): readonly string[] {
  const shapes = new Map<string, string>();
  for (const format of formats) if (!shapes.has(shapeOf(format))) shapes.set(shapeOf(format), format);
  const distinct = [...shapes.values()];
  return distinct.filter(
    (format) => !(format.endsWith('/*') && distinct.some((other) => other !== format && covers(format, other))),
  );
}

/** What makes two formats one type: service and last segment, variables without their names. */
const shapeOf = (format: string): string =>
  `${format.split(':')[2] ?? ''}:${tailOf(format)
    .replaceAll(/\$\{\w+\}/g, '$')
    .toLowerCase()}`;

const tailOf = (format: string): string => format.split(':').slice(5).join(':');

/** Whether `other` stands below the wildcard `format` and is no wildcard itself. */
const covers = (format: string, other: string): boolean => {
  const [wildcard, shape] = [shapeOf(format), shapeOf(other)];
  return shape.startsWith(wildcard.slice(0, -1)) && !shape.endsWith('/*');
};
