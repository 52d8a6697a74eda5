/** What a document says is shown, never obeyed: no link, picture, command or HTML of a document's own gets into what the client renders as Markdown. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  CompletionRequest,
  CompletionResolveRequest,
  DocumentLinkRequest,
  HoverRequest,
  type CompletionList,
  type MarkupContent,
} from 'vscode-languageserver';
import { connect, type TestClient } from './connection.js';
import { asMuchAs, sampleOf } from './sampling.js';

interface MarkdownToken {
  readonly type: string;
  readonly children: readonly MarkdownToken[] | null;
  attrGet(name: string): string | null;
}
type MarkdownIt = new (options: object) => { parse(text: string, environment: object): readonly MarkdownToken[] };

// The packaging tool brings a reader of Markdown; HTML and bare addresses are read too, so that nothing hides in them.
const load = createRequire(path.resolve('node_modules/@vscode/vsce/package.json'));
const reader = new (load('markdown-it') as MarkdownIt)({ html: true, linkify: true });

/** The active parts of a Markdown text that are not our own links to the documentation. */
function activeIn(markdown: string): readonly string[] {
  const own =
    /^https:\/\/(?:www\.tencentcloud\.com|(?:console\.)?cloud\.tencent\.com|console\.(?:cloud\.tencent|tencentcloud)\.com)\//u;
  const found: string[] = [];
  const walk = (tokens: readonly MarkdownToken[]): void => {
    for (const token of tokens) {
      const href = token.attrGet('href') ?? '';
      if (token.type === 'link_open' && !own.test(href)) found.push(`link ${href}`);
      if (/^(?:image|html_inline|html_block)$/u.test(token.type)) found.push(token.type);
      walk(token.children ?? []);
    }
  };
  walk(reader.parse(markdown, {}));
  return found;
}

const payloads = [
  '](command:workbench.action.terminal.new)',
  '[a](command:x)',
  '[a](https://evil.com)',
  '![a](https://evil.com/x.png)',
  '`](command:x)`',
  '``` \n[a](command:x)',
  '\n\n[a](command:x)\n\n',
  '<img src=x onerror=alert(1)>',
  '<a href="command:x">y</a>',
  '\n<script>x</script>\n',
  '<command:x>',
  '<https://evil.com>',
  'https://evil.com',
  'www.evil.com',
  'me@evil.com',
  '| [a](command:x) |',
  '[a]: command:x\n\n[a]',
  '\\](command:x)',
  '$(terminal)[a](javascript:alert(1))',
];

/** A policy with `evil` in every place that a person fills in. */
const policies = (evil: string): readonly string[] =>
  [
    {
      version: evil,
      [evil]: 1,
      principal: { [evil]: evil, qcs: [evil, `qcs::cam::uin/1:uin/${evil}`] },
      statement: [
        {
          sid: evil,
          [evil]: evil,
          effect: evil,
          action: [evil, `${evil}:Do`, `mps:${evil}`, `mps:${evil}*`, `name/trtc:${evil}`],
          resource: [
            evil,
            `qcs::${evil}:gz:uin/1:${evil}/*`,
            `qcs::trtc::uin/${evil}:sdkappid/${evil}`,
            `qcs::cvm:${evil}:uin/1:\${${evil}}/x`,
          ],
          condition: {
            [evil]: { [evil]: evil },
            string_equal: { [evil]: evil, 'qcs:tag': evil, [`qcs:resource_tag/${evil}`]: [evil] },
            ip_equal: { 'qcs:ip': evil },
          },
        },
      ],
    },
  ].map((policy) => JSON.stringify(policy));

describe('what a document holds', () => {
  let client: TestClient;
  before(async () => {
    client = await connect({
      capabilities: {
        textDocument: {
          diagnostic: {},
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { documentationFormat: ['markdown'] } },
        },
      },
    });
  });
  after(() => client.end());

  it('is found where it gets through', () => {
    for (const payload of payloads.filter((text) => !/^(?:\]|`|\\|\$)/u.test(text)))
      assert.notDeepEqual(activeIn(payload), [], payload);
    assert.notDeepEqual(activeIn(`[${payloads[0] ?? ''}`), []);
    assert.deepEqual(activeIn('`[a](command:x)` [b](https://www.tencentcloud.com/document) **c**'), []);
  });

  it('is no link, picture, command or HTML in any hover, and none of its links are offered', async () => {
    const tried = sampleOf(payloads, 10);
    const seen = new Set<string>();
    let hovers = 0;
    for (const payload of tried)
      for (const text of policies(payload)) {
        const uri = await client.open(text);
        const textDocument = { uri };
        // Hovers are about whole strings or their segments: every fifth place meets them all.
        for (let character = 0; character <= text.length; character += asMuchAs(5, 11)) {
          const found = await client.connection.sendRequest(HoverRequest.type, {
            textDocument,
            position: { line: 0, character },
          });
          if (!found) continue;
          hovers++;
          const { kind, value } = found.contents as MarkupContent;
          assert.equal(kind, 'markdown');
          if (!seen.has(value)) assert.deepEqual(activeIn(value), [], `${payload} in ${value}`);
          seen.add(value);
        }
        const links = (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
        for (const { target = '' } of links) assert.match(target, /^https:\/\/[\w.]*(?:tencent|tencentcloud)\.com\//u);
        await client.close(uri);
      }
    assert.ok(hovers > tried.length * 20, `only ${hovers} hovers`);
  });

  it('is no link, picture, command or HTML in what completions tell', async () => {
    const { connection } = client;
    for (const payload of sampleOf(payloads, 10)) {
      const evil = JSON.stringify(payload).slice(1, -1);
      for (const before of [
        `{"statement":[{"action":["mps:${evil}","`,
        `{"statement":[{"action":["mps:`,
        `{"statement":[{"action":["${evil}:`,
        `{"statement":[{"action":["mps:${evil}"],"resource":["qcs::mps:`,
        `{"statement":[{"action":["mps:*"],"resource":["qcs::trtc::uin/1:sdkappid/${evil}","qcs::trtc::uin/1:sdkappid/`,
        `{"statement":[{"condition":{"${evil}":{"`,
      ]) {
        const uri = await client.open(`${before}"`);
        const position = { line: 0, character: before.length };
        const list = (await connection.sendRequest(CompletionRequest.type, {
          textDocument: { uri },
          position,
        })) as CompletionList | null;
        for (const item of (list?.items ?? []).slice(0, 3)) {
          const data: unknown = item.data ?? list?.itemDefaults?.data;
          const { documentation } = await connection.sendRequest(CompletionResolveRequest.type, {
            ...item,
            ...(data ? { data } : {}),
          });
          if (typeof documentation === 'object')
            assert.deepEqual(
              [documentation.kind, activeIn(documentation.value)],
              ['markdown', []],
              documentation.value,
            );
        }
        await client.close(uri);
      }
    }
  });
});
