/** `cam-policy add`, as a process. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { camPolicy } from './run.js';

const policy = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": ["trtc:DismissRoom"], "resource": "*" },
    { "effect": "deny", "action": ["cvm:StopInstances"], "resource": "*" }
  ]
}
`;
const refused = (action: string): string =>
  `[TencentCloudSDKException] code:UnauthorizedOperation message:you are not authorized to perform operation (${action}) resource (qcs::sms:ap-guangzhou:uin/100000000001:appid/1400000000) has no permission`;
const cos =
  '<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><Resource>/a/1.png</Resource></Error> PUT https://img-1250000000.cos.ap-beijing.myqcloud.com/a/1.png';

describe('cam-policy add', () => {
  let file = '';
  beforeEach(() => {
    file = path.join(mkdtempSync(path.join(os.tmpdir(), 'cam-policy-add-')), 'a.cam.json');
    writeFileSync(file, policy);
  });
  afterEach(() => {
    rmSync(path.dirname(file), { recursive: true });
  });
  const add = (input: string, ...args: readonly string[]) =>
    camPolicy(['add', ...args], { cwd: path.dirname(file), input });
  const statements = () =>
    (JSON.parse(readFileSync(file, 'utf8')) as { readonly statement: readonly { readonly action: unknown }[] })
      .statement;

  it('writes the statement that the message misses; once more there is nothing to do', async () => {
    const { code, out, complaints } = await add(refused('sms:SendSms'), 'a.cam.json');
    assert.deepEqual([code, out], [0, '']);
    assert.match(complaints, /^cam-policy: a\.cam\.json: added sms:SendSms$/mu);
    assert.deepEqual(statements().at(-1), {
      effect: 'allow',
      action: ['sms:SendSms'],
      resource: ['qcs::sms:ap-guangzhou:uin/100000000001:appid/1400000000'],
    });
    const before = readFileSync(file, 'utf8');
    assert.ok(before.startsWith(policy.slice(0, policy.indexOf('\n  ]'))), 'the rest stays as it was');
    const again = await add(refused('sms:SendSms'), 'a.cam.json');
    assert.equal(again.code, 1);
    assert.match(again.complaints, /allows this already: sms:SendSms[^]*nothing was added/u);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  it('keeps line ends and the byte order mark', async () => {
    writeFileSync(file, `\ufeff${policy.replaceAll('\n', '\r\n')}`);
    assert.equal((await add(refused('sms:SendSms'), 'a.cam.json')).code, 0);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.startsWith('\ufeff{\r\n') && text.endsWith('}\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/u);
  });

  it('prints instead of writing where it is asked to, and speaks Chinese', async () => {
    const { code, out, complaints } = await add(refused('sms:SendSms'), '--dry-run', '--lang', 'zh-cn', 'a.cam.json');
    assert.equal(code, 0);
    assert.match(out, /"sms:SendSms"/u);
    assert.match(complaints, /将添加 sms:SendSms/u);
    assert.equal(readFileSync(file, 'utf8'), policy);
  });

  it('asks which action a request of COS was, and takes the answer', async () => {
    const open = await add(cos, 'a.cam.json');
    assert.equal(open.code, 1);
    assert.match(open.complaints, /--choose ACTION, one of: .*PutObject/u);
    const offered = /one of: (\S+),/u.exec(open.complaints)?.[1] ?? '';
    assert.equal((await add(cos, '--choose', 'GetNothing', 'a.cam.json')).code, 2);
    assert.equal(readFileSync(file, 'utf8'), policy);
    const chosen = await add(cos, '--choose', offered, 'a.cam.json');
    assert.equal(chosen.code, 0, chosen.complaints);
    assert.deepEqual(statements().at(-1)?.action, [`cos:${offered}`]);
  });

  it('says where it cannot help, and changes nothing', async () => {
    const cases: readonly (readonly [message: string, args: readonly string[], code: number, why: RegExp])[] = [
      ['hello', ['a.cam.json'], 1, /No refused action/u],
      ['', ['a.cam.json'], 2, /no message/u],
      [refused('sms:SendSms'), [], 2, /name one policy file/u],
      [refused('sms:SendSms'), ['-'], 2, /name one policy file/u],
      [refused('sms:SendSms'), ['none.cam.json'], 2, /none\.cam\.json: no such file/u],
      [refused('sms:SendSms'), ['a.cam.json#3'], 2, /a\.cam\.json#3: has no policy 3/u],
    ];
    for (const [message, args, code, why] of cases) {
      const result = await add(message, ...args);
      assert.equal(result.code, code, `${message} ${args.join(' ')}: ${result.complaints}`);
      assert.match(result.complaints, why);
      assert.equal(readFileSync(file, 'utf8'), policy);
    }
    writeFileSync(file, '{"version": ');
    assert.equal((await add(refused('sms:SendSms'), 'a.cam.json')).code, 2);
    assert.equal(readFileSync(file, 'utf8'), '{"version": ');
  });

  it('tells that a deny of the policy outweighs what was added', async () => {
    const { complaints } = await add(refused('cvm:StopInstances'), 'a.cam.json');
    assert.match(complaints, /denies cvm:StopInstances/u);
  });
});
