/** `cam-policy explain`, `expand`, `catalogue` and `lsp`, as processes. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../host/install.js';
import { startWire } from '../hostile/wire.js';
import { camPolicy, type RunOptions } from './run.js';

/** A policy with wildcards in the second and third line of its actions. */
const policy = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:RemoveUser",
                 "name/cmqtopic:List*", "cmqqueue:Nothing*"],
      "resource": "*"
    }
  ]
}
`;

interface Expansion {
  readonly patterns: readonly {
    readonly pattern: string;
    readonly path?: string;
    readonly line?: number;
    readonly column?: number;
    readonly count: number;
    readonly actions: Readonly<Record<string, readonly string[]>>;
  }[];
}

describe('cam-policy on names', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-names-'));
    writeFileSync(path.join(folder, 'a.cam.json'), policy);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (args: readonly string[], options: RunOptions = {}) => camPolicy(args, { cwd: folder, ...options });

  it('explains what hover says of the same name in a policy', async () => {
    const uri = pathToFileURL(path.join(folder, 'a.cam.json')).href;
    const wire = await startWire();
    wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cam-policy', version: 1, text: policy } });
    const { result } = await wire.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 5, character: 30 },
    });
    const { contents } = result as { readonly contents: { readonly value: string } };
    await wire.stop();
    assert.match(contents.value, /^trtc:RemoveUser/u);
    assert.deepEqual(await run(['explain', 'trtc:RemoveUser']), {
      code: 0,
      out: `${contents.value}\n`,
      complaints: '',
    });
  });

  it('explains every kind of name, in both languages', async () => {
    const names: readonly (readonly [name: string, en: RegExp, zh: RegExp])[] = [
      ['trtc', /^trtc — Tencent Real-Time Communication\n/u, /^trtc — 实时音视频\n/u],
      ['trtc:Describe*', /^trtc:Describe\* — \d+ actions/u, /^trtc:Describe\* — \d+ 个操作/u],
      ['name/trtc:RemoveUser', /^trtc:RemoveUser — write/u, /^trtc:RemoveUser — 写/u],
      ['*', /^Every action of every service/u, /^所有服务的所有操作/u],
      ['qcs::cos:ap-guangzhou:uid/1250000000:logs-1250000000/*', /^region: ap-guangzhou — Guangzhou/mu, /广州/u],
      ['qcs:ip', /^qcs:ip — IP address/u, /^qcs:ip — .*IP/u],
      ['for_any_value:string_equal', /^for_any_value:string_equal — Equal/u, /^for_any_value:string_equal — /u],
      [
        'invalid-effect',
        /^invalid-effect \(error\): `effect` must be[^]*## Why/u,
        /^invalid-effect（error）：`effect` 只能/u,
      ],
      ['CreateTrtcApp', /^trtc:CreateTrtcApp — /u, /^trtc:CreateTrtcApp — /u],
      ['RunInstances', /^Several services[^]*\n- cvm:RunInstances\n/u, /^多个服务[^]*\n- cvm:RunInstances\n/u],
      ['a.cam.json', /^trtc · /mu, /^trtc · /mu],
    ];
    for (const [name, en, zh] of names)
      for (const [language, expected] of [
        ['en', en],
        ['zh-cn', zh],
      ] as const) {
        const { out, complaints } = await run(['explain', '--lang', language, name]);
        assert.match(out, expected, `${name}: ${out}${complaints}`);
      }
  });

  it('prints the page of a rule in the language that is asked for', async () => {
    const of = async (language: string, ...parts: readonly string[]) => {
      const page = readFileSync(path.join(repository, 'docs', 'rules', ...parts, 'allow-all.md'), 'utf8');
      const { out } = await run(['explain', '--lang', language, 'allow-all']);
      assert.ok(out.endsWith(page.slice(page.indexOf('\n## '))), out);
    };
    await of('en');
    await of('zh-cn', 'zh-cn');
  });

  it('says what it does not know and what may be meant, and explains the rest', async () => {
    const { code, out, complaints } = await run(['explain', 'cvm:RunInstance', 'trtc', 'x\u001b[31m', 'none.json']);
    assert.equal(code, 2);
    assert.match(out, /^trtc — /u);
    assert.match(complaints, /^cam-policy: cvm:RunInstance: not known; perhaps cvm:RunInstances\?\n/u);
    assert.match(complaints, /^cam-policy: x\[U\+001B\]\[31m: neither/mu);
    assert.match(complaints, /none\.json: no such file/u);
    assert.match((await run(['explain'])).complaints, /name an action/u);
  });

  it('expands patterns by what the actions do', async () => {
    const { code, out } = await run(['expand', 'cmqtopic:List*']);
    assert.equal(code, 0);
    assert.match(out, /^cmqtopic:List\*: 3 actions\n {2}list: 3\n {4}cmqtopic:ListSubscriptionByTopic\n/u);
    const nothing = await run(['expand', '--json', 'cmqtopic:Foo*', 'cmqtopic:ListTopic']);
    assert.equal(nothing.code, 1);
    assert.deepEqual(JSON.parse(nothing.out), {
      patterns: [
        { pattern: 'cmqtopic:Foo*', count: 0, actions: {} },
        { pattern: 'cmqtopic:ListTopic', count: 1, actions: { list: ['cmqtopic:ListTopic'] } },
      ],
    });
  });

  it('expands every action of every service, as many as the catalogue counts', async () => {
    const { patterns } = JSON.parse((await run(['expand', '--json', '*'])).out) as Expansion;
    const { actions } = JSON.parse((await run(['catalogue', '--json'])).out) as { readonly actions: number };
    assert.equal(patterns[0]?.count, actions);
    assert.equal(patterns.flatMap((one) => Object.values(one.actions).flat()).length, actions);
  });

  it('expands the wildcards of a file, with their places', async () => {
    for (const [args, options, name] of [
      [['a.cam.json'], {}, 'a.cam.json'],
      [['-'], { input: policy }, '-'],
    ] as const) {
      const { code, out } = await run(['expand', '--json', ...args], options);
      const { patterns } = JSON.parse(out) as Expansion;
      assert.equal(code, 1);
      assert.deepEqual(
        patterns.map(({ pattern, path: file, line, column, count }) => [pattern, file, line, column, count]),
        [
          ['name/cmqtopic:List*', name, 7, 18, 3],
          ['cmqqueue:Nothing*', name, 7, 41, 0],
        ],
      );
    }
    assert.match((await run(['expand', 'a.cam.json'])).out, /^a\.cam\.json:7:18 name\/cmqtopic:List\*: 3 actions\n/u);
  });

  it('says what cannot be expanded', async () => {
    const { code, complaints } = await run(['expand', 'nosuch:*', 'permid/280655', 'what ever', 'none.json']);
    assert.equal(code, 2);
    assert.match(complaints, /nosuch:\*: the service is not known/u);
    assert.match(complaints, /permid\/280655: a numbered set/u);
    assert.match(complaints, /what ever: no such file/u);
    assert.match(complaints, /none\.json: no such file/u);
  });

  it('tells what the catalogue holds and from where', async () => {
    const all = JSON.parse((await run(['catalogue', '--json'])).out) as {
      readonly date: string;
      readonly actions: number;
      readonly access: Readonly<Record<string, number>>;
      readonly levels: Readonly<Record<string, number>>;
      readonly services: readonly { readonly service: string; readonly actions: number }[];
    };
    const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
    assert.match(all.date, /^\d{4}-\d\d-\d\d$/u);
    assert.equal(sum(Object.values(all.access)), all.actions);
    assert.equal(sum(Object.values(all.levels)), all.actions);
    assert.equal(sum(all.services.map(({ actions }) => actions)), all.actions);
    const { out } = await run(['catalogue']);
    assert.equal(out.split('\n').length, all.services.length + 6);
    const service = await run(['catalogue', 'TRTC']);
    assert.match(service.out, /^trtc — [^]*\nSources:\n {2}2026-\d\d[^\n]*\n/u);
    assert.match((await run(['catalogue', '--lang=zh-cn', 'trtc'])).out, /^trtc — 实时音视频：\d+ 个操作\n/u);
    const unknown = await run(['catalogue', 'trtcc']);
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
    assert.match(unknown.complaints, /not known; perhaps trtc/u);
  });

  it('starts the language server, which takes what editors add', async () => {
    const command = [
      process.execPath,
      path.join(repository, 'dist', 'cli.js'),
      'lsp',
      '--stdio',
      '--clientProcessId=1',
    ] as const;
    const wire = await startWire({ command });
    assert.ok(wire.initialized.result);
    assert.equal(await wire.stop(), 0);
    const { code, out, complaints } = await run(['lsp']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(complaints, /--stdio/u);
    const french = await run(['lsp', '--stdio', '--lang', 'fr']);
    assert.deepEqual([french.code, french.out], [2, '']);
    assert.match(french.complaints, /en, zh-cn/u);
  });

  it('starts it in the language of --lang for an editor that does not say its own', async () => {
    const uri = 'file:///a.cam.json';
    const said = async (locale?: string): Promise<string> => {
      const cli = path.join(repository, 'dist', 'cli.js');
      const wire = await startWire({
        command: [process.execPath, cli, 'lsp', '--stdio', '--lang', 'zh-CN'],
        ...(locale !== undefined && { locale }),
      });
      wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cam-policy', version: 1, text: '{' } });
      const { diagnostics } = await wire.published(uri);
      await wire.stop();
      return diagnostics.map(({ message }) => message).join('\n');
    };
    assert.match(await said(), /[\u4e00-\u9fff]/u);
    assert.doesNotMatch(await said('en'), /[\u4e00-\u9fff]/u);
  });
});
