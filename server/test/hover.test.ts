import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { Context } from '../src/features/context.js';
import { hover, sourcesPage } from '../src/features/hover/index.js';
import { commandLink, plain } from '../src/features/markdown.js';
import { documentAt, testContext, textIn } from './documents.js';
import { fullAbilities } from './completing.js';
import { shippedCatalogue } from './shipped-catalogue.js';

const statement = (members: string): string => `{"version":"2.0","statement":[{${members}}]}`;
const action = (value: string): string => statement(`"effect":"allow","action":[${value}],"resource":"*"`);

interface Shown {
  readonly text: string;
  readonly about: string;
}

function hoverAt(marked: string, context: Context = testContext): Shown | undefined {
  const { document, policy, position } = documentAt(marked, { context });
  const found = hover(policy, position, context);
  if (!found) return undefined;
  assert.ok(found.range);
  return { text: (found.contents as MarkupContent).value, about: textIn(document, found.range) };
}

/** Asserts what a hover is about and that it says each of `says`, in this order. */
function shows(marked: string, about: string, says: readonly string[], context: Context = testContext): void {
  const shown = hoverAt(marked, context);
  assert.ok(shown, `nothing shown at ${marked}`);
  assert.equal(shown.about, about);
  let from = 0;
  for (const part of says) {
    const at = shown.text.indexOf(part, from);
    assert.ok(at >= 0, `${part}\nis not (or not there) in\n${shown.text}`);
    from = at + part.length;
  }
}

