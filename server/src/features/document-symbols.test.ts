import assert from 'node:assert/strict';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { documentOf, testContext, textIn } from '../../test/documents.js';
import { asMuchAs } from '../../test/sampling.js';
import { documentSymbols, flatSymbols } from './document-symbols.js';

const symbols = (text: string): DocumentSymbol[] => documentSymbols(documentOf(text), testContext);
const names = (all: readonly DocumentSymbol[] = []): string[] => all.map(({ name }) => name);

describe('document symbols', () => {
  const policy = `{"version":"2.0","statement":[
    {"effect":"allow","action":["mps:Describe*"],"resource":"*"},
    {"effect":"deny","action":["name/mps:EditMedia","mps:ManageTask"],"resource":["qcs::mps::uin/1:vts/*"],"condition":{"ip_equal":{"qcs:ip":["10.0.0.0/8"]}}}]}`;

  it('title statements by what they do', () => {
    assert.deepEqual(names(symbols(policy)), [
      'version',
      'allow mps:Describe* on *',
      'deny mps:EditMedia +1 on qcs::mps::uin/1:vts/*',
    ]);
  });

  it('hold the elements of a statement and their strings', () => {
    const [, , second] = symbols(policy);
    assert.deepEqual(names(second?.children), ['effect', 'action', 'resource', 'condition']);
    assert.deepEqual(names(second?.children?.[1]?.children), ['name/mps:EditMedia', 'mps:ManageTask']);
    const operator = second?.children?.[3]?.children?.[0];
    assert.equal(operator?.name, 'ip_equal');
    assert.deepEqual(names(operator.children?.[0]?.children), ['10.0.0.0/8']);
  });

  it('stay short, and have names even where a policy has none', () => {
    const long = `{"statement":{"effect":"allow","action":"mps:${'a'.repeat(300)}","resource":"qcs::${'b'.repeat(300)}"}}`;
    const [only] = symbols(long);
    assert.ok(only && only.name.length < 140, only?.name);
    assert.deepEqual(names(symbols('{"statement":[{},{"action":[]}]}')), ['new statement', 'new statement']);
    assert.deepEqual(names(symbols('{"statement":[{"effect":"allow"}]}')), ['allow ?']);
    assert.deepEqual(names(symbols('{"":1}')), ['""']);
  });

  it('show the statements once, whatever else is named so, and not without end', () => {
    const document = documentOf('{"statement":[{},{}],"statement":[{}],"statement":1}');
    assert.deepEqual(
      documentSymbols(document, testContext).map(({ kind }) => kind === SymbolKind.Class),
      [true, true, false, false],
    );
    const many = documentOf(`{"statement":[${'{},'.repeat(6000)}{}]}`);
    assert.equal(documentSymbols(many, testContext).length, 5000);
  });

  it('select what lies in them, in any half-written text', () => {
    for (let end = 0; end <= policy.length; end += asMuchAs(1, 7)) {
      const document = documentOf(policy.slice(0, end));
      const visit = (symbol: DocumentSymbol): void => {
        assert.ok(textIn(document, symbol.range).includes(textIn(document, symbol.selectionRange)));
        assert.notEqual(symbol.name, '');
        symbol.children?.forEach(visit);
      };
      documentSymbols(document, testContext).forEach(visit);
    }
  });

  it('can be a list', () => {
    const flat = flatSymbols(documentOf('{"statement":{"action":["mps:EditMedia"]}}'), testContext);
    assert.deepEqual(
      flat.map(({ name, containerName }) => [name, containerName]),
      [
        ['? mps:EditMedia', undefined],
        ['action', '? mps:EditMedia'],
        ['mps:EditMedia', 'action'],
      ],
    );
  });
});
