/** CAM's page of a product as a source: half of all sources are such pages, and the pack says no more of them than it must. */
import { own } from '../own.js';
import type { SourceData, Text } from './data.js';

/** Sites and languages that copies of CAM's pages are from, by the letter that stands for them. */
export const camSites: { readonly [letter: string]: string } = {
  c: 'https://cloud.tencent.com',
  w: 'https://www.tencentcloud.com',
  t: 'https://tencentcloud.com',
  z: 'https://www.tencentcloud.com/zh',
  y: 'https://tencentcloud.com/zh',
  k: 'https://www.tencentcloud.com/ko',
  l: 'https://tencentcloud.com/ko',
  i: 'https://www.tencentcloud.com/ind',
  p: 'https://www.tencentcloud.com/pt',
  j: 'https://www.tencentcloud.com/jp',
};

/** The page behind `c98197` or `c98197 2025-07-06`: site, number under 598, date of the copy. */
export function camPage(packed: string, product: Text): SourceData {
  const [, site = '', number = '', date] = /^([a-z])(\d+)(?: (.+))?$/.exec(packed) ?? [];
  const [en, zh] = date === undefined ? [' (copy without a date)', '（副本未注日期）'] : ['', ''];
  return {
    title: `CAM: ${product.en}${en}`,
    zh: `访问管理：${product.zh}${zh}`,
    document: `598/${number}`,
    url: `${own(camSites, site) ?? ''}/document/product/598/${number}`,
    ...(date !== undefined && { date }),
  };
}
