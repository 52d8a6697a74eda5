import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { leftOut, typesApart, typesAskedFor, withoutPart } from './library-parts.mjs';
import { connect } from '../server/test/connection.js';

/** Scripts below a folder, by their paths. */
const scripts = (folder: string, ending: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
      .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );

const libraryOf = (side: 'client' | 'server'): ReadonlyMap<string, string> => {
  const library = `node_modules/vscode-language${side}`;
  return new Map([
    ...scripts(`${library}/lib`, '.js'),
    ...scripts(`${library}/node_modules/vscode-languageserver-protocol/lib`, '.js'),
  ]);
};

describe('parts of the libraries that are left out', () => {
  it('a feature is registered, mixed in or passed on no more', () => {
    const text = `const a_1 = require("./a");
const b_1 = require("./b");
const Impl = (0, b_1.BFeature)((0, a_1.AFeature)(_Impl));
        this.registerFeature(new a_1.AFeature(this));
Object.defineProperty(exports, "A", { enumerable: true, get: function () { return a_1.A; } });
`;
    const rest = `const b_1 = require("./b");\nconst Impl = (0, b_1.BFeature)((_Impl));\n`;
    assert.equal(withoutPart(text, 'a'), rest);
    assert.throws(() => withoutPart(`${text}a_1.other();`, 'a'), /does not use a as it did/);
    assert.throws(() => withoutPart(rest, 'a'), /does not use a as it did/);
  });

  it('a namespace of types is made by a function without other effects', () => {
    const types = `/** Doc. */
export var Kind;
(function (Kind) {
    Kind.one = 1;
})(Kind || (Kind = {}));
export var Other;
/** Of it. */
(function (Other) {
    Other.two = Kind.one + 1;
})(Other || (Other = {}));
`;
    const apart = typesApart(types);
    assert.equal(apart.match(/= \/\* @__PURE__ \*\/ \(function/g)?.length, 2);
    assert.equal(vm.runInNewContext(`${apart.replaceAll('export ', '')}; Other.two`), 2);
    const real = readFileSync('node_modules/vscode-languageserver-types/lib/esm/main.js', 'utf8');
    // What is left as it was is not exported.
    assert.deepEqual(
      [...typesApart(real).matchAll(/^\}\)\((\w+) \|\|/gm)].map(([, name]) => name),
      ['Is'],
    );
  });

  for (const side of ['client', 'server'] as const) {
    it(`nothing else in the ${side} uses them`, () => {
      const files = new Map(libraryOf(side));
      const gone = new Set<string>();
      for (const [end, parts] of Object.entries(leftOut[side])) {
        const [file, text] = [...files].find(([name]) => name.endsWith(end)) ?? [];
        assert.ok(file !== undefined && text !== undefined, end);
        files.set(file, parts.reduce(withoutPart, text));
        for (const part of parts) gone.add(path.posix.join(path.posix.dirname(file), `${part}.js`));
      }
      const exported = [...gone].flatMap((file) =>
        [...(files.get(file) ?? '').matchAll(/\bexports\.(\w+) = /g)].flatMap(([, name = '']) => name),
      );
      assert.ok(exported.length > 20, 'their names are found');
      const names = new Set(exported.filter((name) => name !== '__esModule'));
      const users = [...files].filter(([file]) => !gone.has(file));
      const uses = users.flatMap(([file, text]) =>
        [...text.matchAll(/\b\w+\.(\w+)/g)]
          .filter(([use, name = '']) => names.has(name) && !/^(?:exports|vscode_1|code)\./.test(use))
          .map(([use]) => `${file}: ${use}`),
      );
      assert.deepEqual(uses, []);
      const ours = [...scripts(`${side}/src`, '.ts')].filter(([, text]) => /from 'vscode-language/.test(text));
      assert.deepEqual(
        ours.filter(([, text]) => (text.match(/\b\w+/g) ?? []).some((name) => names.has(name))).map(([f]) => f),
        [],
      );
    });

    it(`the library of the ${side} gets the types that it asks for`, () => {
      const known = typesAskedFor(
        'proto.Range; ls.Hover; vscode_languageserver_types_1.uinteger.MAX_VALUE; other.Command',
      );
      assert.deepEqual(known, ['Range', 'Hover', 'uinteger']);
      const bound = [...libraryOf(side).values()].flatMap((text) =>
        [
          ...text.matchAll(
            /(\w+) = (?:__importStar\()?require\("vscode-languageserver-(?:types|protocol)(?:\/\w+)?"\)/g,
          ),
        ].flatMap(([, name = '']) => name),
      );
      assert.ok(bound.length > 10);
      for (const name of bound) assert.deepEqual(typesAskedFor(`${name}.Range`), ['Range'], name);
    });
  }

  it('our own code takes types from their library', () => {
    const types = readFileSync('node_modules/vscode-languageserver-types/lib/esm/main.js', 'utf8');
    const names = new Set([...types.matchAll(/^export (?:var|class) (\w+)/gm)].map(([, name]) => name));
    const imports = [...scripts('server/src', '.ts'), ...scripts('client/src', '.ts')].flatMap(([file, text]) =>
      [...text.matchAll(/^import \{([^}]*)\} from 'vscode-language(?:server|client)(?:\/\w+)?';/gm)].flatMap(
        ([, list = '']) => list.split(',').map((name) => `${file}: ${name.trim()}`),
      ),
    );
    assert.ok(imports.length > 20);
    assert.deepEqual(
      imports.filter((one) => names.has(one.slice(one.indexOf(': ') + 2))),
      [],
    );
  });

  it('the server announces none of the features that the client is without', async () => {
    const client = await connect();
    const { workspace, ...others } = client.initialized.capabilities;
    await client.end();
    const announced = [...Object.keys(others), ...Object.keys(workspace ?? {})].flatMap((name) => [
      name,
      name.replace(/Provider$/, ''),
    ]);
    assert.ok(announced.includes('hover'));
    const features = leftOut.client['vscode-languageclient/lib/common/client.js'] ?? [];
    assert.deepEqual(
      features.filter((name) => announced.includes(name)),
      [],
    );
  });
});
