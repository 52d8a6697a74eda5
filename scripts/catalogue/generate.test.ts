import assert from 'node:assert/strict';
import { createValidators } from './validate.js';

describe('the generated catalogue', () => {
  it('is checked by a schema that knows right from wrong', () => {
    const { layer, service } = createValidators();
    const good = {
      service: 'svc',
      product: { en: 'Service', zh: '服务' },
      actions: { GetThing: { access: 'read', level: { level: 'resource', scope: 'action', sources: [0] } } },
    };
    assert.deepEqual(service(good, 'svc'), []);
    assert.match(
      service({ ...good, actions: { GetThing: { access: 'sometimes' } } }, 'svc')[0] ?? '',
      /^svc\/actions\/GetThing\/access/,
    );
    assert.match(
      layer({ service: 'svc', resourceTypes: [{ id: 'thing', format: 'qcs::svc:thing' }] }, 'file')[0] ?? '',
      /^file\/resourceTypes\/0\/format/,
    );
    assert.match(
      layer({ service: 'svc', actions: { GetThing: { colour: 'red' } } }, 'file')[0] ?? '',
      /additional properties/,
    );
  });
});
