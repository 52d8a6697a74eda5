import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../test/shipped-catalogue.js';
import { isCertain } from './level.js';

describe('what is certain of a level', () => {
  const service = shippedCatalogue.service('vms');
  const dated = service
    ?.actions()
    .flatMap(({ level }) => (level?.scope === 'action' && !level.derived ? [level] : []))
    .find(({ sources }) =>
      service.sources(sources).every(({ date = '', current }) => !current && date > '2024' && date < '2027'),
    );

  it('loses its certainty two years after its documents, whatever the year', () => {
    assert.ok(service && dated);
    const newest = service
      .sources(dated.sources)
      .map(({ date = '' }) => date)
      .sort()
      .at(-1);
    assert.ok(newest !== undefined);
    const [year = '', ...rest] = newest.padEnd(10, '-01').split('-');
    const later = (years: number): string => [String(Number(year) + years), ...rest].join('-');
    assert.ok(isCertain(service, dated, later(1)));
    assert.ok(isCertain(service, dated, later(2)));
    assert.ok(!isCertain(service, dated, later(3)));
  });
});
