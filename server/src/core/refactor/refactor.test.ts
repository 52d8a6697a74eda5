import assert from 'node:assert/strict';
import fc from 'fast-check';
import { policyText } from '../../../test/arbitrary-policy.js';
import { cursorIn, spansIn } from '../../../test/marks.js';
import { tinyCatalogue } from '../../../test/tiny-catalogue.js';
import { runs } from '../../../test/sampling.js';
import { actionsOf } from '../knowledge/level.js';
import { hasWildcard } from '../policy/action.js';
import { countedLength } from '../policy/length.js';
import { readPolicy } from '../policy/read.js';
import { applyEdits, type Span } from '../span.js';
import { organize, refactorings, type Refactoring, type RefactoringName } from './index.js';

/** What is offered at the one `|` or for the one `«…»`, by name. */
function offeredAt(marked: string): { readonly text: string; readonly offered: readonly Refactoring[] } {
  if (!marked.includes('|')) {
    const { text, spans } = spansIn(marked);
    return { text, offered: refactorings(readPolicy(text), spans[0] ?? { start: 0, end: 0 }, tinyCatalogue) };
  }
  const { text, offset } = cursorIn(marked);
  return { text, offered: refactorings(readPolicy(text), { start: offset, end: offset }, tinyCatalogue) };
}

const namesAt = (marked: string): readonly RefactoringName[] => offeredAt(marked).offered.map(({ name }) => name);

/** The text after the refactoring of that name; its data must be `data`. */
function after(marked: string, name: RefactoringName, data?: object): string {
  const { text, offered } = offeredAt(marked);
  const found = offered.find((each) => each.name === name);
  assert.ok(found, `${name} is not among ${offered.map((each) => each.name).join()}`);
  if (data) assert.deepEqual(found.data, data);
  return applyEdits(text, found.edits());
}

const organized = (text: string): string => applyEdits(text, organize(readPolicy(text)));
const lines = (...all: readonly string[]): string => all.join('\n');
const allow = (action: string, resource = '"*"', rest = ''): string =>
  `{"effect":"allow","action":${action},"resource":${resource}${rest}}`;
const policy = (...statements: readonly string[]): string => `{"version":"2.0","statement":[${statements.join(',')}]}`;
const app = (id: number): string => `"qcs::trtc::uin/1:sdkappid/${id}"`;

describe('expanding a wildcard', () => {
  it('puts its actions where it stood, separated as their neighbours are', () => {
    assert.equal(
      after(policy(allow('["cam:GetRole", "name/mps:Desc|ribe*", "cam:ListUsers"]')), 'expand', {
        pattern: 'name/mps:Describe*',
        count: 2,
      }),
      policy(allow('["cam:GetRole", "name/mps:DescribeTaskDetail", "name/mps:DescribeUserInfo", "cam:ListUsers"]')),
    );
  });

  it('tells where CAM would no longer take the policy', () => {
    const long = (length: number): string =>
      policy(allow('["mps:D|escribe*"]'), allow(JSON.stringify([`cvm:${'A'.repeat(length)}`])));
    const tooLong = (length: number): number | undefined =>
      offeredAt(long(length)).offered.find(({ name }) => name === 'expand')?.tooLong;
    assert.equal(tooLong(100), undefined);
    const [fits, told] = [after(long(100), 'expand'), tooLong(6000)];
    assert.equal(told, countedLength(readPolicy(fits).tree) + 5900);
  });

  it('keeps lines, indentation and line ends', () => {
    const before = ['{', '\t"statement": [{', '\t\t"action": [', '\t\t\t"mps:D|escribe*"', '\t\t]', '\t}]', '}'];
    const behind = [
      ...before.slice(0, 3),
      '\t\t\t"mps:DescribeTaskDetail",',
      '\t\t\t"mps:DescribeUserInfo"',
      ...before.slice(4),
    ];
    assert.equal(after(before.join('\r\n'), 'expand'), behind.join('\r\n'));
  });

  it('makes an array of a string, on lines of its own where it is long', () => {
    assert.equal(
      after(policy(allow('"mps:|Describe*"')), 'expand'),
      policy(allow('["mps:DescribeTaskDetail","mps:DescribeUserInfo"]')),
    );
    const long = (action: readonly string[]): string => lines('{', '  "statement": {', ...action, '  }', '}');
    const expected = [
      '    "action": [',
      '      "cmqqueue:CreateQueue",',
      '      "cmqqueue:ListQueue",',
      '      "cmqqueue:ReceiveMessage",',
      '      "cmqqueue:RewindQueue",',
      '      "cmqqueue:SendMessage"',
      '    ]',
    ];
    assert.equal(after(long(['    "action": "cmqqueue:|*"']), 'expand'), long(expected));
    assert.equal(after(long(['    "action": ["cmqqueue:|*"]']), 'expand'), long(expected));
  });

  it('does not repeat what stands there already', () => {
    assert.equal(
      after(policy(allow('["mps:DescribeUserInfo","mps:D|escribe*"]')), 'expand'),
      policy(allow('["mps:DescribeUserInfo","mps:DescribeTaskDetail"]')),
    );
    assert.equal(
      after(policy(allow('["mps:DescribeUserInfo","mps:DescribeU|*"]')), 'expand'),
      policy(allow('["mps:DescribeUserInfo"]')),
    );
  });

  it('says where actions may be missing, and is not offered where nothing is known', () => {
    assert.ok(namesAt(policy(allow('"cvm:Desc|ribe*"'))).includes('expand-known'));
    for (const action of ['"nosuch:|*"', '"|*"', '"*:|*"', '"mps:Nothing|*"', '"mps:Edit|Media"', '"c*:|*"'])
      assert.equal(
        namesAt(policy(allow(action))).some((name) => name.startsWith('expand')),
        false,
        action,
      );
  });
});

