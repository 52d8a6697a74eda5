/** Questions about access, over the wire. */
import assert from 'node:assert/strict';
import { CodeLensRequest, type WorkspaceEdit } from 'vscode-languageserver';
import type { AccessAnswer, AccessChoice, AccessComparison, AccessExplanation } from '../../protocol/access.js';
import type { KeptUsed } from '../../protocol/answers.js';
import { commands, requests } from '../../protocol/names.js';
import { connect, type TestClient } from './connection.js';
import { blockOf } from './marked-host.js';

const policy = `{"version":"2.0","statement":[
{"effect":"allow","action":"mps:*","resource":"*"},
{"effect":"deny","action":"mps:EditMedia","resource":"*"}]}`;

/** A policy in Terraform. */
const block = (name: string, text: string): string =>
  `resource "tencentcloud_cam_policy" "${name}" {\n  document = <<EOF\n${text}\nEOF\n}\n`;

let client: TestClient;

describe('access over the protocol', () => {
  afterEach(() => client.end());

  it('is explained, asked about, and told in lenses that run the client’s command', async () => {
    client = await connect({ initializationOptions: { commands: [commands.explain] } });
    assert.ok(client.initialized.capabilities.codeLensProvider);
    const textDocument = { uri: await client.open(policy) };
    const { connection } = client;
    const explained = await connection.sendRequest<AccessExplanation>(requests.explain, { textDocument });
    assert.match(explained.markdown, /except `EditMedia`: denied by statement 2/u);
    const answer = await connection.sendRequest<AccessAnswer>(requests.can, { textDocument, action: 'mps:EditMedia' });
    assert.deepEqual([answer.verdict, answer.answer.range?.start.line], ['denied', 2]);
    const choices = await connection.sendRequest<readonly AccessChoice[]>(requests.canChoices, { textDocument });
    assert.ok(choices.some(({ value }) => value === 'mps:EditMedia'));
    assert.ok(choices.some(({ description = '' }) => / · [A-Z].+\.$/u.test(description)));
    const lenses = (await connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.command]),
      [
        [0, commands.explain],
        [1, commands.explain],
        [2, commands.explain],
      ],
    );
  });

  it('is compared with another text', async () => {
    client = await connect();
    const textDocument = { uri: await client.open(policy) };
    const ask = (other: string): Promise<AccessComparison> =>
      client.connection.sendRequest(requests.compare, { textDocument, with: other });
    const same = await ask(policy);
    assert.deepEqual([same.gained, same.lost, same.short], ['none', 'none', 'allows the same']);
    assert.deepEqual(await ask(`\ufeff${policy}`), same, 'with a byte order mark');
    const less = await ask(policy.replace('mps:EditMedia', 'mps:ProcessMedia'));
    assert.deepEqual([less.gained, less.lost], ['some', 'some']);
    assert.match(
      less.short,
      /newly allows mps:ProcessMedia on all resources; no longer allows mps:EditMedia on all resources/u,
    );
    assert.match(less.markdown, /^# What changes in .*\n\n## Newly allowed\n\n- `mps:ProcessMedia` among `mps:\*`/u);
  });

  it('is compared with one of several policies of another text', async () => {
    client = await connect();
    const textDocument = { uri: await client.open(policy) };
    const other = block('first', policy.replace('mps:EditMedia', 'mps:ProcessMedia')) + block('second', policy);
    const ask = (more: object): Promise<AccessComparison> =>
      client.connection.sendRequest(requests.compare, { textDocument, with: other, name: 'main.tf', ...more });
    assert.deepEqual((await ask({})).others, ['first', 'second']);
    assert.equal((await ask({})).gained, 'some');
    assert.equal((await ask({ which: 1 })).gained, 'none');
    assert.equal((await ask({ which: null })).gained, 'some');
    for (const which of [2, -1, 0.5, 'x']) assert.equal(await ask({ which }), null, `nothing at ${which}`);
    assert.equal((await ask({ with: '', which: 2 })).gained, 'some');
  });

  it('is not compared while it is half-written', async () => {
    client = await connect();
    for (const text of [policy.slice(0, -2), policy.replace('"deny"', '"den"'), '']) {
      const textDocument = { uri: await client.open(text, `file:///half-${text.length}.cam.json`) };
      assert.equal(await client.connection.sendRequest(requests.compare, { textDocument, with: policy }), null);
    }
  });

  it('is told in the client’s language, without commands that it does not have', async () => {
    client = await connect({ locale: 'zh-cn' });
    const textDocument = { uri: await client.open(policy) };
    const [lens] = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    assert.match(lens?.command?.title ?? '', /^本策略允许 8 个已知操作：mps（/u);
    assert.equal(lens?.command?.command, '');
    const answer = await client.connection.sendRequest<AccessAnswer>(requests.can, {
      textDocument,
      action: 'mps:EditMedia',
    });
    assert.equal(answer.answer.text, '拒绝（语句 2）。');
  });

  it('is narrowed to what is used, or says why not', async () => {
    client = await connect();
    const text = '{"version":"2.0","statement":[{"effect":"allow","action":["mps:*"],"resource":"*"}]}';
    const textDocument = { uri: await client.open(text, 'file:///used.cam.json') };
    const ask = (used: string): Promise<KeptUsed<WorkspaceEdit> | null> =>
      client.connection.sendRequest(requests.leastPrivilege, { textDocument, used });
    const kept = await ask('mps:EditMedia\nsms:SendSms');
    assert.match(JSON.stringify(kept?.edit), /mps:EditMedia/u);
    assert.match(kept?.text ?? '', /sms:SendSms/u);
    assert.equal((await ask('sms:SendSms'))?.edit, undefined);
    assert.equal((await ask(''))?.edit, undefined);
  });

  it('is asked about one of several policies of a document, with ranges of the document', async () => {
    client = await connect();
    const text = `first\n${blockOf('{"statement":[]}')}\nsecond\n${blockOf(policy)}\n`;
    const textDocument = { uri: await client.open(text, 'file:///several.marked', 'marked') };
    const ask = (more: object): Promise<AccessAnswer | null> =>
      client.connection.sendRequest(requests.can, { textDocument, action: 'mps:EditMedia', ...more });
    assert.equal((await ask({}))?.verdict, 'not-allowed');
    const second = await ask({ policy: 1 });
    assert.equal(second?.verdict, 'denied');
    const line = text.split('\n').findIndex((each) => each.includes('deny'));
    assert.equal(second.answer.range?.start.line, line);
    assert.equal(await ask({ policy: 7 }), null);
    const outside = { line: 0, character: 0 };
    assert.equal(await ask({ position: outside }), null);
    assert.equal((await ask({ position: outside, policy: 1 }))?.verdict, 'denied');
    assert.equal((await ask({ position: { line, character: 0 }, policy: 0 }))?.verdict, 'denied');
    const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    assert.deepEqual(lenses.find(({ range }) => range.start.line === line)?.command?.arguments, [1]);
  });

  it('is compared with what it was, in a document of several policies', async () => {
    client = await connect();
    const wide = policy.replace('mps:EditMedia', 'mps:ProcessMedia');
    const text = block('new', policy) + block('first', policy) + block('second', wide);
    const textDocument = { uri: await client.open(text, 'file:///main.tf', 'terraform') };
    const ask = (index: number, before: string): Promise<AccessComparison> =>
      client.connection.sendRequest(requests.compare, { textDocument, policy: index, with: before, earlier: true });
    const before = block('first', policy) + block('second', policy);
    assert.deepEqual([(await ask(1, before)).gained, (await ask(2, before)).gained], ['none', 'some']);
    assert.equal((await ask(0, before)).gained, 'some', 'a new one');
    const twins = block('first', policy) + block('first', wide) + block('second', wide);
    assert.equal((await ask(1, twins)).lost, 'some', 'of two with the name the one in its place');
    const { at } = await ask(2, before);
    assert.equal(text.split('\n')[at.start.line]?.slice(at.start.character, at.start.character + 10), '{"version"');
  });

  it('is compared with what it was in a document that only the editor knows the language of', async () => {
    client = await connect();
    const fence = (text: string): string => `# Notes\n\n\`\`\`json\n${text}\n\`\`\`\n`;
    const wide = policy.replace(/,\n\{"effect":"deny".*\}\]/u, ']');
    for (const [uri, languageId, written] of [
      ['file:///notes.txt', 'markdown', fence],
      ['untitled:Untitled-1', 'markdown', fence],
      ['file:///a.tftpl', 'terraform', (text: string) => block('a', text)],
    ] as const) {
      const textDocument = { uri: await client.open(written(policy), uri, languageId) };
      const ask = (before: string): Promise<AccessComparison> =>
        client.connection.sendRequest(requests.compare, { textDocument, with: written(before), earlier: true });
      const [same, less] = [await ask(policy), await ask(wide)];
      assert.deepEqual([same.gained, same.lost, less.gained, less.lost], ['none', 'none', 'none', 'some'], uri);
    }
  });
});
