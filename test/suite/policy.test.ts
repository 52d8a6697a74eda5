/** The main job, as a person does it: a policy that never grants what it says, found and mended. */
import assert from 'node:assert/strict';
import {
  chooseAction,
  closeAll,
  codeOf,
  completions,
  cursor,
  diagnostics,
  hover,
  labelOf,
  openFile,
  openUntitled,
  rangeOf,
} from './support.js';

const restricted = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DismissRoom", "trtc:CreateTrtcApp"],
      "resource": "qcs::trtc::uin/100000000001:sdkappid/1400000000"
    }
  ]
}
`;

describe('a policy', () => {
  afterEach(closeAll);

  it('shows what is wrong on the very value, and splits the statement', async () => {
    const { document } = await openFile('restricted.cam.json', restricted);
    const [found, ...others] = await diagnostics(document);
    assert.ok(found);
    assert.deepEqual(others, []);
    assert.equal(codeOf(found), 'no-resource-level-support');
    assert.equal(document.getText(found.range), '"trtc:CreateTrtcApp"');

    await chooseAction(document, found.range, /statement of their own/);
    assert.deepEqual(JSON.parse(document.getText()), {
      version: '2.0',
      statement: [
        { effect: 'allow', action: ['trtc:DismissRoom'], resource: 'qcs::trtc::uin/100000000001:sdkappid/1400000000' },
        { effect: 'allow', action: ['trtc:CreateTrtcApp'], resource: '*' },
      ],
    });
    await diagnostics(document, (left) => left.length === 0);
  });

  it('is checked again as it changes', async () => {
    const editor = await openUntitled('{"version":"2.0","statement":[{"effect":"dney","action":"*","resource":"*"}]}');
    const { document } = editor;
    const [found] = await diagnostics(document);
    assert.ok(found);
    assert.equal(codeOf(found), 'invalid-effect');
    await editor.edit((edit) => {
      edit.replace(rangeOf(document, '"dney"'), '"deny"');
    });
    await diagnostics(document, (left) => left.length === 0);
  });

  it('completes the actions of a service', async () => {
    const { text, offset } = cursor(
      '{"version":"2.0","statement":[{"effect":"allow","action":["trtc:Dismi|"],"resource":"*"}]}',
    );
    const { document } = await openUntitled(text);
    const labels = (await completions(document, document.positionAt(offset))).map(labelOf);
    assert.ok(
      labels.some((label) => label.includes('DismissRoom')),
      labels.join(', '),
    );
  });

  it('says on hover what an action is', async () => {
    const { document } = await openUntitled(restricted);
    assert.match(await hover(document, rangeOf(document, 'DismissRoom').start), /DismissRoom/);
  });

  for (const [what, text] of [
    ['nothing', ''],
    ['half a policy', '{"version":"2.0","statement":[{"action":["trtc:'],
    ['100,000 opening brackets', '['.repeat(100_000)],
    // No NUL among them: VS Code opens no file with one as text.
    ['bytes that are not text', Uint8Array.from({ length: 4096 }, (_, index) => 1 + ((index * 37) % 255))],
  ] as const) {
    it(`may be ${what}: the server lives on`, async () => {
      const { document } = await openFile(`${what}.cam.json`, text);
      // Not a completion: VS Code itself takes seconds to suggest on so long a line, in any language.
      await hover(document, document.positionAt(document.getText().length));
      const { document: next } = await openUntitled(
        '{"version":"2.0","statement":[{"effect":"dney","action":"*","resource":"*"}]}',
      );
      assert.deepEqual((await diagnostics(next)).map(codeOf), ['invalid-effect']);
    });
  }
});