describe('hover on actions', () => {
  it('says what an action does, whether it can be restricted, and who says so', () => {
    shows(action('"trtc:Dismiss|Room"'), 'trtc:DismissRoom', [
      '**`trtc:DismissRoom`** — write, server API',
      'Closes a room',
      'can be restricted to resources',
      '`qcs::trtc::uin/${uin}:sdkappid/${SdkAppId}`',
      '**`SdkAppId`** number (names the resource), `RoomId` number',
      '*Source: Manageable Resources and Actions, document 647/39549, 2026-01-16*',
    ]);
  });

  it('separates as the language does', () => {
    shows(
      action('"name/trtc:CreateTrtc|App"'),
      'trtc:CreateTrtcApp',
      [
        '**`trtc:CreateTrtcApp`** — 写、控制台接口',
        '*来源：Manageable Resources and Actions，文档 647/39549，2026-01-16*',
      ],
      { ...testContext, locale: 'zh' },
    );
    const chinese = { ...testContext, locale: 'zh' } as const;
    shows(action('"mps:|*"'), 'mps:*', ['3 个读操作、6 个写操作', '`CreateResource`、`'], chinese);
    shows(action('"m|ps:*"'), 'mps', ['`cam:GetRole`，资源 `*`（控制台）：', '`QcloudMPSFullAccess`：'], chinese);
    const queue = 'qcs::cmqqueue:gz:uin/1:queueName/uin/2/orders';
    shows(
      statement(`"action":"cmqqueue:CreateQueue","resource":"${queue.replace('gz', 'g|z')}"`),
      `"${queue}"`,
      ['`2`；`QueueName`'],
      chinese,
    );
  });

  it('gives the documented restriction in full', () => {
    shows(action('"name/trtc:CreateTrtc|App"'), 'trtc:CreateTrtcApp', [
      'console API',
      'cannot be restricted to resources: needs `"resource": "*"`',
      'Why: The request carries no SdkAppId.',
    ]);
  });

  it('tells old sources, successors, conflicts and what is derived', () => {
    shows(action('"trtc:Describe|RecordStatistic"'), 'trtc:DescribeRecordStatistic', [
      '`"resource": "*"` (as of 2022-06).',
      'list, 2022-06-10',
    ]);
    shows(action('"trtc:DescribeCall|Detail"'), 'trtc:DescribeCallDetail', ['Renamed to `DescribeCallDetailInfo`']);
    shows(action('"trtc:CreateSpear|Conf"'), 'trtc:CreateSpearConf', ['Sources disagree: Another document']);
    shows(action('"cam:Get|Role"'), 'cam:GetRole', ['Derived, not documented: The product list']);
    shows(action('"mps:Nothing|There"'), 'mps:NothingThere', ['Not in the catalogue of Media Processing Service.']);
    shows(action('"mps:Proccess|Media"'), 'mps:ProccessMedia', ['Did you mean `mps:ProcessMedia`?']);
    shows(action('"nosuch:Nothing|There"'), 'nosuch:NothingThere', ['No service of this name']);
  });

  it('tells the level’s age, what is said of the product, and conditions, from the shipped data', () => {
    const shipped = { ...testContext, catalogue: shippedCatalogue };
    shows(action('"finance:|*"'), 'finance:*', ['actions'], shipped);
    shows(
      action('"cbs:Create|Disks"'),
      'cbs:CreateDisks',
      ['CAM knows these actions as `cvm:…`. Cloud disks are authorised as cvm'],
      shipped,
    );
    shows(action('"bill|ing:*"'), 'billing', ['CAM knows these actions as `finance:…`.'], shipped);
    shows(
      action('"aia|rt:*"'),
      'aiart',
      ['Conditions on tags: do not work · Conditions on IP addresses: work'],
      shipped,
    );
    shows(action('"trtc:DescribeTRTCMarketScale|Data"'), 'trtc:DescribeTRTCMarketScaleData', [
      'not known whether it can be restricted to resources. Documents say of the whole product: single resources.',
    ]);
    const zh: Context = { ...shipped, locale: 'zh' };
    shows(
      action('"cvm:Run|Instances"'),
      'cvm:RunInstances',
      ['（截至 2021-03）', '*来源：云服务器：可授权的资源类型，2021-03-25*'],
      zh,
    );
    shows(action('"trtc:CreateTrtc|App"'), 'trtc:CreateTrtcApp', ['*[文档，2026-01](https://'], zh);
  });

  it('says of no product that it is granted by single resources where actions of it cannot be', () => {
    const shipped = { ...testContext, catalogue: shippedCatalogue };
    let byAction = 0;
    for (const { service: id } of shippedCatalogue.summaries) {
      const levels = new Set(
        shippedCatalogue
          .service(id)
          ?.actions()
          .map(({ level }) => level?.level),
      );
      const text = hoverAt(action(`"${id.slice(0, 1)}|${id.slice(1)}:*"`), shipped)?.text ?? '';
      if (levels.has('operation')) assert.ok(!text.includes('Granularity: single resources'), id);
      if (levels.has('resource')) assert.ok(!/Granularity: (?:single actions|the service)/u.test(text), id);
      if (text.includes('Granularity: by action')) byAction += 1;
    }
    assert.ok(byAction > 20, String(byAction));
    const mps = shippedCatalogue.service('mps')?.actions() ?? [];
    const cannot = mps.filter(({ level }) => level?.level === 'operation').length;
    const can = mps.filter(({ level }) => level?.level === 'resource').length;
    shows(
      action('"mp|s:ProcessMedia"'),
      'mps',
      [`Granularity: by action (can be restricted to resources: ${can}; cannot: ${cannot})`],
      shipped,
    );
    shows(
      action('"mp|s:ProcessMedia"'),
      'mps',
      [`授权粒度：因操作而异（支持资源级授权 ${can} 个；不支持 ${cannot} 个）`],
      {
        ...shipped,
        locale: 'zh',
      },
    );
  });

  it('tells of an action of unknown level what its product is said to be, unless most of its actions are otherwise', () => {
    const shipped = { ...testContext, catalogue: shippedCatalogue };
    const unknown = shippedCatalogue
      .service('waf')
      ?.actions()
      .find(({ level }) => !level);
    assert.ok(unknown);
    const shown = hoverAt(action(`"waf:|${unknown.name}"`), shipped)?.text ?? '';
    assert.match(
      shown,
      /not known whether .*\. Of the actions of the product: can be restricted to resources: 0; cannot: \d+; not known: \d+\./u,
    );
    assert.doesNotMatch(shown, /as a whole documents say/u);
  });

  it('ends in one short link, and never names a path of a repository', () => {
    for (const { service: id } of shippedCatalogue.summaries) {
      const service = shippedCatalogue.service(id);
      const [first] = service?.actions() ?? [];
      if (!first) continue;
      const shown = hoverAt(action(`"${id}:|${first.name}"`), { ...testContext, catalogue: shippedCatalogue });
      const last = shown?.text.split('\n').at(-1) ?? '';
      const line = (last.startsWith('*') ? last : '').replaceAll(/\]\([^)]*\)/gu, '');
      assert.ok(line.length < 160, line);
      assert.doesNotMatch(line, /\.(?:md|json|tsv|ts)\b|\/blob\//u);
    }
  });

  it('links to the documentation', () => {
    const shipped = { ...testContext, catalogue: shippedCatalogue };
    shows(action('"mps:Process|Media"'), 'mps:ProcessMedia', ['server API · [API documentation](https://'], shipped);
  });

  it('leads to a page with all sources where the client shows one', () => {
    const context = { ...testContext, catalogue: shippedCatalogue, abilities: fullAbilities };
    const marked = action('"trtc:CreateTrtc|App"');
    const { document, policy, position } = documentAt(marked, { context });
    const shown = hoverAt(marked, context)?.text ?? '';
    const [, name, query = ''] = /\*\[([^\]]*)\]\(command:camPolicy\.showSources\?([^()\s]+)\)\*$/u.exec(shown) ?? [];
    assert.equal(name, 'Documentation, 2026-01');
    assert.deepEqual(JSON.parse(decodeURIComponent(query)), [document.uri, position.line, position.character]);
    const page = sourcesPage(policy, position, context);
    assert.equal(page?.title, 'trtc:CreateTrtcApp');
    assert.match(page.text, /\n\nSources:\n\n- \[[^\]]+\]\(https:[^)]+\), document 647\/39549, 2026-01-16\n/u);
    assert.doesNotMatch(page.text, /command:/u);
    // Words instead of Markdown cannot hold such a link.
    const plainly = hoverAt(marked, { ...context, abilities: { ...fullAbilities, hoverFormat: 'plaintext' } });
    assert.doesNotMatch(plainly?.text ?? '', /command:/u);
  });

  it('counts what a wildcard grants, beyond reading first', () => {
    shows(action('"mps:*|"'), 'mps:*', [
      '— 9 actions',
      '3 read, 6 write',
      'Allows more than reading: `CreateResource`',
      'Reading: `DescribeTaskDetail`',
    ]);
    shows(action('"mps:Process|*", "mps:ProcessMedia"'), 'mps:Process*', [
      'more than the other actions here: `ProcessImage`',
    ]);
    shows(statement('"effect":"deny","action":"cvm:*|"'), 'cvm:*', ['Denies more than reading', 'may not know all']);
    shows(action('"*|"'), '"*"', ['Every action of every service.']);
  });

  it('says of a wildcard how many of its actions need all resources', () => {
    shows(action('"trtc:*|"'), 'trtc:*', ['2 of them cannot be restricted to resources: they need `"resource": "*"`.']);
    shows(action('"mps:Process*|"'), 'mps:Process*', ['None of them can be restricted to resources']);
    assert.doesNotMatch(hoverAt(action('"trtc:Dismiss*|"'))?.text ?? '', /cannot|None/u);
  });

  it('bounds the names of a wildcard', () => {
    const shown = hoverAt(action('"cvm:*|"'), { ...testContext, catalogue: shippedCatalogue });
    assert.match(shown?.text ?? '', /… and \d+ more/u);
    assert.ok((shown?.text.length ?? 0) < 4000);
  });

  it('says what a service is', () => {
    shows(action('"m|ps:*"'), 'mps', [
      '**`mps`** — Media Processing Service',
      'Also needed:',
      '`cam:GetRole` on `*` (console)',
      'Resource types:',
      'Preset policies:',
      '`QcloudMPSFullAccess`',
      'Service roles:',
      '`MPS_QcsRole`',
    ]);
    shows(action('"cmq|queue:*"'), 'cmqqueue', ['Succeeded by `tdmq`.']);
    const cvm = hoverAt(action('"c|vm:*"'), { ...testContext, catalogue: shippedCatalogue })?.text ?? '';
    assert.ok(cvm.indexOf('qcs::cvm:') < cvm.indexOf('qcs::vpc:') || !cvm.includes('qcs::vpc:'), cvm);
    shows(action('"console|vod:*"'), 'consolevod', ['Also written `vod`.']);
  });
});

