import assert from 'node:assert/strict';
import { createCatalogue } from '../core/catalogue/index.js';
import { documentOf, testContext, textIn } from '../../test/documents.js';
import { shippedCatalogue } from '../../test/shipped-catalogue.js';
import { tinySource } from '../../test/tiny-catalogue.js';
import { documentLinks } from './document-links.js';

const catalogue = createCatalogue(
  tinySource([
    {
      service: 'mps',
      product: { en: 'MPS', zh: 'MPS' },
      actions: {
        EditMedia: { access: 'write', link: 'https://example.com/EditMedia' },
        ManageTask: { access: 'write', link: 'command:rm' },
        ParseNotification: { access: 'read' },
      },
    },
  ]),
);

describe('document links', () => {
  it('lead from known actions to their documentation, by https only', () => {
    const document = documentOf(
      '{"statement":{"action":["name/mps:EditMedia","mps:editMedia","mps:ManageTask","mps:ParseNotification","mps:Edit*","x:Y"]}}',
    );
    const links = documentLinks(document, { ...testContext, catalogue });
    assert.deepEqual(
      links.map(({ range, target, tooltip }) => [textIn(document, range), target, tooltip]),
      [
        ['mps:EditMedia', 'https://example.com/EditMedia', 'API documentation of mps:EditMedia'],
        ['mps:editMedia', 'https://example.com/EditMedia', 'API documentation of mps:editMedia'],
      ],
    );
  });

  it('are there for actions of every service whose API has a page', () => {
    const names = ['mps:ProcessMedia', 'cvm:RunInstances', 'cls:SearchLog', 'finance:DescribeBillList'];
    const document = documentOf(`{"statement":{"action":${JSON.stringify(names)}}}`);
    const links = documentLinks(document, { ...testContext, catalogue: shippedCatalogue });
    assert.deepEqual(
      links.map(({ range }) => textIn(document, range)),
      ['mps:ProcessMedia', 'cvm:RunInstances', 'cls:SearchLog'],
    );
    for (const { target } of links)
      assert.match(target ?? '', /^https:\/\/console\.cloud\.tencent\.com\/api\/explorer/u);
  });
});
