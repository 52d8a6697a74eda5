// Parts of the protocol's libraries that nothing asks for, left out of the scripts that people get: they would be downloaded and compiled at each start.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What our server never announces; the client's library would only offer it. */
const onlyInLibrary = [
  'callHierarchy',
  'typeHierarchy',
  'linkedEditingRange',
  'inlineValue',
  'inlineCompletion',
  'fileOperations',
  'textDocumentContent',
];

/** By the end of a library's file: the parts left out of it, as `require` names them. The test compares them with what the server announces, and with what else the libraries use. */
export const leftOut = {
  client: {
    'vscode-languageclient/lib/common/client.js': [
      ...onlyInLibrary,
      'colorProvider',
      'signatureHelp',
      'declaration',
      'typeDefinition',
      'implementation',
    ],
    'vscode-languageserver-protocol/lib/common/protocol.js': onlyInLibrary.map((name) => `protocol.${name}`),
  },
  server: {
    'vscode-languageserver/lib/common/server.js': [...onlyInLibrary, 'moniker', 'notebook'],
    'vscode-languageserver/lib/common/api.js': ['notebook'],
    'vscode-languageserver-protocol/lib/common/protocol.js': [...onlyInLibrary, 'moniker', 'notebook'].map(
      (name) => `protocol.${name}`,
    ),
  },
};

/**
 * A library's file without a part that it loads: a feature that it registers (`this.registerFeature(new part.…(this));`), mixes into a class (`(0, part.…)(Base)`)
 * or passes on under a name. Throws where it uses the part in any other way, or has none of that name.
 */
export function withoutPart(text, part) {
  const name = `${part.replaceAll('.', '_')}_1`;
  const uses = [
    `^const ${name} = require\\("\\./${part.replaceAll('.', '\\.')}"\\);\\n`,
    `^ *this\\.registerFeature\\(new ${name}\\.\\w+\\(this\\)\\);\\n`,
    `\\(0, ${name}\\.\\w+\\)(?=\\()`,
    `^Object\\.defineProperty\\(exports, "\\w+", \\{ enumerable: true, get: function \\(\\) \\{ return ${name}\\.\\w+; \\} \\}\\);\\n`,
  ];
  const rest = uses.reduce((shorter, use) => shorter.replace(new RegExp(use, 'gmu'), ''), text);
  if (rest === text || rest.includes(name)) throw new Error(`the library does not use ${part} as it did`);
  return rest;
}

/** The names of `vscode-languageserver-types` that one of a library's files asks for. */
export const typesAskedFor = (text) =>
  [...text.matchAll(/\b(?:proto|ls|node_1|browser_1|vscode_languageserver_(?:protocol|types)_1)\.(\w+)/gu)].map(
    ([, name]) => name,
  );

/** The library of types, each namespace written so that a bundler can leave it out: `X = (function (X) { … return X; })({})`, which has no other effect. */
export const typesApart = (text) =>
  text.replaceAll(
    /^export var (\w+);\n(\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?\(function \(\1\) \{\n([^]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);/gmu,
    (_, name, comment = '', body) =>
      `${comment}export var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}\nreturn ${name};\n})({});`,
  );

const types = 'vscode-languageserver-types';

/** The scripts in a folder and those below. */
const scriptsIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** What the library asks for of the types, as a module. It would take all of them with `require`, which tells a bundler nothing. */
function askedFor(library) {
  const folders = ['lib', 'node_modules/vscode-languageserver-protocol/lib'];
  const asked = folders.flatMap((folder) => scriptsIn(path.join(library, folder))).flatMap(typesAskedFor);
  const all = readFileSync(path.resolve('node_modules', types, 'lib/esm/main.js'), 'utf8');
  const names = [...all.matchAll(/^export (?:var|class) (\w+)/gmu)].map(([, name]) => name);
  return `export { ${names.filter((name) => asked.includes(name)).join(', ')} } from '${types}';`;
}

/**
 * Leaves these parts out of the bundle of the client or the server, and the types that neither its library nor our own code asks for. Our own code imports types from
 * their own library.
 * @param {'client' | 'server'} side
 * @returns {import('esbuild').Plugin}
 */
export function withoutSpareParts(side) {
  const library = path.resolve('node_modules', `vscode-language${side}`);
  return {
    name: 'without-spare-parts',
    setup({ onLoad, onResolve }) {
      const change = (file, changed) => {
        const filter = new RegExp(`${file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`);
        onLoad({ filter }, ({ path: found }) => ({ contents: changed(readFileSync(found, 'utf8')) }));
      };
      for (const [file, parts] of Object.entries(leftOut[side]))
        change(file, (text) => parts.reduce(withoutPart, text));
      change(`${types}/lib/esm/main.js`, typesApart);
      onResolve({ filter: new RegExp(`^${types}$`) }, ({ kind }) =>
        kind === 'require-call' ? { path: types, namespace: 'asked-for' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'asked-for' }, () => ({ contents: askedFor(library), resolveDir: library }));
    },
  };
}
