/** Policies typed key by key into Terraform, with the suggestions taken, where no extension for Terraform is installed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Workbench } from '../host/ui.js';
import { workbenchIn } from './in-folder.js';

const begun = (value: string): string => `resource "tencentcloud_cam_policy" "rooms" {
  name     = "rooms"
  document = ${value}
}
`;

const keys = (workbench: Workbench) => ({
  type: (text: string) => workbench.type(text),
  take: (label: string) => workbench.take(label),
  newLine: () => workbench.newLine(),
});

describe('a person at the keyboard, in Terraform', function () {
  this.timeout(300_000);
  const { workbench: opened, pathOf } = workbenchIn({
    'heredoc.tf': begun('<<EOF\n\nEOF'),
    'object.tf': begun('jsonencode()'),
  });

  it('types a policy into a heredoc', async () => {
    const workbench = opened();
    await workbench.openFile('heredoc.tf');
    await workbench.putCursor('heredoc.tf', '<<EOF\n', '<<EOF\n'.length);
    await workbench.hint();
    const { type, take, newLine } = keys(workbench);
    await type('{');
    await newLine();
    await type('"');
    await take('version');
    await type(',');
    await newLine();
    await type('"');
    await take('statement');
    await type('"');
    await take('effect');
    await take('allow');
    await type(',');
    await newLine();
    await type('"');
    await take('action');
    await type('tr');
    await take('trtc');
    await type('Dis');
    await take('DismissRoom');
    await workbench.press('End');
    await type(',');
    await newLine();
    await type('"');
    await take('resource');
    await take('sdkappid/${SdkAppId}');
    await type('100000000001');
    await workbench.press('Tab');
    await type('1400000000');
    await workbench.save();
    assert.deepEqual(await workbench.problems(), []);
    assert.equal(
      await readFile(pathOf('heredoc.tf'), 'utf8'),
      begun(`<<EOF
{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DismissRoom"],
      "resource": ["qcs::trtc::uin/100000000001:sdkappid/1400000000"]
    }
  ]
}
EOF`),
    );
  });

  it('types a policy into jsonencode', async () => {
    const workbench = opened();
    await workbench.openFile('object.tf');
    await workbench.putCursor('object.tf', 'jsonencode(', 'jsonencode('.length);
    const { type, take, newLine } = keys(workbench);
    await type('{');
    await newLine();
    await type('ver');
    await take('version');
    await newLine();
    await type('st');
    await take('statement');
    await type('eff');
    await take('effect');
    await take('allow');
    await newLine();
    await type('act');
    await take('action');
    await type('tr');
    await take('trtc');
    await type('Dis');
    await take('DismissRoom');
    await workbench.press('End');
    await newLine();
    await type('res');
    await take('resource');
    await take('sdkappid/${SdkAppId}');
    await type('100000000001');
    await workbench.press('Tab');
    await type('1400000000');
    await workbench.save();
    assert.deepEqual(await workbench.problems(), []);
    assert.equal(
      await readFile(pathOf('object.tf'), 'utf8'),
      begun(`jsonencode({
    version = "2.0"
    statement = [
      {
        effect = "allow"
        action = ["trtc:DismissRoom"]
        resource = ["qcs::trtc::uin/100000000001:sdkappid/1400000000"]
      }
    ]
  })`),
    );
  });
});
