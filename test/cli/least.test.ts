/** `cam-policy least`, as a process. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { camPolicy, type Outcome } from './run.js';

describe('cam-policy least', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-'));
    writeFileSync(path.join(folder, 'used.txt'), 'cvm:StopInstances\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const policy = (action: string): string =>
    `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "${action}", "resource": "*" }] }`;
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(folder, name), text);
  };
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const run = (args: readonly string[], input?: string): Promise<Outcome> =>
    camPolicy(['least', ...args], { cwd: folder, ...(input !== undefined && { input }) });

  it('narrows a policy, on standard output or in its file', async () => {
    write('a.cam.json', policy('cvm:*'));
    const printed = await run(['used.txt', '--policy', 'a.cam.json']);
    assert.deepEqual([printed.code, printed.out, printed.complaints], [0, policy('cvm:StopInstances'), '']);
    assert.equal(read('a.cam.json'), policy('cvm:*'));
    const { code, out } = await run(['used.txt', '--policy', 'a.cam.json', '--write']);
    assert.deepEqual([code, out, read('a.cam.json')], [0, '', policy('cvm:StopInstances')]);
    const again = await run(['used.txt', '--policy', 'a.cam.json', '--write']);
    assert.deepEqual([again.code, again.complaints], [0, 'cam-policy: The policy is the smallest already.\n']);
  });

  it('narrows a policy in Terraform where it stands, with its comments', async () => {
    const terraform = (actions: string): string => `resource "tencentcloud_cam_policy" "x" {
  document = jsonencode({
    version = "2.0" # the only one
    statement = [{
      effect   = "allow" # stops
      action   = [${actions}]
      resource = "*"
    }]
  })
}
`;
    write('a.tf', terraform('"cvm:*"'));
    const { out, complaints } = await run(['used.txt', '--policy', 'a.tf']);
    assert.equal(out, terraform('"cvm:StopInstances"'), complaints);
  });

  it('names the uses that the policy does not allow, and what it cannot read', async () => {
    write('a.cam.json', policy('cvm:*'));
    const { code, out, complaints } = await run(
      ['-', '--policy', 'a.cam.json', '--json'],
      'cvm:StopInstances\ncos:GetObject\nthe rest\n',
    );
    assert.equal(code, 1);
    assert.match(complaints, /number 3 is no service:Action.*the rest/u);
    assert.match(complaints, /does not allow: cos:GetObject/u);
    assert.deepEqual(JSON.parse(out), {
      policy: policy('cvm:StopInstances'),
      unchanged: false,
      notAllowed: [{ action: 'cos:GetObject' }],
      refused: 0,
      unread: 1,
    });
  });

  it('writes a new policy, also of events of CloudAudit', async () => {
    const event = (eventName: string, errorCode: string): object => ({
      CloudAuditEvent: JSON.stringify({ resourceType: 'cvm', eventName, errorCode }),
    });
    const events = { Response: { Events: [event('StopInstances', '0'), event('StartInstances', '4102')] } };
    const { code, out, complaints } = await run(['-'], JSON.stringify(events));
    assert.equal(code, 0);
    const { statement } = JSON.parse(out) as { readonly statement: unknown };
    assert.deepEqual(statement, [{ effect: 'allow', action: ['cvm:StopInstances'], resource: '*' }]);
    assert.match(complaints, /refused, left out: 1/u);
    assert.match(complaints, /all resources.*cvm:StopInstances/u);
  });

  it('refuses what it cannot do, and says why', async () => {
    write('cut.cam.json', '{');
    write('none.txt', '# nothing\n');
    const refused: readonly (readonly [args: readonly string[], why: RegExp])[] = [
      [[], /name one file/u],
      [['gone.txt'], /gone\.txt: no such file/u],
      [['none.txt'], /none\.txt: no action/u],
      [['used.txt', '--policy', 'cut.cam.json'], /not valid/u],
      [['used.txt', '--write'], /--write needs --policy/u],
      [['-', '--policy', '-'], /cannot both/u],
    ];
    for (const [args, why] of refused) {
      const { code, out, complaints } = await run(args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(complaints, why);
    }
  });
});
