/** Says what holds for the actions of a product of which no page says anything themselves. */
import type { ResourceTypeData, ServiceData, SourceData } from '../../server/src/core/catalogue/data.js';
import type { PlainFields } from './compile.js';
import type { CompiledAction } from './merge-actions.js';

/** A word on a product as a whole holds for so many years: products learn to tell resources apart. */
const holdsFor = 2;

/**
 * Where a page of the last two years calls the product operation-level or service-level as a whole, so are its actions; yet not where any
 * document shows a resource of it, because the product has moved on then. An older page, or one without a date, is shown and proves nothing.
 */
export function deriveLevelOfRest(
  service: string,
  fields: PlainFields,
  actions: { readonly [name: string]: CompiledAction },
  types: readonly ResourceTypeData[],
  sources: readonly SourceData[],
  today: string,
  problems: string[],
): Pick<ServiceData, 'levelOfRest'> {
  const { granularity, levelOfRest } = fields;
  const isRecent = (indices: readonly number[]): boolean =>
    indices.some((index) => (sources[index]?.date ?? '') >= yearsBefore(today));
  const hasResources = types.length > 0 || Object.values(actions).some(({ level }) => level?.level === 'resource');
  if (levelOfRest?.scope === 'product' && levelOfRest.level === 'operation') {
    if (hasResources || !isRecent(levelOfRest.sources))
      problems.push(
        `${service}: the product is called operation-level, but resources of it are documented or that page is old`,
      );
    return {};
  }
  if (levelOfRest || !granularity || granularity.level === 'resource' || hasResources) return {};
  if (!isRecent(granularity.sources)) return {};
  return {
    levelOfRest: {
      level: 'operation',
      scope: 'product',
      derived: productIs[granularity.level],
      sources: granularity.sources,
    },
  };
}

const yearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - holdsFor}${day.slice(4)}`;

const productIs = {
  operation: {
    en: 'The CAM page of the product calls it operation-level as a whole.',
    zh: 'CAM 的产品页面将该产品整体列为操作级。',
  },
  service: {
    en: 'The CAM page of the product calls it service-level: it is granted as a whole or not at all.',
    zh: 'CAM 的产品页面将该产品列为服务级：只能整体授权。',
  },
} as const;