describe('collapsing actions into a wildcard', () => {
  it('is not offered where nobody knows what it adds, nor for who may take on a role', () => {
    const offered = (statement: string): boolean =>
      namesAt(policy(statement)).some((name) => name.startsWith('collapse'));
    assert.ok(!offered(allow('["cvm:Nothing|KnownA","cvm:NothingKnownB"]')));
    const trust = '"principal":{"service":"cvm.qcloud.com"},"action":["sts:Assume|Role","sts:AssumeRoleWithSAML"]';
    assert.ok(!offered(`{"effect":"allow",${trust}}`));
  });

  it('takes all of the verb under the cursor, and counts what is added', () => {
    assert.equal(
      after(policy(allow('["cvm:Desc|ribeZones","mps:EditMedia","cvm:DescribeInstances"]')), 'collapse-adding', {
        count: 2,
        pattern: 'cvm:Describe*',
        adds: 2,
      }),
      policy(allow('["cvm:Describe*","mps:EditMedia"]')),
    );
    assert.equal(
      after(policy(allow('["name/mps:ProcessMedia", "mps:Process|Image"]')), 'collapse'),
      policy(allow('["name/mps:Process*"]')),
    );
  });

  it('takes how the selected names begin alike, in whole words', () => {
    assert.equal(
      after(
        policy(allow('["cvm:DescribeZones",«"cvm:DescribeInstances","cvm:DescribeInstancesStatus"»]')),
        'collapse',
        { count: 2, pattern: 'cvm:DescribeInstances*', adds: 0 },
      ),
      policy(allow('["cvm:DescribeZones","cvm:DescribeInstances*"]')),
    );
    assert.equal(
      after(policy(allow('[«"cvm:RunInstances","cvm:DescribeRegions"»]')), 'collapse-adding', {
        count: 2,
        pattern: 'cvm:*',
        adds: 4,
      }),
      policy(allow('["cvm:*"]')),
    );
    assert.equal(
      after(policy(allow('[«"cvm:DescribeInstances","cvm:DescribeI*"»]')), 'collapse-adding'),
      policy(allow('["cvm:Describe*"]')),
    );
  });

  it('is not offered for one action, for several services or for what is not known', () => {
    const offered = [
      '["mps:Edit|Media","mps:ProcessMedia"]',
      '"mps:Edit|Media"',
      '[«"mps:EditMedia","cvm:RunInstances"»]',
      '["nosuch:Do|This","nosuch:DoThat"]',
      '["|*","*"]',
    ].flatMap((action) => namesAt(policy(allow(action))).filter((name) => name.startsWith('collapse')));
    assert.deepEqual(offered, []);
  });
});

