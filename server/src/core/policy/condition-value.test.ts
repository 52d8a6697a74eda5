import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBoolean, readDate, readIp, readNumber } from './condition-value.js';

describe('condition values', () => {
  it('read addresses and ranges', () => {
    assert.deepEqual(readIp('10.0.0.1'), { from: 0x0a000001, to: 0x0a000001 });
    assert.deepEqual(readIp('10.217.182.3/24'), { from: 0x0ad9b600, to: 0x0ad9b6ff });
    assert.deepEqual(readIp('0.0.0.0/0'), { from: 0, to: 0xffffffff });
    for (const text of ['::1', '2001:db8::/32', 'fe80::1:2', '::ffff:10.0.0.1', '1:2:3:4:5:6:7:8'])
      assert.equal(readIp(text), 'ipv6', text);
    for (const text of [
      '',
      '10.0.0',
      '10.0.0.256',
      '10.0.0.0/33',
      '10.*.*.10/24',
      ' 10.0.0.1',
      'localhost',
      '1:2',
      'qcs::ip',
    ])
      assert.equal(readIp(text), undefined, text);
  });

  it('read each address of a range as inside it', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
        const single = readIp(address);
        const range = readIp(`${address}/${prefix}`);
        assert.ok(typeof single === 'object' && typeof range === 'object');
        assert.ok(range.from <= single.from && single.to <= range.to);
        assert.equal(range.to - range.from + 1, 2 ** (32 - prefix));
      }),
    );
  });

  it('read every IPv6 address that there is', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        assert.equal(readIp(address), 'ipv6', address);
      }),
    );
  });

  it('read times as ISO 8601 and as the samples write them', () => {
    const time = Date.UTC(2016, 5, 1, 0, 1, 0);
    for (const text of [
      '2016-06-01T00:01:00Z',
      '2016-06-01 00:01:00',
      '2016-06-01T08:01:00+08:00',
      '2016-06-01T00:01Z',
      '2016-06-01T00:01:00.000Z',
    ])
      assert.equal(readDate(text), time, text);
    assert.equal(readDate('2016-06-01'), Date.UTC(2016, 5, 1));
    for (const text of [
      '',
      'tomorrow',
      '2016-13-01',
      '2026-02-30T00:00:00Z',
      '2016/06/01 00:01:00',
      '01-06-2016',
      '1464739260',
    ])
      assert.equal(readDate(text), undefined, text);
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        assert.equal(readDate(date.toISOString()), date.getTime());
      }),
    );
  });

  it('read numbers and truth', () => {
    assert.equal(readNumber('1.2'), 1.2);
    assert.equal(readNumber('-10'), -10);
    for (const text of ['', 'ten', '10 GB', '0x10', '1.']) assert.equal(readNumber(text), undefined, text);
    assert.equal(readBoolean('True'), true);
    assert.equal(readBoolean('0'), false);
    assert.equal(readBoolean('yes'), undefined);
  });
});
