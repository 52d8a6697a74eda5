import assert from 'node:assert/strict';
import { readOperator } from './operator.js';

describe('readOperator', () => {
  it('takes qualifier and suffix apart', () => {
    assert.deepEqual(readOperator('for_any_value:string_equal_if_exist'), {
      qualifier: 'for_any_value:',
      name: 'string_equal',
      ifExist: true,
    });
    assert.deepEqual(readOperator('ip_equal'), { qualifier: '', name: 'ip_equal', ifExist: false });
    assert.deepEqual(readOperator('ForAllValues:StringLike'), {
      qualifier: '',
      name: 'ForAllValues:StringLike',
      ifExist: false,
    });
  });
});
