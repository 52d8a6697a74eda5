import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import { offeredAt, textAfter, titlesOf, type Offered } from '../../../test/actions.js';
import { documentOf, textOf } from '../../../test/documents.js';
import { diagnose } from '../diagnostics.js';
import { addressOf, resolveCodeAction } from './index.js';
import { refactoringTitles, titles } from './words.js';

const quick = { only: [CodeActionKind.QuickFix] };
const statement = (effect: string, action = '"mps:EditMedia"'): string =>
  `{"effect":${effect},"action":${action},"resource":"*"}`;
const policy = (...statements: readonly string[]): string => `{"version":"2.0","statement":[${statements.join(',')}]}`;

describe('quick fixes', () => {
  it('offers the fix of the finding under the cursor, and marks it as preferred', () => {
    const offered = offeredAt(policy(statement('"Al|low"')), quick);
    assert.deepEqual(titlesOf(offered), ['Change to "allow"']);
    assert.equal(offered.actions[0]?.isPreferred, true);
    assert.equal(textAfter(offered, 'Change to "allow"'), policy(statement('"allow"')));
  });

  it('offers nothing away from any finding, nor what is not wanted', () => {
    assert.deepEqual(titlesOf(offeredAt(policy(statement('"allow|"')), quick)), []);
    assert.deepEqual(titlesOf(offeredAt(policy(statement('"Al|low"')), { only: [CodeActionKind.RefactorMove] })), []);
  });

  it('carries the diagnostic that the client shows, found by code and place', () => {
    const { document, context } = offeredAt(policy(statement('"Al|low"')));
    const shown = diagnose(document, context).map((diagnostic) => ({ ...diagnostic, message: 'as the client has it' }));
    const [action] = offeredAt(policy(statement('"Al|low"')), { ...quick, shown }).actions;
    assert.equal(action?.diagnostics?.[0], shown[0]);
  });

  it('offers a fix that several findings share once', () => {
    const app = '"qcs::trtc::uin/1:sdkappid/2"';
    const text = `{"effect":"allow","action":[«"trtc:DismissRoom","trtc:CreateTrtcApp","trtc:DescribeRecordStatistic"»],"resource":${app}}`;
    const { actions } = offeredAt(policy(text), quick);
    const splits = actions.filter(({ title }) => title.startsWith('Move the actions'));
    assert.equal(splits.length, 1);
    assert.equal(splits[0]?.diagnostics?.length, 2);
  });

  it('makes edits at once for a client that cannot ask for them', () => {
    const offered = offeredAt(policy(statement('"Al|low"')), { ...quick, eager: true });
    assert.equal(offered.actions[0]?.data, undefined);
    assert.equal(textAfter(offered, 'Change to "allow"'), policy(statement('"allow"')));
  });

  it('makes no edit before it is asked for, and none for another version', () => {
    const { actions, document, context } = offeredAt(policy(statement('"Al|low"')), quick);
    const [action] = actions;
    assert.ok(action);
    assert.equal(action.edit, undefined);
    assert.equal(addressOf(action), document.uri);
    const later = documentOf(textOf(document).getText(), { uri: document.uri, version: document.version + 1 });
    assert.equal(resolveCodeAction(action, later, context), undefined);
    assert.equal(resolveCodeAction({ ...action, data: { id: 3 } }, document, context), undefined);
  });
});

