import assert from 'node:assert/strict';
import { tinySource } from '../../../test/tiny-catalogue.js';
import { readDetails, type PackedDetails } from './details.js';
import { createCatalogue } from './index.js';

const names = ['CreateThing', 'DeleteThing', 'ListThings'];
const packed: PackedDetails = [
  'Makes a thing\t\tFinds things',
  '创建东西\t\t查找东西',
  '.Name Ids=:s[] Size:n Tags:o[]\t.',
  '{"old@2018-01-01":"DeleteThing"}',
];

describe('details of actions', () => {
  const read = readDetails(packed, names, { product: 'svc', version: '2020-02-02' });

  it('are the sentence, the required parameters and the page of the API', () => {
    assert.deepEqual(read('CreateThing'), {
      description: { en: 'Makes a thing.', zh: '创建东西。' },
      parameters: [
        { name: 'Name', type: 'string', required: true },
        { name: 'Ids', type: 'string[]', required: true, resource: true },
        { name: 'Size', type: 'number', required: true },
        { name: 'Tags', type: 'object[]', required: true },
      ],
      link: 'https://console.cloud.tencent.com/api/explorer?Product=svc&Version=2020-02-02&Action=CreateThing',
    });
  });

  it('are as much as is known', () => {
    assert.deepEqual(read('DeleteThing'), {
      parameters: [],
      link: 'https://console.cloud.tencent.com/api/explorer?Product=old&Version=2018-01-01&Action=DeleteThing',
    });
    assert.deepEqual(read('ListThings'), { description: { en: 'Finds things.', zh: '查找东西。' }, parameters: [] });
    assert.equal(read('NoThing'), undefined);
    assert.equal(readDetails(undefined, names, undefined)('CreateThing'), undefined);
  });

  it('are loaded once per service, when first asked for, and give way to what the facts say', () => {
    const loaded: string[] = [];
    const source = tinySource();
    const catalogue = createCatalogue({
      ...source,
      details: (id) => {
        loaded.push(id);
        return ['One\tTwo\tThree\tFour\tFive\tSix', '一\t二\t三\t四\t五\t六', '', ''];
      },
    });
    const cvm = catalogue.service('cvm');
    assert.deepEqual(loaded, []);
    assert.deepEqual(cvm?.details('DescribeRegions')?.description, { en: 'Three.', zh: '三。' });
    assert.equal(cvm.details('DescribeZones')?.description?.en, 'Four.');
    assert.equal(cvm.details('Nothing'), undefined);
    assert.equal(catalogue.service('mps')?.details('ProcessImage')?.description?.en, 'Starts image processing.');
    assert.deepEqual(loaded, ['cvm', 'mps']);
  });
});
