import assert from 'node:assert/strict';
import { readableTitle } from './resolve-sources.js';

describe('readableTitle', () => {
  it('names product, page and section of a page in a copy of the documents', () => {
    assert.equal(
      readableTitle('owner/copy:yehe_doc/网络与CDN/专线接入/访问管理/可授权策略类型_intl_en.md § 接口列表'),
      '专线接入: 可授权策略类型 § 接口列表 (owner/copy)',
    );
  });

  it('leaves other titles alone', () => {
    for (const title of ['CAM-Enabled Products', 'CAM: 访问管理', 'owner/copy:README.md'])
      assert.equal(readableTitle(title), title);
  });
});