describe('fixing all of a kind', () => {
  it('applies the safe fixes of one rule, and leaves the others', () => {
    const text = policy(statement('"Al|low"'), statement('"DENY"'), '{"effect":"Allow"},');
    const offered = offeredAt(text, quick);
    assert.equal(
      textAfter(offered, 'Fix all 3 of this kind in the file (invalid-effect)'),
      policy(statement('"allow"'), statement('"deny"'), '{"effect":"allow"},'),
    );
  });

  it('applies the first suggestion of each where nothing is safe', () => {
    const offered = offeredAt(policy(statement('"allow"', '["mps:Edit|Medai","mps:ProcesMedia"]')), quick);
    assert.equal(
      textAfter(offered, 'Apply the first suggestion to all 2 of this kind in the file (unknown-action)'),
      policy(statement('"allow"', '["mps:EditMedia","mps:ProcessMedia"]')),
    );
  });

  it('is one fix where it is one mistake, and stands at each of its places', () => {
    const text = (cursor: string): string =>
      policy(statement('"Allow"', '"mps:A"'), statement(`"${cursor}"`, '"mps:B"'), statement('"Allow"', '"mps:C"'));
    const offered = offeredAt(text('Al|low'), quick);
    assert.deepEqual(titlesOf(offered), ['Change to "allow" (3 places)']);
    assert.equal(textAfter(offered, 'Change to "allow" (3 places)'), text('allow').replaceAll('Allow', 'allow'));
  });

  it('offers the fix of the place at hand before that of all, where places are mended each in its own way', () => {
    const text = (cursor: string): string =>
      policy(`{"effect":"allow","action":["cvm:*","mps:${cursor}*"],"resource":"*"}`);
    const titles = titlesOf(offeredAt(text('|'), quick)).filter((title) => title.startsWith('Allow reading'));
    assert.deepEqual(
      titles.map((title) => title.replace(/(: \w+:).*?(?= \(|$)/u, '$1')),
      ['Allow reading only: mps:', 'Allow reading only: cvm: (and 1 more)'],
    );
  });

  it('is not offered for one', () => {
    assert.deepEqual(
      titlesOf(offeredAt(policy(statement('"Al|low"'), statement('"alow"')), quick)).filter((title) =>
        /all/u.test(title),
      ),
      ['Change to "allow"'],
    );
  });
});

describe('what concerns rules', () => {
  const asking = { ...quick, commands: ['camPolicy.rules'] };
  const wrong = policy(statement('"Al|low"', '["mps:EditMedai","mps:ProcesMedia"]'));

  it('is one entry, behind all that mends and never preferred, where the client carries out the command', () => {
    const { actions } = offeredAt(wrong, asking);
    const last = actions.at(-1);
    assert.deepEqual(
      { title: last?.title, arguments: last?.command?.arguments, isPreferred: last?.isPreferred },
      { title: 'Rules…', arguments: [[{ code: 'invalid-effect', severity: 'warning' }]], isPreferred: undefined },
    );
    assert.equal(last && addressOf(last), undefined);
    assert.ok(actions.slice(0, -1).every(({ command, edit, data }) => !command && (edit ?? data)));
    assert.deepEqual(offeredAt(wrong, quick).actions.length, actions.length - 1);
  });

  it('names each rule once, however many findings a selection has', () => {
    const marked = policy(statement('«"Allow"', '["mps:EditMedai","mps:EditMedai2"]»'));
    const entries = offeredAt(marked, asking).actions.filter(({ command }) => command);
    assert.deepEqual(
      entries.map(({ command }) => (command?.arguments as { code: string }[][])[0]?.map(({ code }) => code)),
      [['invalid-effect', 'missing-companion', 'unknown-action']],
    );
  });

  it('is not there where nothing is found', () => {
    assert.deepEqual(titlesOf(offeredAt(policy(statement('"allow|"')), asking)), []);
  });

  it('speaks Chinese', () => {
    assert.deepEqual(titlesOf(offeredAt(policy(statement('"Al|low"')), { ...asking, locale: 'zh' })), [
      '改为 "allow"',
      '规则…',
    ]);
  });
});

describe('changes of the configuration', () => {
  const wrong = policy(statement('"allow"', '["mps:Edit|Medai","mps:EditMedia"]'));
  const only = { ...quick, settings: { 'missing-companion': 'off' } } as const;
  const target = { uri: 'file:///cam-policy.config.json', text: '{}', version: 3, path: 'a[1].cam.json' };

  it('are told to the client that asks for the reason: where, and narrowed by what', () => {
    const { actions, document } = offeredAt(wrong, { ...only, commands: ['camPolicy.rules'], target });
    assert.deepEqual(actions.at(-1)?.command?.arguments, [
      [{ code: 'unknown-action', severity: 'warning', uri: document.uri, suppress: { action: 'mps:EditMedai' } }],
    ]);
    assert.deepEqual(
      titlesOf({ actions } as Offered).filter((title) => title.includes('cam-policy.config.json')),
      [],
    );
  });

  it('are about the place at hand, where a finding has several', () => {
    const several = policy('{"effect":"allow","action":["cvm:*","trtc:|*"],"resource":"*"}');
    const { actions } = offeredAt(several, { ...only, commands: ['camPolicy.rules'], target });
    const shown = actions.at(-1)?.command?.arguments?.[0] as { code: string; suppress: object }[] | undefined;
    assert.deepEqual(
      shown?.map(({ code, suppress }) => [code, suppress]),
      [['service-wide-write', { action: 'trtc:*' }]],
    );
  });

  it('are edits for other clients, behind all that mends', () => {
    const { actions } = offeredAt(wrong, { ...only, target });
    const [suppress, off] = actions.slice(-2);
    assert.deepEqual(
      [suppress?.title, off?.title],
      [
        'Suppress unknown-action here in cam-policy.config.json, once you write the reason there',
        'Turn off unknown-action in cam-policy.config.json',
      ],
    );
    assert.ok(!suppress?.isPreferred && !off?.isPreferred && !off?.data);
    const edits = [suppress, off].map((action) => {
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change && 'textDocument' in change);
      assert.deepEqual(change.textDocument, { uri: target.uri, version: 3 });
      return TextDocument.applyEdits(TextDocument.create('', '', 0, '{}'), change.edits as TextEdit[]);
    });
    assert.deepEqual(edits, [
      '{\n  "suppress": [\n    { "rule": "unknown-action", "files": ["a[[]1].cam.json"], "action": "mps:EditMedai", "reason": "" }\n  ]\n}',
      '{\n  "rules": { "unknown-action": "off" }\n}',
    ]);
  });

  it('create the file, for clients that can', () => {
    const none = { ...target, text: undefined, version: null };
    const changes = offeredAt(wrong, { ...only, target: none, createsFiles: true }).actions.at(-1)?.edit
      ?.documentChanges;
    assert.deepEqual(changes?.[0], { kind: 'create', uri: target.uri, options: { ignoreIfExists: true } });
    assert.equal(changes.length, 2);
    assert.deepEqual(
      titlesOf(offeredAt(wrong, { ...only, target: none })).filter((title) => title.includes('config')),
      [],
    );
  });

  it('are not offered in a configuration whose mistakes are in the way', () => {
    const broken = { ...target, text: '{ "rules": [' };
    assert.deepEqual(titlesOf(offeredAt(wrong, { ...only, target: broken })), titlesOf(offeredAt(wrong, only)));
  });
});

