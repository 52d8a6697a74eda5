import assert from 'node:assert/strict';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { squeezed } from './squeeze.js';

const text = Buffer.from('allow, deny, allow, deny; '.repeat(200) + 'the end');

/** A zip file with one entry, deflated as little as can be, or stored. */
function zipOf(name: string, content: Buffer, method: 0 | 8): Buffer {
  const body = method === 8 ? deflateRawSync(content, { level: 1 }) : content;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), body]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** The only entry, by what its local header says; the directory must stand where the end says, and say the same. */
function entryOf(zip: Buffer): { readonly name: string; readonly content: Buffer; readonly crc: number } {
  const [size, length] = [zip.readUInt32LE(18), zip.readUInt16LE(26)];
  const body = zip.subarray(30 + length, 30 + length + size);
  const at = zip.readUInt32LE(zip.length - 22 + 16);
  assert.equal(30 + length + size, at);
  assert.equal(zip.subarray(at, at + 4).toString('latin1'), 'PK\x01\x02');
  assert.deepEqual(zip.subarray(at + 6, at + 30), zip.subarray(4, 28));
  return {
    name: zip.subarray(30, 30 + length).toString(),
    content: zip.readUInt16LE(8) === 8 ? inflateRawSync(body) : body,
    crc: zip.readUInt32LE(14),
  };
}

describe('a squeezed archive', () => {
  it('is smaller and holds the same', async () => {
    const zip = zipOf('a/text.txt', text, 8);
    const small = await squeezed(zip);
    assert.ok(small.length < zip.length, `${small.length} and ${zip.length} bytes`);
    assert.deepEqual(entryOf(small), { name: 'a/text.txt', content: text, crc: crc32(text) });
  });

  it('keeps what is stored as it is', async () => {
    const zip = zipOf('b', text, 0);
    assert.deepEqual(await squeezed(zip), zip);
  });

  it('is refused where there is no archive', async () => {
    await assert.rejects(squeezed(text), /not a zip file/u);
  });
});