describe('hover on resources', () => {
  const resource = (actions: string, value: string): string => statement(`"action":[${actions}],"resource":"${value}"`);

  it('explains each segment', () => {
    const text = 'qcs::cmqqueue:gz:uin/100000000001:queueName/uin/100000000002/orders';
    shows(resource('"cmqqueue:CreateQueue"', text.replace('gz', 'g|z')), `"${text}"`, [
      'Serves: `cmqqueue:CreateQueue`',
      '| service | `cmqqueue` | Cloud Message Queue',
      '| region | `gz` | Guangzhou, also written `ap-guangzhou` |',
      '| account | `uin/100000000001` | root account with the UIN `100000000001` |',
      '`CreateUin` is `100000000002`',
      '`QueueName` is `orders`',
    ]);
  });

  it('says which actions it serves', () => {
    shows(
      resource(
        '"trtc:DismissRoom","trtc:CreateTrtcApp","cvm:TerminateInstances","trtc:*"',
        'qcs::trtc::uin/1:sdk|appid/*',
      ),
      '"qcs::trtc::uin/1:sdkappid/*"',
      [
        'Serves: `trtc:DismissRoom`, `trtc:*` (4 of 7)',
        'Needs `"*"` instead: `trtc:CreateTrtcApp`, `trtc:*` (2 of 7)',
        'Takes other resources: `cvm:TerminateInstances`',
        'Application: all',
      ],
    );
    shows(resource('"mps:ProcessImage"', '*|'), '"*"', ['All resources of all services', 'Serves: `mps:ProcessImage`']);
  });

  it('says what is wrong with its shape', () => {
    shows(resource('"cvm:*"', 'qcs::c|vm'), '"qcs::cvm"', ['this has 3']);
    shows(resource('"cvm:*"', 'qc:|:cvm:::x'), '"qc::cvm:::x"', ['begins with `qcs:`']);
  });

  it('explains a variable under the cursor', () => {
    shows(resource('"cvm:*"', 'qcs::cvm:::instance/${u|in}'), '${uin}', ['Policy variable', 'UIN of the caller']);
    shows(resource('"cvm:*"', 'qcs::cvm:::instance/${U|in}'), '${Uin}', ['CAM documents no such policy variable']);
  });
});

