import assert from 'node:assert/strict';
import { CodeActionKind } from 'vscode-languageserver-types';
import { offeredAt, textAfter, titlesOf, type Offered } from '../../../test/actions.js';
import { commands } from '../../../../protocol/names.js';

const suggest = 'editor.action.triggerSuggest';
const policy = (action: string, resource = '"*"', more = ''): string =>
  `{"version":"2.0","statement":[{"effect":"allow",${more}"action":[${action}],"resource":[${resource}]}]}`;
const offered = (marked: string, settings = {}): Offered =>
  offeredAt(marked, { settings, only: [CodeActionKind.QuickFix], commands: [suggest, commands.explain] });

describe('next steps', () => {
  it('take out what is not known, and open the list of what may stand there', () => {
    for (const [marked, text, after] of [
      [policy('"trtc:Zzz|qqq"'), 'Zzzqqq', policy('"trtc:"')],
      [policy('"zz|qqx:Foo"'), 'zzqqx', policy('":Foo"')],
      [
        policy('"mps:EditMedia"', '"qcs::mps::uin/<your|-uin>:media/1"'),
        '<your-uin>',
        policy('"mps:EditMedia"', '"qcs::mps::uin/:media/1"'),
      ],
    ] as const) {
      const found = offered(marked);
      const title = `Take ${text} out and choose from the list`;
      const [first] = found.actions;
      assert.equal(first?.title, title, titlesOf(found).join(' | '));
      assert.equal(first.command?.command, suggest);
      assert.notEqual(first.isPreferred, true);
      assert.equal(textAfter(found, title), after);
    }
  });

  it('open the list between the brackets of an empty list', () => {
    const [first] = offered(policy('|')).actions;
    assert.equal(first?.title, 'Choose from the list');
    assert.equal(first.command?.command, suggest);
  });

  it('show what the policy allows where it allows too much', () => {
    for (const marked of [
      policy('"*|"'),
      policy('"cam:Attach|UserPolicy"'),
      policy('"name/cos:GetObject"', '"qcs::cos:ap-guangzhou:uid/1250000000:b-1250000000/*"', '"principal":"*|",'),
    ]) {
      const [first] = offered(marked, { 'unknown-action': 'off' }).actions;
      assert.equal(first?.title, 'Show what this policy allows', marked);
      assert.equal(first.command?.command, commands.explain);
    }
  });

  it('are not offered beside a fix, nor to a client without the commands', () => {
    assert.ok(!titlesOf(offered(policy('"mps:EditMedi|"'))).some((title) => title.includes('choose from')));
    assert.deepEqual(titlesOf(offeredAt(policy('"trtc:Zzz|qqq"'), { only: [CodeActionKind.QuickFix] })), []);
  });
});