describe('splitting a statement', () => {
  it('moves what cannot be restricted, and grants the same', () => {
    assert.equal(
      after(
        lines(
          '{',
          '  "version": "2.0",',
          '  "statement": [',
          '    {',
          '      "effect": "allow",',
          '      "action": ["trtc:DismissRoom", "trtc:Create|TrtcApp"],',
          '      "resource": "*"',
          '    }',
          '  ]',
          '}',
        ),
        'split',
        { count: 1 },
      ),
      lines(
        '{',
        '  "version": "2.0",',
        '  "statement": [',
        '    {',
        '      "effect": "allow",',
        '      "action": ["trtc:DismissRoom"],',
        '      "resource": "*"',
        '    },',
        '    {',
        '      "effect": "allow",',
        '      "action": ["trtc:CreateTrtcApp"],',
        '      "resource": "*"',
        '    }',
        '  ]',
        '}',
      ),
    );
  });

  it('is not offered where all are alike, nor where a rule mends more than that', () => {
    assert.deepEqual(
      [
        policy(allow('["trtc:Dismiss|Room","trtc:RemoveUser"]')),
        policy(allow('["trtc:Create|TrtcApp","trtc:DescribeRecordStatistic"]')),
        policy(allow('["trtc:Dismiss|Room","trtc:CreateTrtcApp"]', app(1))),
      ].map((text) => namesAt(text).includes('split')),
      [false, false, false],
    );
  });
});

describe('merging statements', () => {
  it('puts the actions of all that are otherwise the same into the first', () => {
    const condition = ',"condition":{"ip_equal":{"qcs:ip":["10.0.0.0/8"]}}';
    const spaced = ', "condition": { "ip_equal": { "qcs:ip": [ "10.0.0.0/8" ] } }';
    assert.equal(
      after(
        policy(
          allow('["mps:EditMedia", "mps:ProcessMedia"]', '"*"', condition),
          allow('"cam:GetRole"'),
          allow('"mps:Pro|cessImage"', '["*"]', spaced),
          allow('["mps:EditMedia","mps:*"]', '"*"', condition),
        ),
        'merge-actions',
        { count: 3 },
      ),
      policy(
        allow('["mps:EditMedia", "mps:ProcessMedia", "mps:ProcessImage", "mps:*"]', '"*"', condition),
        allow('"cam:GetRole"'),
      ),
    );
  });

  it('puts the resources together where the actions are the same, in any order', () => {
    assert.equal(
      after(
        policy(
          allow('["trtc:DismissRoom","trtc:RemoveUser"]', app(1)),
          allow('["trtc:RemoveUser","trtc:Dismiss|Room"]', `[${app(2)},${app(1)},${app(3)}]`),
        ),
        'merge-resources',
        { count: 2 },
      ),
      policy(allow('["trtc:DismissRoom","trtc:RemoveUser"]', `[${app(1)},${app(2)},${app(3)}]`)),
    );
  });

  it('keeps lines', () => {
    const statement = (...items: readonly string[]): readonly string[] => [
      '  {',
      '    "effect": "deny",',
      '    "action": [',
      ...items.map((item, index) => `      "${item}"${index < items.length - 1 ? ',' : ''}`),
      '    ],',
      '    "resource": "*"',
      '  }',
    ];
    const whole = (...statements: readonly (readonly string[])[]): string =>
      lines('{ "statement": [', statements.map((each) => each.join('\n')).join(',\n'), ']}');
    assert.equal(
      after(whole(statement('mps:A|'), statement('mps:B', 'mps:C')), 'merge-actions'),
      whole(statement('mps:A', 'mps:B', 'mps:C')),
    );
  });

  it('is not offered where anything else differs or would be lost', () => {
    const first = allow('"mps:Edit|Media"');
    const others = [
      '{"effect":"deny","action":"mps:ProcessMedia","resource":"*"}',
      allow('"mps:ProcessMedia"', app(1)),
      allow('"mps:ProcessMedia"', '"*"', ',"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}'),
      allow('"mps:ProcessMedia"', '"*"', ',"sid":"b"'),
      allow('"mps:ProcessMedia"', '"*"', ',"note":"b"'),
      allow('["mps:ProcessMedia",1]'),
      '{"effect":"allow","action":"mps:ProcessMedia"}',
    ];
    assert.deepEqual(
      others.flatMap((other) => namesAt(policy(first, other)).filter((name) => name.startsWith('merge'))),
      [],
    );
  });
});

describe('the marker name/', () => {
  const text = policy(allow('["name/mps:Edit|Media","cam:GetRole","*"]'), allow('"\\u006eame/cvm:*"'));

  it('is taken away everywhere, however it is written', () => {
    assert.equal(
      after(text, 'remove-prefix', { count: 2 }),
      policy(allow('["mps:EditMedia","cam:GetRole","*"]'), allow('"cvm:*"')),
    );
  });

  it('is written before every action that may have it', () => {
    assert.equal(
      after(text, 'add-prefix', { count: 1 }),
      policy(allow('["name/mps:EditMedia","name/cam:GetRole","*"]'), allow('"\\u006eame/cvm:*"')),
    );
  });

  it('is offered on an action of a policy with both forms only', () => {
    const offered = (action: string): readonly string[] =>
      namesAt(policy(allow(action))).filter((name) => name.endsWith('prefix'));
    assert.deepEqual(namesAt(policy(allow('"*"', '"|*"'))), []);
    assert.deepEqual(offered('"mps:Edit|Media"'), []);
    assert.deepEqual(offered('"name/mps:Edit|Media"'), []);
    assert.deepEqual(offered('["mps:Edit|Media","name/mps:ProcessMedia"]'), ['remove-prefix', 'add-prefix']);
  });
});

