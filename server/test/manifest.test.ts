/** What the manifest, the grammar and the client say too: one of two that must agree. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { semanticTokensLegend } from '../src/features/semantic-tokens.js';
import { defaultInlayHints } from '../src/server/settings.js';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: { readonly [name: string]: { readonly default?: unknown } };
    };
    readonly commands: readonly { readonly command: string }[];
    readonly menus: { readonly [menu: string]: readonly { readonly command?: string; readonly submenu?: string }[] };
    readonly semanticTokenScopes: readonly { readonly scopes: { readonly [type: string]: readonly string[] } }[];
  };
}

const read = (file: string): string => readFileSync(file, 'utf8');
const { contributes } = JSON.parse(read('package.json')) as Manifest;
const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/'(camPolicy\/\w+)'/g)].map(([, name = '']) => name))].sort();

describe('the manifest', () => {
  it('has the settings of inlay hints, with their defaults', () => {
    const prefix = 'camPolicy.inlayHints.';
    const found = Object.entries(contributes.configuration.properties)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, property]) => [name.slice(prefix.length), property.default]);
    assert.deepEqual(Object.fromEntries(found), defaultInlayHints);
  });

  it('gives each semantic token a scope of the grammar', () => {
    const [{ scopes } = { scopes: {} }] = contributes.semanticTokenScopes;
    assert.deepEqual(Object.keys(scopes).sort(), [...semanticTokensLegend.tokenTypes].sort());
    const grammar = read('syntaxes/cam-policy.tmLanguage.json');
    for (const scope of Object.values(scopes).flat())
      assert.ok(grammar.includes(scope.replace(/\.cam-policy$/, '')), scope);
  });

  it('names in menus only commands that it has, and the client registers', () => {
    const commands = contributes.commands.map(({ command }) => command);
    for (const { command } of Object.values(contributes.menus).flat())
      if (command !== undefined) assert.ok(commands.includes(command), command);
    const client = ['commands', 'policy-commands'].map((name) => read(`client/src/${name}.ts`)).join('');
    for (const command of commands) assert.ok(client.includes(`'${command}'`), command);
  });
});

describe('requests of our own', () => {
  it('are the same on both sides', () => {
    const answered = namesIn(read('server/src/server/command-requests.ts'));
    assert.deepEqual(namesIn(read('client/src/protocol.ts')), answered);
    assert.deepEqual(namesIn(read('client/src/policy-files.ts')), namesIn(read('server/src/server/policy-files.ts')));
    const documented = read('docs/protocol.md');
    for (const name of [...answered, ...namesIn(read('server/src/server/policy-files.ts'))])
      assert.ok(documented.includes(`\`${name}\``), name);
  });
});
