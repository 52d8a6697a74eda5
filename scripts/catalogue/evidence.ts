/** Decides between what several pages say of the level of one action. */
import type { Level, SourceData, Text } from '../../server/src/core/catalogue/data.js';

/** What one page says of an action. */
export interface Evidence {
  readonly level: Level;
  /** In our notation. */
  readonly formats: readonly string[];
  /** Key of the page in the layer. */
  readonly source: string;
  readonly page: SourceData;
  readonly date?: string;
  /** From CAM's pages of 2024 and later, which supersede the tables of before. */
  readonly newer: boolean;
  /** The row names several pages and not which of them says so: it counts where no other row of its kind does. */
  readonly shared?: true;
}

export interface Verdict {
  readonly level: Level;
  readonly formats: readonly string[];
  readonly sources: readonly string[];
  readonly conflict?: Text;
}

/** From this date on a page counts as today's word. */
const current = '2024';

/**
 * The level that counts. Where pages disagree, resource level does, because it raises no alarm; but operation level does where a page of
 * 2024 or later says so and every page that says otherwise is dated, and earlier.
 * Formats and sources are those of the pages followed, newest first; in a conflict all pages are sources.
 */
export function decide(evidence: readonly Evidence[]): Verdict {
  const hasExact = evidence.some(({ shared, newer }) => newer && !shared);
  const sorted = evidence.filter(({ shared }) => !(shared && hasExact)).sort(newestFirst);
  const resource = sorted.filter(({ level }) => level === 'resource');
  const operation = sorted.filter(({ level }) => level === 'operation');
  const isLater = operation.some(
    ({ date }) =>
      date !== undefined && date >= current && resource.every((other) => other.date !== undefined && other.date < date),
  );
  const followed = resource.length === 0 || isLater ? operation : resource;
  const other = followed === operation ? resource : operation;
  const [level = 'operation'] = followed.map((item) => item.level);
  return {
    level,
    formats: unique(level === 'operation' ? [] : followed.flatMap(({ formats }) => formats)),
    sources: unique(newest(other.length > 0 ? sorted : followed).map(({ source }) => source)),
    ...(other.length > 0 && { conflict: describe(followed, other, isLater) }),
  };
}

/** Older tables need not be named where a page of CAM's says the same. */
const newest = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const levels = new Set(evidence.map(({ level }) => level));
  const newer = evidence.filter((item) => item.newer);
  return levels.size === 1 && newer.length > 0 ? newer : evidence;
};

function newestFirst(a: Evidence, b: Evidence): number {
  if (a.newer !== b.newer) return a.newer ? -1 : 1;
  return a.newer ? (b.date ?? '').localeCompare(a.date ?? '') : 0;
}

function describe(followed: readonly Evidence[], other: readonly Evidence[], isLater: boolean): Text {
  const [level = 'operation'] = followed.map((item) => item.level);
  const [en, zh] = isLater
    ? ['The later page is followed.', '此处以日期较晚者为准。']
    : ['Resource level is followed, because it raises no alarm.', '此处按资源级处理，以免误报。'];
  const [own, against] = [levelNames[level], levelNames[opposite[level]]];
  return {
    en: `Pages disagree on the level. ${own.en}: ${pagesOf(followed, 'en')}. ${against.en}: ${pagesOf(other, 'en')}. ${en}`,
    zh: `各文档所述授权粒度不一致。${own.zh}：${pagesOf(followed, 'zh')}。${against.zh}：${pagesOf(other, 'zh')}。${zh}`,
  };
}

/** Pages by number, or by title where they have none, with their dates. */
const pagesOf = (evidence: readonly Evidence[], locale: keyof Text): string =>
  unique(
    evidence.map(({ page: { document, title, zh = title, date } }) =>
      [document ?? (locale === 'en' ? title : zh), date === undefined ? '' : `(${date})`].filter(Boolean).join(' '),
    ),
  ).join(', ');

const opposite = { resource: 'operation', operation: 'resource' } as const;
const levelNames = {
  resource: { en: 'Resource level', zh: '资源级' },
  operation: { en: 'Operation level', zh: '操作级' },
} as const;

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
