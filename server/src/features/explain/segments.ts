/** Each of the six segments of a resource in words. */
import type { Service } from '../../core/catalogue/catalogue.js';
import type { ResourceTypeData } from '../../core/catalogue/data.js';
import type { SegmentName } from '../../core/policy/resource.js';
import { fit, readFormat } from '../../core/policy/resource-format.js';
import type { ResourcePattern } from '../../core/policy/resource.js';
import { say, type Locale } from '../../core/text.js';
import type { Context } from '../context.js';
import { cell, cellCode, plain } from '../markdown.js';
import { clauses, listed } from './words.js';
import { resourceTexts as texts } from './wording.js';

type Explain = (value: string, context: SegmentContext) => string;

interface SegmentContext extends Context {
  readonly resource: ResourcePattern;
  readonly service: Service | undefined;
}

/** What a segment's value means, as the text of a table's cell; empty where nothing is known. */
export const explainSegment = (name: SegmentName, value: string, context: SegmentContext): string =>
  explanations[name](value, context);

const explanations: { readonly [name in SegmentName]: Explain } = {
  qcs: (_, { locale }) => say(texts.qcs, locale),
  project: (value, { locale }) => say(value ? texts['old-project'] : texts.project, locale),
  service: (value, { service, locale }) => {
    if (isAny(value)) return say(texts['no-service'], locale);
    return service ? cell(plain(service.data.product[locale])) : say(texts['unknown-service'], locale);
  },
  region: explainRegion,
  account: (value, { locale }) => explainAccount(value, locale),
  path: explainPath,
};

const isAny = (value: string): boolean => value === '' || value === '*';

function explainRegion(value: string, { service, language, locale }: SegmentContext): string {
  if (isAny(value)) return say(service?.data.region === 'none' ? texts['no-region'] : texts['all-regions'], locale);
  const region = language.region(value);
  if (!region) return say(texts['unknown-region'], locale);
  const codes = [region.region, ...(region.short ?? [])].filter(
    (code): code is string => code !== undefined && code !== value,
  );
  const name = plain(region.name[locale]);
  return codes.length > 0
    ? say(texts['same-region'], locale, { name, codes: listed(codes.map(cellCode), locale) })
    : name;
}

function explainAccount(value: string, locale: Locale): string {
  if (value === '') return say(texts['no-account'], locale);
  if (value === '*') return say(texts['any-account'], locale);
  if (value === 'uin/-1') return say(texts.preset, locale);
  const [, kind, number = ''] = /^(uin|uid)\/(\d+)$/u.exec(value) ?? [];
  return kind === 'uin' || kind === 'uid'
    ? say(texts[kind], locale, { number: cellCode(number) })
    : say(texts['other-account'], locale);
}

/** The type of the resource, and the values of its variable parts. */
function explainPath(value: string, { service, resource, locale }: SegmentContext): string {
  if (isAny(value) || value === '*/*') return say(texts.everything, locale);
  const types = service?.data.resourceTypes ?? [];
  const type = types.find(({ format }) => fit(resource, readFormat(format)) === 'fits');
  if (!type) return '';
  const name = cell(plain(type.name?.[locale] ?? type.id));
  const parts = partsOf(value, type, locale);
  return value.endsWith('*') && parts.length === 0
    ? say(texts.every, locale, { type: name })
    : clauses([name, ...parts], locale);
}

/** The variables of the type's path with their values. */
function partsOf(value: string, { format, variables = [] }: ResourceTypeData, locale: Locale): readonly string[] {
  const written = value.split('/');
  return readFormat(format).parts.flatMap((part, index) => {
    const variable = variables.find(({ name }) => part === `\${${name}}`);
    const own = written[index];
    if (!variable || own === undefined || own === '' || own === '*') return [];
    const text = plain((variable.description?.[locale] ?? '').split(/[;；]/u, 1).join(''));
    const data = { name: cellCode(variable.name), value: cellCode(own), text: cell(text) };
    return say(text ? texts['is-described'] : texts.is, locale, data);
  });
}
