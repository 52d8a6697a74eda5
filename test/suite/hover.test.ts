/** Every place of a policy explains itself when the mouse rests on it. */
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { ask, closeAll, extension, hover, openUntitled, rangeOf } from './support.js';

const policy = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:RemoveUser", "trtc:CreateTrtcApp", "trtc:Describe*", "mps:ProcessMedia", "cmqqueue:SendMessage"],
      "resource": ["qcs::cmqqueue:gz:uin/100000000001:queueName/uin/100000000002/\${uin}"],
      "condition": { "for_any_value:string_equal_if_exist": { "qcs:resource_tag": ["env&test"] } }
    },
    {
      "principal": { "service": ["cvm.qcloud.com"] },
      "effect": "deny",
      "action": ["name/sts:AssumeRole"]
    }
  ]
}
`;

/** What stands under the mouse, and what must be said of it. */
const places: readonly (readonly [needle: string, says: readonly RegExp[]])[] = [
  ['RemoveUser', [/\*\*`trtc:RemoveUser`\*\* — write/u, /sdkappid/u, /https:\/\//u]],
  ['CreateTrtcApp', [/cannot be restricted to resources/u, /Why: .*SDKAppID/iu]],
  ['Describe*', [/\d+ actions/u, /\d+ read/u]],
  ['trtc:', [/Tencent Real-Time Communication/u]],
  ['ProcessMedia', [/cannot be restricted/u]],
  [
    'queueName',
    [/Serves: `cmqqueue:SendMessage`/u, /\| region \| `gz` \| Guangzhou/u, /`CreateUin` is `100000000002`/u],
  ],
  ['${uin}', [/Policy variable/u]],
  ['"effect', [/allow/u]],
  ['deny', [/whatever else allows/u]],
  ['for_any_value', [/string_equal/u]],
  ['qcs:resource_tag', [/tag/iu, /case-sensitive/iu]],
  ['cvm.qcloud.com', [/Cloud Virtual Machine/iu]],
];

describe('hover on', () => {
  before(() => extension().activate());
  after(closeAll);

  for (const [needle, says] of places)
    it(needle, async () => {
      const { document } = await openUntitled(policy);
      const text = await hover(document, rangeOf(document, needle).start.translate(0, 2));
      for (const each of says) assert.match(text, each);
      // One command only: the page with the sources.
      assert.doesNotMatch(text, /\]\(command:(?!camPolicy\.showSources\?)/u);
    });

  it('an action links to its documentation, which is not underlined in the text', async () => {
    const { document } = await openUntitled(policy);
    const action = rangeOf(document, 'ProcessMedia');
    assert.match(await hover(document, action.start), /API documentation/u);
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.equal(
      links.find(({ range }) => range.contains(action)),
      undefined,
    );
  });
});