describe('organizing', () => {
  it('sorts actions and resources and drops repeated ones', () => {
    assert.equal(
      organized(policy(allow('["mps:b", "name/cam:A",  "mps:B", "mps:b" ]', `[${app(2)},${app(1)},"*"]`))),
      policy(allow('["name/cam:A", "mps:B",  "mps:b" ]', `["*",${app(1)},${app(2)}]`)),
    );
  });

  it('keeps lines, and leaves alone what it does not understand', () => {
    const list = (...items: readonly string[]): string => lines('{"statement":{"action":[', items.join(',\n'), ']}}');
    assert.equal(organized(list('  "c:C"', '  "b:B"', '  "c:C"', '  "a:A"')), list('  "a:A"', '  "b:B"', '  "c:C"'));
    for (const text of [policy(allow('["b:B",1,"a:A"]')), policy(allow('["b:B","a:A"],')), policy(allow('"b:B"'))])
      assert.equal(organized(text), text);
  });
});

describe('every refactoring', () => {
  /** What a policy grants: each pair of an action and a resource, with what it hangs on; wildcards as the actions known of them. */
  function grants(text: string, offered?: RefactoringName): ReadonlySet<string> {
    const expands = offered?.startsWith('expand') ?? false;
    const all = new Set<string>();
    for (const { effect, actions, resources, element } of readPolicy(text).statements) {
      const value = element.condition?.value;
      const condition = value ? JSON.stringify(JSON.parse(text.slice(value.start, value.end))) : '';
      for (const action of actions?.items ?? []) {
        const plain = action.node.value.slice(action.prefix.length);
        const known = expands && hasWildcard(action.name) ? actionsOf(tinyCatalogue, action) : [];
        const names = known.length > 0 ? known.map(({ name }) => `${action.service}:${name}`) : [plain];
        for (const name of names)
          for (const resource of resources?.items ?? []) all.add([effect, name, resource.node.value, condition].join());
      }
    }
    return all;
  }

  const sorted = (set: ReadonlySet<string>): readonly string[] => [...set].sort();

  it('grants the same as before; a wildcard may only add', () => {
    const seen = new Set<RefactoringName>();
    fc.assert(
      fc.property(policyText, fc.nat(999), fc.nat(60), (text, where, length) => {
        const start = Math.floor((where / 1000) * text.length);
        const selection: Span = { start, end: Math.min(text.length, start + (length > 30 ? length : 0)) };
        for (const { name, edits } of refactorings(readPolicy(text), selection, tinyCatalogue)) {
          seen.add(name);
          const changed = applyEdits(text, edits());
          JSON.parse(changed);
          assert.equal(/\r(?!\n)|(?<!\r)\n/u.test(changed) && text.includes('\r\n'), false, 'mixed line ends');
          if (name.startsWith('collapse')) continue;
          assert.deepEqual(sorted(grants(changed, name)), sorted(grants(text, name)), name);
        }
      }),
      // A fixed seed: which refactorings are met must not change from run to run.
      { ...runs(250), seed: 1 },
    );
    assert.ok(seen.size >= 6, [...seen].join());
  }).timeout(20_000);

  it('collapses into what covers all that stood there', () => {
    fc.assert(
      fc.property(policyText, fc.nat(999), (text, where) => {
        const start = Math.floor((where / 1000) * text.length);
        for (const { name, edits } of refactorings(readPolicy(text), { start, end: start }, tinyCatalogue)) {
          if (!name.startsWith('collapse')) continue;
          const after = grants(applyEdits(text, edits()), 'expand');
          for (const grant of grants(text, 'expand')) assert.ok(after.has(grant), grant);
        }
      }),
      runs(150),
    );
  }).timeout(20_000);

  it('organizes to the same, and only once', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const once = organized(text);
        assert.deepEqual(sorted(grants(once)), sorted(grants(text)));
        assert.equal(organized(once), once);
      }),
    );
  }).timeout(20_000);
});
