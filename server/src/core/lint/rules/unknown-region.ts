/** Region segments that name no region. */
import type { Language } from '../../catalogue/language.js';
import { distance, nearest } from '../../catalogue/nearest.js';
import { own } from '../../own.js';
import { hasWildcard } from '../../policy/action.js';
import { segment } from '../../policy/resource.js';
import { replace } from '../../span.js';
import { isUnfilled } from '../../policy/placeholders.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import { rule } from '../rule.js';

/** The names that new regions follow; our list may lag behind them. */
const modern = /^(?:ap|na|sa|eu|me|af|cn)-[a-z]+(?:-[a-z0-9]+)*$/u;

/** The region of an availability zone such as `ap-guangzhou-3`. */
const regionOfZone = (code: string): string | undefined => /^([a-z]+-[a-z-]+)-\d+$/u.exec(code)?.[1];

function candidatesFor(code: string, language: Language): readonly string[] {
  const lower = code.toLowerCase();
  const { data } = language;
  const misspelt = own(data.misspeltRegions, lower);
  if (misspelt !== undefined) return [misspelt];
  if (language.region(lower)) return [lower];
  const names = data.regions.flatMap(({ region: name }) => name ?? []);
  return nearest(
    lower,
    lower.includes('-') ? names : names.concat(names.map((name) => name.replace(/^[a-z]+-/u, ''))),
    3,
  ).map((found) => names.find((name) => name === found || name.endsWith(`-${found}`)) ?? found);
}

/** Whether `region` is plainly meant: it differs from what is written in one letter, or in what is known as a misspelling of it. */
const isSlip = (found: string, region: string, { data }: Language): boolean =>
  own(data.misspeltRegions, found.toLowerCase()) === region ||
  distance(found.toLowerCase(), region, 1) <= 1 ||
  found.toLowerCase().replace(/[^a-z\d]/gu, '') === region.replace(/-/gu, '');

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'The region segment of a resource must name a region or be empty.',
    zh: '资源的地域段须为有效地域或留空。',
  },
  messages: {
    unknown: {
      en: 'There is no region "{found}", so this resource matches nothing. Leave the segment empty for all regions.',
      zh: '不存在地域 "{found}"，此资源匹配不到任何资源。留空表示所有地域。',
    },
    near: {
      en: 'There is no region "{found}", so this resource matches nothing. Did you mean "{nearest}"?',
      zh: '不存在地域 "{found}"，此资源匹配不到任何资源。是否想写 "{nearest}"？',
    },
    zone: {
      en: '"{found}" is an availability zone. Resources name the region, "{nearest}".',
      zh: '"{found}" 是可用区。资源中应写地域 "{nearest}"。',
    },
    unlisted: {
      en: 'The catalogue has no region "{found}". If it is a new region, nothing is wrong.',
      zh: '目录中没有地域 "{found}"。若为新地域则无问题。',
    },
  },
  fixes: { replace: { en: 'Change to {region}', zh: '改为 {region}' } },
  together: 'all',
  check: {
    resource: {
      find(resource, facts) {
        const found = segment(resource, 'region');
        if (resource.form !== 'six' || found === '' || facts.language.region(found)) return undefined;
        return hasWildcard(found) || isUnfilled(found) || resourceFlaw(resource, facts) ? undefined : found;
      },
      report(found, resource, _statement, { language, report, text }) {
        const span = segmentSpan(text, resource, 'region');
        const zone = regionOfZone(found);
        const isZone = zone !== undefined && language.region(zone) !== undefined;
        const candidates = isZone ? [zone] : candidatesFor(found, language);
        const unlisted = candidates.length === 0 && modern.test(found);
        report(span, isZone ? 'zone' : candidates.length > 0 ? 'near' : unlisted ? 'unlisted' : 'unknown', {
          data: { found, nearest: candidates[0] ?? '' },
          ...(unlisted ? { severity: 'hint' } : {}),
          suggestions: candidates.map((region, index) => ({
            title: 'replace',
            data: { region },
            edits: () => [replace(span, region)],
            preferred: index === 0 && (isZone || isSlip(found, region, language)),
          })),
        });
      },
    },
  },
});