describe('source.fixAll.cam', () => {
  const asked = { only: ['source.fixAll.cam'] };

  it('applies the safe fixes of all rules, but no suggestion', () => {
    const app = '"qcs::trtc::uin/1:sdkappid/2"';
    const restricted = (effect: string): string =>
      `{"effect":${effect},"action":["trtc:CreateTrtcApp","mps:EditMedai"],"resource":${app}}`;
    const offered = offeredAt(`|${policy(statement('"Deny"'), restricted('"Allow"'))},`, asked);
    assert.deepEqual(titlesOf(offered), ['Fix all that can be fixed safely']);
    const fixed = textAfter(offered, /./u);
    assert.ok(fixed.startsWith(policy(statement('"deny"'), restricted('"allow"'))), fixed);
  });

  it('is offered only where it is asked for, and only where there is something to fix', () => {
    const isFixAll = (only: readonly string[] | undefined): boolean =>
      offeredAt(`|${policy(statement('"Deny"'))}`, only && { only }).actions.some(({ kind }) => kind === asked.only[0]);
    assert.deepEqual(
      [undefined, [''], ['source'], ['source.fixAll'], ['source.fixAll.other'], ['quickfix']].map(isFixAll),
      [false, true, true, true, false, false],
    );
    assert.deepEqual(offeredAt(`|${policy(statement('"deny"'))}`, asked).actions, []);
  });
});

