import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue } from '../../../test/shipped-catalogue.js';
import { createBareNames, indexBareNames, searchBareNames } from './bare-names.js';
import { packNames } from './name-list.js';

describe('services by bare names of actions', () => {
  it('are found for every name, in any case', () => {
    const name = fc.stringMatching(/^[A-Za-z]\w{0,40}$/);
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 8 }), { maxLength: 12 }), (names) => {
        const find = indexBareNames(names.map((own) => packNames([...own].sort())));
        names.forEach((own, service) => {
          for (const one of own) {
            assert.ok(find(one).includes(service), one);
            assert.ok(find(one.toUpperCase()).includes(service), one);
          }
        });
      }),
    );
    assert.deepEqual(indexBareNames(['', ''])('PutObject'), []);
  });

  it('are the same from the lists and from the index', () => {
    const lists = [
      ['CreateRoom', 'CreateRooms'],
      ['DeleteRoom', 'createRoom'],
    ].map(packNames);
    const find = indexBareNames(lists);
    for (const name of ['CreateRoom', 'createroom', 'CreateRooms', 'DeleteRoom', 'Room'])
      assert.deepEqual(searchBareNames(lists, name), find(name), name);
    let read = 0;
    const either = createBareNames(() => (read++, lists));
    assert.equal(read, 0);
    // More questions than are answered without an index.
    for (let time = 0; time < 12; time++) assert.deepEqual(either('CREATEROOM'), [0, 1]);
    assert.equal(read, 1);
  });

  it('of the shipped catalogue are all that have an action, and few others', () => {
    const services = shippedCatalogue.summaries.flatMap(({ service }) => shippedCatalogue.service(service) ?? []);
    const byName = new Map<string, string[]>();
    for (const { data, actions } of services.map((service) => ({ data: service.data, actions: service.actions() })))
      for (const { name } of actions) byName.set(name, [...(byName.get(name) ?? []), data.service]);
    const shared = [...byName].filter(([, ids]) => ids.length > 1 && ids.length < 20);
    assert.ok(byName.size > 15_000 && shared.length > 1000);
    for (const [name, ids] of [
      ...shared.slice(0, 300),
      ['DescribeDBInstances', byName.get('DescribeDBInstances') ?? []] as const,
    ])
      assert.deepEqual(
        shippedCatalogue
          .actionsNamed(name)
          .map(({ service }) => service.data.service)
          .sort(),
        [...ids].sort(),
        name,
      );
    for (const name of [...byName.keys()].slice(0, 3000))
      assert.ok(shippedCatalogue.actionsNamed(name).length > 0, name);
    assert.deepEqual(
      shippedCatalogue.actionsNamed('createroom').map(({ service, name }) => `${service.data.service}:${name}`),
      ['lcic:CreateRoom'],
    );
    assert.deepEqual(shippedCatalogue.actionsNamed('NoSuchActionAnywhere'), []);
  });
});
