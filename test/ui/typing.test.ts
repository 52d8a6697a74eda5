/** A whole policy typed by hand, key by key, in the real editor, with the suggestions taken as a person takes them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Workbench } from '../host/ui.js';
import { workbenchIn } from './in-folder.js';

const name = 'typed.cam.json';

describe('a person at the keyboard', function () {
  this.timeout(300_000);
  const { workbench: opened, pathOf } = workbenchIn({ [name]: '' });

  it('types a policy from the first brace to the last, and nothing is left to mend', async () => {
    const workbench = opened();
    await workbench.openFile(name);
    // An empty file has a hint and nothing worse: from now on the language server answers.
    await workbench.hint();
    await typePolicy(workbench);

    // Something wrong, and gone again: what is then on the screen is about the finished text.
    await workbench.press('ControlOrMeta+End');
    await workbench.type('x');
    await workbench.squiggle();
    await workbench.press('Backspace');
    await workbench.noSquiggles();
    await workbench.save();
    assert.deepEqual(await workbench.problems(), []);
    assert.deepEqual(JSON.parse(await readFile(pathOf(name), 'utf8')), {
      version: '2.0',
      statement: [
        {
          effect: 'allow',
          action: ['trtc:DismissRoom', 'trtc:RemoveUser'],
          resource: ['qcs::trtc::uin/100000000001:sdkappid/1400000000'],
          condition: { ip_equal: { 'qcs:ip': ['10.0.0.0/8'] } },
        },
        {
          effect: 'allow',
          action: ['cmqqueue:SendMessage'],
          resource: ['qcs::cmqqueue:gz:uin/100000000001:queueName/uin/100000000002/orders'],
        },
      ],
    });
  });
});

async function typePolicy(workbench: Workbench): Promise<void> {
  const type = (text: string): Promise<void> => workbench.type(text);
  const press = (key: string): Promise<void> => workbench.press(key);
  const take = (label: string, key?: 'Enter' | 'Tab'): Promise<void> => workbench.take(label, key);
  const newLine = (): Promise<void> => workbench.newLine();
  /** A new member: its element from the list. */
  const member = async (element: string): Promise<void> => {
    await newLine();
    await type('"');
    await take(element);
  };

  await type('{');
  await member('version');
  await type(',');
  await member('statement');
  await type('"');
  await take('effect');
  await take('allow');
  await type(',');

  await member('action');
  await type('tr');
  await take('trtc');
  await type('Dis');
  await take('DismissRoom', 'Tab');
  await type('", "tr');
  await take('trtc');
  await type('RU');
  await take('RemoveUser');
  await type('"],');

  await member('resource');
  await take('sdkappid/${SdkAppId}');
  await type('100000000001');
  await press('Tab');
  await type('1400000000');
  await press('End');
  await type(',');

  await member('condition');
  await type('ip');
  await take('ip_equal');
  await take('qcs:ip');
  await type('10.0.0.0/8');

  // The next statement, behind the brace on the line below.
  await press('ArrowDown');
  await press('End');
  await type(', {');
  await newLine();
  await type('"eff');
  await take('effect');
  await take('allow');
  await type(',');
  await member('action');
  await type('cmqq');
  await take('cmqqueue', 'Tab');
  await type('Send');
  await take('SendMessage');
  await type('"],');

  await member('resource');
  await take('qcs::cmqqueue:');
  await type('g');
  await take('gz');
  await take('uin/100000000001');
  await type('queueName/uin/100000000002/orders');
}
