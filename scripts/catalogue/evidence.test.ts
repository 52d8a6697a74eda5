import assert from 'node:assert/strict';
import { decide, type Evidence } from './evidence.js';

const page = (
  level: Evidence['level'],
  source: string,
  date?: string,
  newer = date === undefined || date >= '2024',
): Evidence => ({
  level,
  formats: level === 'resource' ? [`qcs::svc:::${source}/*`] : [],
  source,
  page: {
    title: `Page ${source}`,
    zh: `文档 ${source}`,
    document: `598/${source}`,
    ...(date !== undefined && { date }),
  },
  newer,
  ...(date !== undefined && { date }),
});

describe('what several pages say of an action', () => {
  it('is what they agree on, newest first, with the formats of all', () => {
    assert.deepEqual(
      decide([page('resource', '1', '2021'), page('resource', '2', '2025'), page('resource', '3', '2026')]),
      {
        level: 'resource',
        formats: ['qcs::svc:::3/*', 'qcs::svc:::2/*', 'qcs::svc:::1/*'],
        sources: ['3', '2'],
      },
    );
    assert.deepEqual(decide([page('operation', '1', '2021')]).sources, ['1']);
  });

  const cases: readonly (readonly [string, readonly Evidence[], Evidence['level']])[] = [
    ['resource level where a page is undated', [page('operation', '1', '2025'), page('resource', '2')], 'resource'],
    [
      'resource level where the page against it is undated',
      [page('operation', '1'), page('resource', '2', '2019')],
      'resource',
    ],
    [
      'resource level where it is later',
      [page('operation', '1', '2024-11'), page('resource', '2', '2025-09')],
      'resource',
    ],
    [
      'resource level where both pages are old',
      [page('operation', '1', '2023'), page('resource', '2', '2019')],
      'resource',
    ],
    [
      'operation level where a dated page of today is later',
      [page('operation', '1', '2025-09-05'), page('resource', '2', '2024-11-20')],
      'operation',
    ],
  ];
  for (const [name, pages, level] of cases) {
    it(`is ${name}, and the conflict names both`, () => {
      const verdict = decide(pages);
      assert.equal(verdict.level, level);
      assert.deepEqual([...verdict.sources].sort(), ['1', '2']);
      assert.match(verdict.conflict?.en ?? '', /598\/1.*598\/2|598\/2.*598\/1/);
      assert.match(verdict.conflict?.zh ?? '', /操作级.*598\/1/);
    });
  }

  it('is what a row says that names its page, before one that names several', () => {
    const verdict = decide([{ ...page('operation', '1'), shared: true }, page('resource', '2')]);
    assert.deepEqual([verdict.level, verdict.sources, verdict.conflict], ['resource', ['2'], undefined]);
  });

  it('takes no format from pages that are not followed', () => {
    assert.deepEqual(decide([page('operation', '1', '2025'), page('resource', '2', '2024')]).formats, []);
  });
});
