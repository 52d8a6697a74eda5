/** `cam-policy can` and `explain`, as processes. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { camPolicy, type Outcome } from './run.js';

const allow = (action: string, resource = '*', condition = {}): object => ({
  effect: 'allow',
  action,
  resource,
  condition,
});
const deny = (action: string, resource = '*'): object => ({ effect: 'deny', action, resource });

describe('cam-policy, on access', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, ...statement: readonly object[]): void => {
    writeFileSync(path.join(folder, name), JSON.stringify({ version: '2.0', statement }));
  };
  const run = (...args: readonly string[]): Promise<Outcome> => camPolicy(args, { cwd: folder });

  /** The answer as JSON, without its text, and the exit code. */
  async function answer(...args: readonly string[]): Promise<readonly [object, number | null]> {
    const { out, code } = await run('can', '--json', ...args);
    const { text, ...rest } = JSON.parse(out) as { readonly text: string };
    assert.ok(text.length > 5 && !text.includes('\n'));
    return [rest, code];
  }

  it('says nothing of a policy with values that only Terraform knows', async () => {
    const terraform = (resource: string): string =>
      `x = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = "cvm:*", resource = ${resource} }] })\n`;
    writeFileSync(path.join(folder, 'known.tf'), terraform('"*"'));
    writeFileSync(path.join(folder, 'unknown.tf'), terraform('var.resource'));
    const question = ['--action', 'cvm:RunInstances'];
    const known = await answer(...question, 'known.tf');
    assert.deepEqual(known, [{ verdict: 'allowed', by: { policy: 0, statement: 0 } }, 0]);
    for (const args of [
      ['can', ...question, 'unknown.tf'],
      ['explain', 'unknown.tf'],
      ['diff', 'known.tf', 'unknown.tf'],
    ]) {
      const { code, complaints } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(complaints, /only Terraform knows/u);
    }
  });

  it('asks about the policy of a name in Terraform', async () => {
    const terraform = (name: string, action: string): string =>
      `resource "tencentcloud_cam_policy" "${name}" {\n  document = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = "${action}", resource = "*" }] })\n}\n`;
    writeFileSync(path.join(folder, 'main.tf'), terraform('one', 'cos:*') + terraform('two', 'cvm:*'));
    const question = ['--action', 'cvm:RunInstances'];
    assert.equal((await answer(...question, 'main.tf#two'))[1], 0);
    assert.equal((await answer(...question, 'main.tf#one'))[1], 1);
    assert.match((await run('explain', 'main.tf#one')).out, /cos/u);
    const { code, complaints } = await run('can', ...question, 'main.tf#three');
    assert.equal(code, 2);
    assert.match(complaints, /has no policy three/u);
  });

  it('answers in the fixed form, with the fixed exit codes', async () => {
    write(
      'a.cam.json',
      allow('cvm:*'),
      deny('cvm:Terminate*'),
      allow('cos:PutObject', '*', { ip_equal: { 'qcs:ip': '10.0.0.0/8' } }),
    );
    write('neg.cam.json', allow('cos:*', '*', { ip_not_equal: { 'qcs:ip': '10.0.0.0/8' } }));
    const by = (statement: number, policy = 0): object => ({ by: { policy, statement } });
    assert.deepEqual(await answer('--action', 'cvm:RunInstances', 'a.cam.json'), [{ verdict: 'allowed', ...by(0) }, 0]);
    assert.deepEqual(await answer('--action', 'cvm:TerminateInstances', 'a.cam.json'), [
      { verdict: 'denied', ...by(1) },
      1,
    ]);
    assert.deepEqual(await answer('--action', 'cdn:PurgeUrlsCache', 'a.cam.json'), [{ verdict: 'not-allowed' }, 1]);
    const put = ['--action', 'cos:PutObject'];
    assert.deepEqual(await answer(...put, 'a.cam.json'), [{ verdict: 'conditional', ...by(2), if: ['qcs:ip'] }, 3]);
    assert.deepEqual(await answer(...put, '--context', 'qcs:ip=10.1.1.1', 'a.cam.json'), [
      { verdict: 'allowed', ...by(2) },
      0,
    ]);
    assert.deepEqual(await answer(...put, '--absent', 'qcs:ip', 'neg.cam.json'), [
      { verdict: 'undecided', because: ['absentNegated'] },
      3,
    ]);
    // Policies together, and within a boundary.
    assert.deepEqual(await answer(...put, '--context', 'qcs:ip=1.1.1.1', 'a.cam.json', 'neg.cam.json'), [
      { verdict: 'allowed', ...by(0, 1) },
      0,
    ]);
    write('limit.cam.json', allow('cos:*'));
    assert.deepEqual(await answer('--action', 'cvm:RunInstances', '--boundary', 'limit.cam.json', 'a.cam.json'), [
      { verdict: 'not-allowed' },
      1,
    ]);
  });

  it('takes the caller, several resources, several values and a policy on standard input', async () => {
    const queue = 'qcs::cmqqueue::uin/100000000001:queueName/uin/100000000002/q';
    write('q.cam.json', allow('cmqqueue:*', 'qcs::cmqqueue::uin/100000000001:queueName/uin/${uin}/*'));
    const send = ['--action', 'cmqqueue:SendMessage', '--owner', '100000000001', 'q.cam.json', '--resource', queue];
    assert.deepEqual((await answer(...send, '--uin', '100000000002'))[1], 0);
    assert.deepEqual((await answer(...send, '--uin', '100000000003'))[1], 1);
    assert.deepEqual((await answer(...send, '--uin', '100000000002', '--resource', queue.replace('2/q', '3/q')))[1], 1);
    const input = JSON.stringify({
      version: '2.0',
      statement: [allow('cvm:*', '*', { 'for_any_value:string_equal': { 'qcs:resource_tag': 'env&prod' } })],
    });
    const tags = ['--context', 'qcs:resource_tag=team&a', '--context', 'qcs:resource_tag=env&prod'];
    assert.equal((await camPolicy(['can', '--action', 'cvm:StopInstances', ...tags, '-'], { input })).code, 0);
  });

  it('says in words which statement decides, in both languages', async () => {
    write('a.cam.json', allow('cvm:*'), deny('cvm:Terminate*'));
    const args = ['can', '--action', 'cvm:TerminateInstances', 'a.cam.json'];
    assert.equal((await run(...args)).out, 'Denied by statement 2.\n');
    assert.equal((await run(...args, '--lang', 'zh-cn')).out, '拒绝（语句 2）。\n');
  });

  it('refuses what cannot be answered, and says why', async () => {
    write('a.cam.json', allow('cvm:*'));
    writeFileSync(path.join(folder, 'cut.cam.json'), '{ "version": "2.0", "statement": [ {');
    writeFileSync(path.join(folder, 'bare.cam.json'), '{}');
    writeFileSync(path.join(folder, 'long.cam.json'), `{ "version": "2.0", "statement": [] ${' '.repeat(1_000_000)}}`);
    write('aws.cam.json', { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' });
    const tags = (...values: readonly string[]): readonly string[] =>
      values.flatMap((value) => ['--context', `qcs:resource_tag=${value}`]);
    const refused: readonly (readonly [args: readonly string[], why: RegExp])[] = [
      [['a.cam.json'], /--action service:Action/u],
      [['--action', 'cvm:*', 'a.cam.json'], /without \*, not "cvm:\*"/u],
      [['--action', 'cvm:RunInstances', '--resource', 'ins-1', 'a.cam.json'], /six segments.*"ins-1"/u],
      [['--action', 'cvm:RunInstances', '--context', 'qcs:ip', 'a.cam.json'], /KEY=VALUE/u],
      [['--action', 'cvm:RunInstances', '--context', 'a=1', '--absent', 'a', 'a.cam.json'], /"a" cannot/u],
      [['--action', 'cvm:RunInstances'], /at least one policy/u],
      [['--action', 'cvm:RunInstances', 'none.cam.json'], /none\.cam\.json: no such file/u],
      [['--action', 'cvm:RunInstances', 'cut.cam.json'], /cut\.cam\.json: .*not valid/u],
      [['--action', 'cvm:RunInstances', 'a.cam.json#2'], /no policy 2/u],
      [['--action', 'cvm:RunInstances', '--uin', 'bob', 'a.cam.json'], /--uin must be a number, not "bob"/u],
      [['--action', 'cvm:RunInstances', ...tags('env&a', 'env&b'), 'a.cam.json'], /one value of each tag/u],
      [['--action', 'cos:GetObject', 'aws.cam.json'], /aws\.cam\.json: .*no statement/u],
      [['--action', 'cos:GetObject', 'bare.cam.json'], /bare\.cam\.json: .*no statement/u],
      [['--action', 'cos:GetObject', 'long.cam.json'], /long\.cam\.json: too long/u],
    ];
    for (const [args, why] of refused) {
      const { code, out, complaints } = await run('can', ...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(complaints, why);
    }
  });

  it('says which statements it leaves out, as CAM refuses them', async () => {
    write(
      'a.cam.json',
      allow('cvm:*'),
      { effect: 'deny', action: 'cvm:Stop*' },
      allow('cos:*', 'arn:x'),
      deny('cdn:*'),
    );
    const { code, complaints } = await run('can', '--action', 'cvm:StopInstances', 'a.cam.json');
    assert.equal(code, 0);
    assert.match(complaints, /a\.cam\.json: CAM refuses the policy .* in statement 2, statement 3 is left out/u);
    const { out } = await run('can', '--json', '--action', 'cvm:StopInstances', 'a.cam.json');
    assert.deepEqual((JSON.parse(out) as { readonly leftOut: object }).leftOut, [
      { policy: 0, statement: 1 },
      { policy: 0, statement: 2 },
    ]);
  });

  it('says why CAM refuses a policy of which it is clear what it says, and where it is not', async () => {
    const statement = '{"effect":"allow","action":"*","resource":"*"}';
    for (const [text, code, why] of [
      [`{"statement":${statement}}`, 0, /CAM refuses the policy as it is: it has no version/u],
      [`{"version":"2012-10-17","statement":${statement}}`, 0, /CAM refuses the policy as it is: it has no version/u],
      [`{"version":"2.0","statement":${statement},"a":1}`, 3, /CAM refuses the policy as it is: it holds what is no/u],
      [
        `{"version":"2.0","statement":[${statement.replace('}', ',"conditions":{}}')}]}`,
        3,
        /CAM refuses the policy as it is: what is wrong in statement 1 is left out/u,
      ],
      [`{"version":"2.0","statement":[${Array(200).fill(statement).join()}]}`, 0, /it is too long/u],
    ] as const) {
      writeFileSync(path.join(folder, 'a.cam.json'), text);
      const found = await run('can', '--action', 'cvm:StopInstances', 'a.cam.json');
      assert.equal(found.code, code, text);
      assert.match(found.complaints, why);
    }
  });

  it('says of a boundary which side does not allow', async () => {
    write('a.cam.json', allow('cvm:*'), allow('cos:PutObject'));
    write('limit.cam.json', allow('cvm:Describe*'), allow('cos:*'));
    const said = async (action: string): Promise<string> =>
      (await run('can', '--action', action, '--boundary', 'limit.cam.json', 'a.cam.json')).out;
    assert.equal(
      await said('cvm:StopInstances'),
      'Not allowed: the permissions boundary does not allow it.\n  Statement 1 of limit.cam.json does not name the action.\n',
    );
    assert.match(
      await said('cos:GetObject'),
      /no statement of a policy allows it\. .*\n {2}Statement 2 of a\.cam\.json/u,
    );
    assert.match(await said('cdn:PurgeUrlsCache'), /nor does the permissions boundary/u);
  });

  it('says that a policy is empty', async () => {
    const empty = 'empty.cam.json';
    writeFileSync(path.join(folder, empty), ' \n');
    for (const args of [
      ['explain', empty],
      ['diff', empty, empty],
    ]) {
      const { code, complaints } = await run(...args);
      assert.equal(code, 2);
      assert.match(complaints, /empty\.cam\.json: the policy is empty; /u);
    }
  });

  it('explains files', async () => {
    write('a.cam.json', allow('trtc:RemoveUser'));
    const { code, out } = await run('explain', 'a.cam.json');
    assert.equal(code, 0);
    assert.match(out, /^trtc · .*\n {2}Statement 1 allows RemoveUser \(write\)\n {4}on all resources\n$/u);
    assert.match((await run('explain', 'a.cam.json', 'a.cam.json')).out, /^# a\.cam\.json\ntrtc/u);
    assert.equal((await run('explain')).code, 2);
    const terraform = (name: string): string =>
      `resource "tencentcloud_cam_policy" "${name}" {\n  document = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = "${name}:*", resource = "*" }] })\n}\n`;
    writeFileSync(path.join(folder, 'main.tf'), terraform('cos') + terraform('cvm'));
    assert.match((await run('explain', 'main.tf')).out, /^# main\.tf#cos\ncos(.|\n)*\n\n# main\.tf#cvm\ncvm/u);
    writeFileSync(path.join(folder, 'one.tf'), terraform('cos'));
    assert.match((await run('explain', 'one.tf', 'a.cam.json')).out, /^# one\.tf#cos\ncos(.|\n)*\n# a\.cam\.json\n/u);
  });
});
