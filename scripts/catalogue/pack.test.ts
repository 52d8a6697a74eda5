import assert from 'node:assert/strict';
import { unpack } from '../../server/src/core/catalogue/pack.js';
import { packService } from './pack.js';

const product = { en: 'Service', zh: '服务' };
const url = 'https://www.tencentcloud.com/zh/document/product/598/123';

describe('packing a service', () => {
  it('shortens CAM’s pages of the product, and gives back what it was given', () => {
    const sources = [
      { title: 'CAM: Service', zh: '访问管理：服务', document: '598/123', url, date: '2025-01-02' },
      { title: 'CAM: Service (copy without a date)', zh: '访问管理：服务（副本未注日期）', document: '598/123', url },
      { title: 'CAM: Other', zh: '访问管理：其他', document: '598/9', url },
      { title: 'A page', zh: '文档' },
    ];
    const packed = packService({ service: 'svc', product, sources });
    assert.deepEqual(packed.service.sources, ['z123 2025-01-02', 'z123', ...sources.slice(2)]);
    assert.deepEqual(unpack({ service: 'svc', product }, packed).sources, sources);
  });

  it('says once what several actions share', () => {
    const level = { level: 'operation', scope: 'action', sources: [0] } as const;
    const actions = {
      A: { access: 'read', level },
      B: { access: 'read', level },
      C: { access: 'write', level },
    } as const;
    const packed = packService({ service: 'svc', product, names: { list: 'D' }, actions });
    assert.deepEqual(packed.service.levels, [level]);
    assert.deepEqual(
      [packed.list, packed.kinds, packed.service.facts],
      ['0A 0B 0C 0D', 'rr**', [{ access: 'read', level: 0 }, { access: 'write', level: 0 }, { access: 'list' }]],
    );
    assert.deepEqual(unpack({ service: 'svc', product }, packed).names, { list: 'D' });
    assert.deepEqual(unpack({ service: 'svc', product }, packed).actions, actions);
  });
});
