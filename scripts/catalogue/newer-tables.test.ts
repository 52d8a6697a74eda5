import assert from 'node:assert/strict';
import { layerOfDraft, type Draft } from './draft.js';
import type { FormatRules } from './format.js';
import { createContext } from './import-context.js';
import type { ImportRules } from './import-rules.js';
import type { Layer } from './layer.js';
import { newerTables } from './newer-tables.js';

const rules: ImportRules = {
  skipServices: { other: 'said better elsewhere' },
  rename: { Svc: 'svc' },
  skipActions: { 'svc:escribeThing': 'a letter is lost' },
  skipDocuments: { '99/99': 'another cloud' },
  documentCells: { 'the guide, in words': [{ title: 'The guide' }], 'a sample': [] },
  skipPrefixes: {},
  skipPresets: {},
  undated: [{ pattern: '^598/', rank: '2024-12', reason: 'as its like' }],
  documents: { '12/34': ['Service: its own page', '服务：自己的页面'] },
  pages: {},
};
const formatRules: FormatRules = {
  exceptions: {},
  slips: [[': +', ':', 'a blank']],
  variables: [
    ['[Ii]d$', 'id'],
    ['[Uu]in$', 'account'],
  ],
};

function read(tables: { readonly [columns: string]: readonly string[] }): Layer {
  const drafts = new Map<string, Draft>();
  const products = { svc: ['Service', '服务'], other: ['Other', '其他'] } as const;
  const context = createContext({ rules, products, formatRules, drafts });
  for (const { columns, read: readRows } of newerTables) {
    const lines = tables[columns.join(' ')] ?? [];
    readRows(
      lines.map((line) => Object.fromEntries(line.split('|').map((cell, at) => [columns[at] ?? '', cell]))),
      context,
    );
  }
  const draft = drafts.get('svc');
  assert.ok(draft);
  assert.equal(drafts.get('other')?.actions.size ?? 0, 0);
  return layerOfDraft('svc', draft, formatRules);
}
const products = 'service product tag granularity ip document url date';
const rows = 'service action level formats document';
const keys = 'service key actions type document';

describe('reading the newer tables', () => {
  it('takes what the latest copy says of a product', () => {
    const layer = read({
      [products]: [
        'svc|x|no|operation|partially|598/1|https://cloud.tencent.com/document/product/598/1|2025-03-26',
        'Svc|x|yes|resource|yes|598/2|https://cloud.tencent.com/document/product/598/2|2026-01-11',
        'svc|x|no|operation|no|598/3|https://cloud.tencent.com/document/product/598/3|',
        'other|x|no|operation|no|598/3|https://cloud.tencent.com/document/product/598/3|',
      ],
    });
    assert.equal(layer.granularity?.level, 'resource');
    assert.deepEqual([layer.conditions?.tag?.support, layer.conditions?.ip?.support], ['yes', 'yes']);
    assert.deepEqual(Object.values(layer.sources ?? {}), [
      {
        title: 'CAM: Service',
        zh: '访问管理：服务',
        document: '598/2',
        url: 'https://cloud.tencent.com/document/product/598/2',
        date: '2026-01-11',
      },
    ]);
  });

  it('reads levels with each page they are from, saying which copy has no date', () => {
    const layer = read({
      [rows]: [
        'svc|DoThing|resource|qcs::${ApiModule}::uin/${uin}: thing/{$Id}|12/34 2025-01-02 598/9 (ko)',
        'svc|DoAll|operation|*|598/9 (ko)',
        'svc|DoPart|resource|qcs::svc::uin/${uin}:thing/${Id} ; …|598/9 (ko)',
        'svc|escribeThing|operation|*|598/9',
      ],
    });
    assert.deepEqual(Object.keys(layer.actions ?? {}), ['DoAll', 'DoPart', 'DoThing']);
    assert.deepEqual(layer.actions?.['DoThing'], {
      level: { level: 'resource', scope: 'action', sources: ['p1', 'p2'] },
      resourceTypes: ['thing'],
    });
    assert.equal(layer.actions['DoPart']?.resourceTypes, undefined);
    assert.equal(layer.resourceTypes?.[0]?.format, 'qcs::svc::uin/${uin}:thing/${Id}');
    assert.equal(layer.sources?.['p1']?.title, 'Service: its own page');
    assert.deepEqual(layer.sources['p2'], {
      title: 'CAM: Service (copy without a date)',
      zh: '访问管理：服务（副本未注日期）',
      document: '598/9',
      url: 'https://www.tencentcloud.com/ko/document/product/598/9',
    });
  });

  it('reads condition keys, of the actions that are named or of the service', () => {
    const layer = read({
      [keys]: ['svc|svc:region|DoThing ; DoAll||12/34', 'svc|svc:zone|(names are lost)||12/34', '*|qcs:ip|*||598/1'],
    });
    assert.deepEqual(
      layer.conditionKeys?.map(({ key, actions }) => [key, actions]),
      [
        ['svc:region', ['DoAll', 'DoThing']],
        ['svc:zone', undefined],
      ],
    );
  });

  it('reads copies by language, files of a copy of the documents, and leaves out other editions of the cloud', () => {
    const layer = read({
      [rows]: [
        'svc|DoThing|operation||598/9 zh 2024-04-19 (level)',
        'svc|DoAll|operation|*|qcloud-documents product/计算/产品/授权.md 2021-01-27 (no granularity)',
        'svc|DoPart|operation|*|doc.example.com 99/99 2025-01-15',
        'svc|DoMore|operation|*|the guide, in words',
        'svc|DoLess|operation|*|a sample',
      ],
    });
    assert.deepEqual(Object.keys(layer.actions ?? {}), ['DoAll', 'DoMore', 'DoThing']);
    assert.deepEqual(
      Object.values(layer.sources ?? {}).map(({ title, url, date }) => [title, url, date]),
      [
        ['CAM: Service', 'https://www.tencentcloud.com/zh/document/product/598/9', '2024-04-19'],
        ['Service: documentation', undefined, '2021-01-27'],
        ['The guide', undefined, undefined],
      ],
    );
  });

  it('reads of single actions whether conditions work on them', () => {
    const layer = read({
      [rows]: ['svc|DoThing|operation|*|598/9'],
      'service action tag ip document': ['svc|DoThing||no|598/9 2025-01-02', 'svc|DoAll|yes|yes|598/9 2025-01-02'],
    });
    assert.deepEqual(layer.actions?.['DoThing']?.conditions, { ip: false });
    assert.equal(layer.actions['DoThing'].level?.level, 'operation');
    assert.deepEqual(layer.actions['DoAll'], { conditions: { tag: true, ip: true }, sources: ['p2'] });
  });

  it('stops on a page it cannot name', () => {
    assert.throws(() => read({ [rows]: ['svc|DoAll|operation|*|77/1'] }), /77\/1: no title/);
    assert.throws(() => read({ [rows]: ['svc|DoAll|sometimes|*|598/1'] }), /sometimes/);
  });
});