describe('refactorings', () => {
  const text = policy(statement('"allow"', '["mps:Desc|ribe*","mps:EditMedia"]'));

  it('are offered under their kinds, and resolved', () => {
    const inline = offeredAt(text, { only: ['refactor.inline'] });
    assert.deepEqual(titlesOf(inline), ['Expand mps:Describe* into 2 actions']);
    assert.equal(
      textAfter(inline, /^Expand/u),
      policy(statement('"allow"', '["mps:DescribeTaskDetail","mps:DescribeUserInfo","mps:EditMedia"]')),
    );
    const mixed = policy(statement('"allow"', '["mps:Desc|ribe*","name/mps:EditMedia"]'));
    const kinds = (only: readonly string[]) => offeredAt(mixed, { only }).actions.map(({ kind }) => kind);
    assert.deepEqual(kinds(['refactor.rewrite']), ['refactor.rewrite', 'refactor.rewrite']);
    assert.deepEqual(kinds(['refactor']), ['refactor.inline', 'refactor.rewrite', 'refactor.rewrite']);
    assert.ok(!kinds(['quickfix']).some((kind) => kind?.startsWith('refactor')));
  });

  it('say what they add', () => {
    const many = policy(statement('"allow"', '["cvm:Desc|ribeZones","cvm:DescribeInstances"]'));
    assert.ok(
      titlesOf(offeredAt(many)).includes('Collapse 2 actions into cvm:Describe* (allows 2 more)'),
      titlesOf(offeredAt(many)).join(),
    );
    assert.ok(
      titlesOf(offeredAt(many, { locale: 'zh' })).includes('将 2 个操作合并为 cvm:Describe*（另外允许 2 个操作）'),
    );
  });

  it('count one action as one, and say "deny" of what is denied', () => {
    const mixed = policy(statement('"deny"', '["cvm:Desc|ribeZones","cvm:DescribeInstances","name/mps:EditMedia"]'));
    const offered = titlesOf(offeredAt(mixed, { only: ['refactor'] }));
    assert.ok(offered.includes('Remove the name/ prefix (1 action)'), offered.join());
    assert.ok(offered.includes('Add the name/ prefix (2 actions)'), offered.join());
    assert.ok(offered.includes('Collapse 2 actions into cvm:Describe* (denies 2 more)'), offered.join());
  });

  it('are offered unasked only for a selection', () => {
    const unasked = (marked: string) =>
      titlesOf(offeredAt(marked, { triggerKind: 2 })).filter((title) => title.startsWith('Expand'));
    assert.deepEqual(unasked(text), []);
    assert.equal(unasked(text.replace('mps:Desc|ribe*', '«mps:Describe*»')).length, 1);
    assert.ok(titlesOf(offeredAt(text, { triggerKind: 1 })).some((title) => title.startsWith('Expand')));
  });

  it('are not offered in half-written text', () => {
    assert.deepEqual(titlesOf(offeredAt(`${text},`, { only: ['refactor'] })), []);
  });
});

describe('source.organize.cam', () => {
  it('sorts, and is offered only where anything is out of order', () => {
    const only = ['source.organize.cam'];
    const offered = offeredAt(`|${policy(statement('"allow"', '["mps:b","mps:a","mps:b"]'))}`, { only });
    assert.equal(textAfter(offered, /^Sort/u), policy(statement('"allow"', '["mps:a","mps:b"]')));
    assert.deepEqual(offeredAt(`|${policy(statement('"allow"', '["mps:a","mps:b"]'))}`, { only }).actions, []);
  });
});

describe('the words of code actions', () => {
  it('are there in both languages, with the same values', () => {
    const names = (text: string): readonly string[] => [...(text.match(/\{\w+\}/gu) ?? [])].sort();
    for (const [id, { en, zh }] of Object.entries({ ...titles, ...refactoringTitles })) {
      assert.deepEqual(names(zh), names(en), id);
      assert.match(zh, /\p{Script=Han}/u, id);
    }
  });
});