describe('hover on the rest of the language', () => {
  it('explains elements and their values', () => {
    shows('{"ver|sion":"2.0"}', '"version"', ['**`version`** — required', 'Version of the policy syntax']);
    shows('{"version":"3|.0"}', '"3.0"', ['Compatible with 2.0']);
    shows(statement('"eff|ect":"allow"'), '"effect"', ['required']);
    shows(statement('"effect":"de|ny"'), '"deny"', ['whatever else allows them']);
    shows(statement('"principal":{"serv|ice":"x"}'), '"service"', ['host name']);
  });

  it('explains principals', () => {
    const principal = (value: string): string => statement(`"principal":{"qcs":["${value}"]}`);
    shows(principal('qcs::cam::uin/1:ro|ot'), '"qcs::cam::uin/1:root"', ['The root account `1`.']);
    shows(principal('qcs::cam::uin/1:ui|n/2'), '"qcs::cam::uin/1:uin/2"', ['The user `2` of the root account `1`.']);
    shows(statement('"principal":{"service":"scf.|qcloud.com"}'), '"scf.qcloud.com"', ['The service scf']);
    shows(statement('"principal":"|*"'), '"*"', ['Everyone.']);
  });

  it('explains conditions', () => {
    const condition = (value: string): string => statement(`"action":"cvm:RunInstances","condition":${value}`);
    shows(condition('{"ip_e|qual":{}}'), '"ip_equal"', [
      'CIDR',
      'Example: `"ip_equal": { "qcs:ip"',
      '*[Documentation, 2',
    ]);
    shows(condition('{"for_all_value:string_equal_if|_exist":{}}'), '"for_all_value:string_equal_if_exist"', [
      'Also met where the key is missing',
      '`_if_exist`',
    ]);
    shows(condition('{"string_|like":{}}'), '"string_like"', ['"string_like": { "qcs:resource_tag/env": "prod" }']);
    shows(condition('{"for_any_value:string_|like":{}}'), '"for_any_value:string_like"', [
      '{ "qcs:resource_tag": "env&prod" }',
    ]);
    shows(condition('{"String|Like":{}}'), '"StringLike"', [
      'Not an operator of CAM, where it is called `string_like`',
    ]);
    shows(condition('{"ip_equal":{"qcs:|ip":"x"}}'), '"qcs:ip"', ['case-sensitive']);
    shows(condition('{"string_equal":{"cvm:|instance_type":"x"}}'), '"cvm:instance_type"', ['`RunInstances`']);
    shows(condition('{"string_equal":{"no:|such":"x"}}'), '"no:such"', ['The catalogue has no such key']);
    shows(condition('{"ip_equal":{"qcs:ip":"|x"}}'), '"x"', ['**`ip_equal`**', 'Value: ']);
  });

  it('speaks Chinese', () => {
    const context: Context = { ...testContext, locale: 'zh' };
    shows(action('"trtc:Dismiss|Room"'), 'trtc:DismissRoom', ['解散房间', '实时音视频：支持资源级授权。'], context);
    for (const marked of [
      '{"ver|sion":"2.0"}',
      statement('"effect":"de|ny"'),
      statement('"condition":{"ip_e|qual":{}}'),
      statement('"principal":{"qcs":["qcs::cam::uin/1:ro|ot"]}'),
      statement('"resource":"qcs::trtc::uin/1:sdk|appid/*"'),
    ])
      assert.match(hoverAt(marked, context)?.text ?? '', /\p{Script=Han}/u, marked);
  });
});

