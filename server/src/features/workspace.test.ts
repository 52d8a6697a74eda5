import assert from 'node:assert/strict';
import { documentAt, documentOf, edited, testContext, textIn } from '../../test/documents.js';
import type { HostDocument } from './document.js';
import { mentionAtPosition, references } from './mentions.js';
import { prepareRename, refuseName, rename } from './rename.js';
import { workspaceFacts, type WorkspaceFacts } from './workspace-facts.js';
import { workspaceSymbols } from './workspace-symbols.js';

const statement = (action: string, resource: string): string =>
  `{"statement":[{"effect":"allow","action":["${action}"],"resource":["${resource}"]}]}`;
const factsOf = (document: HostDocument): WorkspaceFacts => workspaceFacts(document, 'en');

/** A workspace of the document with the cursor and others. */
function workspaceOf(marked: string, ...others: readonly string[]) {
  const { document, policy, position } = documentAt(marked);
  const documents = [
    document,
    ...others.map((text, index) => documentOf(text, { uri: `file:///policies/${index}.cam.json` })),
  ];
  return { policy, position, documents, files: documents.map(factsOf) };
}

describe('references', () => {
  const found = (marked: string, ...others: readonly string[]): string[] => {
    const { policy, position, documents, files } = workspaceOf(marked, ...others);
    const target = mentionAtPosition(policy, position);
    return !target
      ? []
      : references(target, files).map(({ uri, range }) => {
          const other = documents.find((each) => each.uri === uri);
          return other ? textIn(other, range) : '';
        });
  };

  it('find an action wherever it is named or meant by a pattern', () => {
    assert.deepEqual(
      found(
        statement('mps:Edit|Media', '*'),
        statement('name/mps:EditMedia', '*'),
        statement('mps:E*', '*'),
        statement('trtc:*', '*'),
      ),
      ['mps:EditMedia', 'mps:EditMedia', 'mps:E*'],
    );
  });

  it('find an account and an id', () => {
    const there = statement('a:B', 'qcs::trtc::uin/100:sdkappid/14');
    assert.deepEqual(found(statement('a:B', 'qcs::trtc::uin/1|00:x/y'), there), ['100', '100']);
    assert.deepEqual(found(statement('a:B', 'qcs::trtc:::sdkappid/1|4'), there), ['14', '14']);
  });

  it('find nothing where nothing is named', () => {
    assert.deepEqual(found('{"|statement":[]}'), []);
  });
});

describe('rename', () => {
  /** The texts of all files after the rename, or why it is refused. */
  function renamed(newName: string, marked: string, ...others: readonly string[]): readonly string[] | string {
    const { policy, position, documents, files } = workspaceOf(marked, ...others);
    const { target, refusal } = prepareRename(policy, position, testContext);
    if (!target) return refusal;
    const refused = refuseName(target, newName, testContext);
    if (refused !== undefined) return refused;
    const { changes = {} } = rename(target, newName, files);
    return documents.map((each) => edited(each, changes[each.uri] ?? []));
  }

  it('changes an account number in all policies', () => {
    assert.deepEqual(
      renamed(
        '200',
        statement('a:B', 'qcs::trtc::uin/1|00:x/y'),
        statement('a:B', 'qcs::a::uin/100:q/uin/100/z'),
        '{}',
      ),
      [statement('a:B', 'qcs::trtc::uin/200:x/y'), statement('a:B', 'qcs::a::uin/200:q/uin/200/z'), '{}'],
    );
  });

  it('changes an id, and a bucket only to what can be one', () => {
    assert.deepEqual(
      renamed(
        'new',
        statement('a:B', 'qcs::cmqqueue:::queueName/o|ld'),
        statement('a:B', 'qcs::cmqtopic:::queueName/old'),
      ),
      [statement('a:B', 'qcs::cmqqueue:::queueName/new'), statement('a:B', 'qcs::cmqtopic:::queueName/old')],
    );
    const bucket = statement('a:B', 'qcs::cos::uid/1250000000:lo|gs-1250000000/x');
    assert.deepEqual(renamed('data-1250000000', bucket), [
      statement('a:B', 'qcs::cos::uid/1250000000:data-1250000000/x'),
    ]);
    assert.match(String(renamed('data', bucket)), /examplebucket-1250000000/u);
  });

  it('changes the APPID in buckets too', () => {
    assert.deepEqual(renamed('1', statement('a:B', 'qcs::cos::uid/125|0000000:logs-1250000000/x')), [
      statement('a:B', 'qcs::cos::uid/1:logs-1/x'),
    ]);
  });

  it('refuses what would break or widen a policy', () => {
    const account = statement('a:B', 'qcs::trtc::uin/1|00:x/y');
    for (const name of ['', '*', '1a', '1"', '${uin}']) assert.match(String(renamed(name, account)), /digits/u, name);
    const id = statement('a:B', 'qcs::trtc:::sdkappid/1|4');
    for (const name of ['', '*', 'a*', 'a:b', 'a/b', 'a"', 'a b', '\\'])
      assert.match(String(renamed(name, id)), /letters/u, name);
    assert.match(String(renamed('x', statement('a|:B', '*'))), /Only account numbers/u);
  });
});

describe('workspace symbols', () => {
  const files = [statement('mps:EditMedia', 'qcs::mps::uin/1:vts/*'), statement('trtc:*', '*')].map((text, index) =>
    factsOf(documentOf(text, { uri: `file:///p/${index}%20.cam.json` })),
  );
  const found = (query: string): string[] =>
    workspaceSymbols(query, files).map(({ name, containerName = '' }) => `${containerName}: ${name}`);

  it('find statements, actions and resources, nearest first', () => {
    assert.deepEqual(found('mps:ed'), [
      '0 .cam.json: mps:EditMedia',
      '0 .cam.json: allow mps:EditMedia on qcs::mps::uin/1:vts/*',
    ]);
    assert.deepEqual(found('alltrtc'), ['1 .cam.json: allow trtc:* on *']);
    assert.deepEqual(found('vts/*').length, 2);
    assert.deepEqual(found('zzz'), []);
  });

  it('are bounded', () => {
    const many = Array.from({ length: 400 }, () => files).flat();
    assert.equal(workspaceSymbols('', many).length, 500);
  });
});
