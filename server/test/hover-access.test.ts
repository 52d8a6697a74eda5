/** What hovers add on access: conditions, denials, and what is not reached; nothing where an action is plainly allowed. */
import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../src/features/hover/index.js';
import { documentAt, testContext } from './documents.js';

const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;
const allow = (action: string, more = '"resource":"*"'): string => `{"effect":"allow","action":[${action}],${more}}`;
const deny = (action: string, more = '"resource":"*"'): string => allow(action, more).replace('allow', 'deny');
const on = (...ids: readonly string[]): string => `"resource":[${ids.map((id) => `"${app(id)}"`).join()}]`;
const fromOffice = '"resource":"*","condition":{"ip_equal":{"qcs:ip":"10.0.0.0/8"}}';

/** The paragraphs of the hover at the mark. */
function paragraphs(locale: 'en' | 'zh', statements: readonly string[]): readonly string[] {
  const context = { ...testContext, locale };
  const { policy, position } = documentAt(`{"version":"2.0","statement":[${statements.join()}]}`, { context });
  const found = hover(policy, position, context);
  return found ? (found.contents as MarkupContent).value.split('\n\n') : [];
}

/** What is said of access; undefined: nothing. */
const said = (...statements: readonly string[]): string | undefined =>
  paragraphs('en', statements).find((one) => one.startsWith('*In this policy*'));

describe('access in hovers', () => {
  it('is silent where an action is plainly allowed, or where nothing is certain', () => {
    for (const statements of [
      [allow('"trtc:Dismiss|Room"')],
      [allow('"trtc:Dismiss|Room"'), deny('"trtc:RemoveUser"')],
      [allow('"trtc:Dismiss|Room"', on('1')), deny('"trtc:DismissRoom"', on('2'))],
      [allow('"trtc:Dismiss|Room"', fromOffice), allow('"trtc:*"')],
      [deny('"trtc:Dismiss|Room"')],
      [`{"action":"trtc:Dismiss|Room","resource":"*"}`],
    ])
      assert.equal(said(...statements), undefined, statements.join());
  });

  it('leaves the first line first', () => {
    const [first, second] = paragraphs('en', [allow('"trtc:Dismiss|Room"', fromOffice)]);
    assert.match(first ?? '', /^\*\*`trtc:DismissRoom`\*\* — /u);
    assert.equal(second, '*In this policy*: allowed if `qcs:ip` is in `10.0.0.0/8`');
    assert.equal(
      paragraphs('zh', [allow('"trtc:Dismiss|Room"', fromOffice)])[1],
      '*在本策略中*：满足以下条件时允许：`qcs:ip` 在 `10.0.0.0/8` 内',
    );
  });

  it('names the statement that denies, and where', () => {
    const twice = on('1', '2');
    assert.equal(
      said(allow('"trtc:Remove|User"', twice), deny('"trtc:RemoveUser"', on('1'))),
      `*In this policy*: denied for \`${app('1')}\` by statement 2`,
    );
    assert.equal(
      said(allow('"trtc:Remove|User","trtc:DismissRoom"'), deny('"trtc:Rem*"')),
      '*In this policy*: denied by statement 2',
    );
    assert.equal(said(allow('"trtc:Remove|User"', fromOffice), deny('"*"')), '*In this policy*: denied by statement 2');
    assert.equal(
      said(allow('"trtc:|*"', fromOffice), deny('"trtc:RemoveUser"', on('1'))),
      `*In this policy*: allowed if \`qcs:ip\` is in \`10.0.0.0/8\`; \`RemoveUser\` denied for \`${app('1')}\` by statement 2`,
    );
    assert.equal(
      said(allow('"trtc:Remove|User"'), deny('"trtc:RemoveUser"', fromOffice)),
      '*In this policy*: denied if `qcs:ip` is in `10.0.0.0/8` by statement 2',
    );
  });

  it('says of which service the denied actions are, where the action or the statement is of several', () => {
    for (const [statements, expected] of [
      [[allow('"|*"'), deny('"trtc:*"')], /^every action \(.*\) of `trtc` denied by statement 2$/u],
      [[allow('"|*"'), deny('"trtc:RemoveUser"')], /^`RemoveUser` of `trtc` denied by statement 2$/u],
      [[allow('"*:Re|*","*:Dismiss*"'), deny('"trtc:*User","trtc:DismissRoom"')], /^`RemoveUser` of `trtc` denied/u],
      [
        [allow('"trtc:*","mps:*"', '"resource":"|*"'), deny('"trtc:RemoveUser"')],
        /^`RemoveUser` of `trtc` denied by statement 2$/u,
      ],
    ] as const)
      assert.match(
        said(...statements)
          ?.split(': ')
          .slice(1)
          .join(': ') ?? '',
        expected,
      );
  });

  it('says which statement the condition is of, where another allows it too', () => {
    assert.equal(
      said(allow('"trtc:Remove|User"', fromOffice), allow('"trtc:*"', on('1'))),
      '*In this policy*: allowed by this statement if `qcs:ip` is in `10.0.0.0/8`',
    );
  });

  it('says what is not reached, unless another statement reaches it', () => {
    assert.match(
      said(allow('"trtc:CreateTrtc|App"', on('1'))) ?? '',
      /not allowed: CAM asks about `CreateTrtcApp` with the resource `\*` only/u,
    );
    assert.equal(said(allow('"trtc:CreateTrtc|App"', on('1')), allow('"trtc:CreateTrtcApp"')), undefined);
  });

  it('is about the resource at the cursor', () => {
    const text = allow('"trtc:*"', on('1', '2'));
    const denied = deny('"trtc:RemoveUser"', on('1'));
    assert.equal(
      said(text.replace('sdkappid/1', 'sdk|appid/1'), denied)?.split(': ').slice(1).join(),
      '`RemoveUser` denied by statement 2',
    );
    assert.equal(said(text.replace('sdkappid/2', 'sdk|appid/2'), denied), undefined);
  });

  it('is about the tests of the condition key at the cursor', () => {
    const marked = fromOffice.replace('qcs:ip', 'qcs:|ip');
    assert.equal(
      said(allow('"trtc:*"', marked)),
      '*In this policy*: allowed by this statement if `qcs:ip` is in `10.0.0.0/8`',
    );
    assert.equal(said(deny('"trtc:*"', marked)), '*In this policy*: denied if `qcs:ip` is in `10.0.0.0/8`');
  });

  it('is bounded', () => {
    const many = Array.from({ length: 30 }, (_, index) => deny('"trtc:RemoveUser"', on(String(index))));
    const found = said(allow('"trtc:Remove|User"'), ...many) ?? '';
    assert.equal(found.match(/by statement/gu)?.length, 3);
    assert.match(found, /; further statements deny more of it$/u);
  });
});