describe('a hover', () => {
  const hostile = [
    '](command:x)',
    '[a](https://evil.example)',
    '`](command:x)`',
    '```js',
    '<img src=x onerror=alert(1)>',
    '| a | b |',
    'https://evil.example',
    'www.evil.example',
    'a\\nb\\n# c',
    '![x](y)',
    '\\u202e',
  ];

  /** Markdown without its code spans: what is left is read as Markdown. */
  const outside = (markdown: string): string => markdown.replace(/(`+)(?!`).*?[^`]\1(?!`)/gu, '');

  it('shows what comes from the document as text', () => {
    const own = /\]\(https:\/\/(?:www\.tencentcloud\.com|cloud\.tencent\.com|console\.tencentcloud\.com)[^)]*\)/gu;
    for (const evil of hostile) {
      const json = evil.replace(/"/gu, '\\"');
      for (const marked of [
        action(`"mps:${json}*|"`),
        action(`"mps:${json}|"`),
        action(`"|${json}:x"`),
        statement(`"action":"mps:${json}","resource":"qcs::mps:${json}:uin/1|:${json}/*"`),
        statement(`"action":"mps:*","resource":"qcs::trtc::uin/1:sdk|appid/${json}"`),
        statement(`"principal":{"service":"|${json}"}`),
        statement(`"principal":{"qcs":"|qcs::cam::uin/1:roleName/${json}"}`),
        statement(`"condition":{"|${json}":{}}`),
        statement(`"condition":{"string_equal":{"|qcs:resource_tag/${json}":"x"}}`),
        statement(`"condition":{"string_equal":{"x":"|${json}"}}`),
      ]) {
        if (marked.split('|').length !== 2) continue;
        const text = hoverAt(marked)?.text ?? '';
        const rest = outside(text).replace(own, '');
        assert.doesNotMatch(rest, /\]\(|<img|evil\.example|command:/u, `${marked} gives ${text}`);
      }
    }
  });

  it('escapes plain text', () => {
    assert.equal(plain('a [b](c) <d> *e*'), 'a \\[b\\]\\(c\\) \\<d\\> \\*e\\*');
    assert.equal(plain('# a\n# b'), '\\# a # b');
    assert.equal(plain('1. a'), '1\\. a');
    assert.equal(
      commandLink('a', { command: 'x.y', args: ['f(1) "'] }),
      '[a](command:x.y?%5B%22f%281%29%20%5C%22%22%5D)',
    );
    assert.equal(
      plain('see https://x.example, www.x.example, a@x.example'),
      'see https\\://x.example, www\\.x.example, a\\@x.example',
    );
  });
});
