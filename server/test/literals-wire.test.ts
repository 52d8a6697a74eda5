/** Policies in strings of programs, over the wire. */
import assert from 'node:assert/strict';
import {
  DocumentDiagnosticRequest,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Literal } from '../../protocol/literals.js';
import { requests } from '../../protocol/names.js';
import { connect, type TestClient } from './connection.js';

const text = `\`{"version":"2.0","statement":[{"effect":"allow","action":"mps:\${name}","resource":"qcs::mps:\${region}:uin/1:x/y"}]}\``;

describe('policies in strings of programs, over the wire', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
  });
  afterEach(() => client.end());

  const ask = <Answer>(method: string, params: object): Promise<Answer> =>
    client.connection.sendRequest(method, params);
  const codes = async (uri: string): Promise<readonly unknown[]> => {
    const report: DocumentDiagnosticReport = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    return (report as FullDocumentDiagnosticReport).items.map(({ code }) => code);
  };

  it('are read, said to have parts that only the program knows, and written', async () => {
    const literal = await ask<Literal>(requests.readLiteral, { text, language: 'javascript' });
    assert.equal(literal.text, text.slice(1, -1));
    const uri = await client.open(literal.text);
    assert.ok((await codes(uri)).includes('unknown-variable'));
    assert.equal(await ask(requests.setOrigin, { textDocument: { uri }, form: literal.form }), null);
    assert.ok(!(await codes(uri)).includes('unknown-variable'));
    const written = await ask(requests.writeLiteral, { text: literal.text, form: literal.form });
    assert.deepEqual(written, { text });
    // What is opened again is another document.
    await client.close(uri);
    await client.open(literal.text, uri);
    assert.ok((await codes(uri)).includes('unknown-variable'));
  });

  it('are written for a language, and found where none is told', async () => {
    const written = await ask(requests.writeLiteral, { text: '{"a": "\\""}', language: 'other' });
    assert.deepEqual(written, { text: String.raw`"{\"a\": \"\\\"\"}"` });
    const found = await ask<Literal>(requests.readLiteral, {
      text: `{'version': '2.0', 'statement': []}`,
      language: '',
    });
    assert.equal(found.text, '{"version": "2.0", "statement": []}');
  });

  it('are not there for whoever asks wrongly', async () => {
    for (const params of [{}, { text: 1 }, { text: 'x', language: 'go' }, { text, language: 1 }])
      if (params.text !== text) assert.equal(await ask(requests.readLiteral, params), null);
    for (const params of [{}, { text }, { text, form: { kind: 'string' } }, { text, language: 'cobol' }])
      assert.equal(await ask(requests.writeLiteral, params), null);
    assert.equal(await ask(requests.setOrigin, { textDocument: 1, form: {} }), null);
  });
});
