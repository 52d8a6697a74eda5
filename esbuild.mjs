// Bundles. `node esbuild.mjs` writes dist/ (what ships); `unit`, `e2e`, `web` and `bench` write out/ (tests, the benchmark).
import { build } from 'esbuild';
import { realpathSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutSpareParts } from './scripts/library-parts.mjs';
import { bundleTwoScripts } from './scripts/two-scripts.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
  // jsonc-parser's `main` is UMD and breaks when bundled: prefer ES modules.
  mainFields: ['module', 'main'],
  // Chinese texts stay as they are instead of six characters each.
  charset: 'utf8',
  // Node 20 and browsers know `\p{…}`; esbuild would make a regular expression anew each time one is used.
  supported: { 'regexp-unicode-property-escapes': true },
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** All files below `dir` whose name ends in `ending`. */
async function find(dir, ending) {
  const entries = await readdir(dir, { recursive: true });
  return entries
    .filter((name) => name.endsWith(ending))
    .map((name) => `./${path.join(dir, name).replaceAll('\\', '/')}`);
}

/**
 * All pages of the rules as one file, by code and language: as files of their own they would be a tenth of the download, and the blocks of code that both languages of a page
 * have are packed once.
 */
async function joinPages(outfile) {
  const names = (await readdir('docs/rules')).filter((name) => name.endsWith('.md')).sort();
  const page = async (name) => {
    const [en, zh] = await Promise.all(
      ['', 'zh-cn'].map((folder) => readFile(path.join('docs/rules', folder, name), 'utf8')),
    );
    return [name.slice(0, -'.md'.length), { en, zh }];
  };
  await writeFile(outfile, `${JSON.stringify(Object.fromEntries(await Promise.all(names.map(page))))}\n`);
}

/** One entry that imports every test: one bundle, one process, one start. */
async function bundleTests(dirs, outfile, options) {
  const files = (await Promise.all(dirs.map((dir) => find(dir, '.test.ts')))).flat().sort();
  const contents = files.map((file) => `import ${JSON.stringify(file)};`).join('\n');
  // A stack trace needs names and lines of the sources only, and the map is read at every start.
  await build({
    ...options,
    sourcesContent: false,
    outfile,
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
  });
}

const ship = { minify: true, sourcemap: false, legalComments: 'none' };

/**
 * The same scripts serve Node and the browser: their code is nearly the same, and people would get it twice. A platform's own library is imported
 * where that platform is known, so it runs nowhere else. In a browser Node's modules are empty objects, and nothing asks them for anything.
 * @type {import('esbuild').BuildOptions}
 */
const everywhere = { ...node, ...ship, conditions: ['module', 'browser'] };

/**
 * A part of the client's library that nothing asks for: a twentieth of its bundle. Aliases are for packages, and this is one file of a package.
 * @type {import('esbuild').Plugin}
 */
const withoutNotebooks = {
  name: 'without-notebooks',
  setup({ onResolve }) {
    onResolve({ filter: /^[.]\/notebook$/ }, ({ importer }) =>
      importer.includes('vscode-languageclient') ? { path: path.resolve('client/src/no-notebooks.ts') } : undefined,
    );
  },
};

/**
 * The extension itself, as its entry on the desktop has it: a script beside it.
 * @type {import('esbuild').Plugin}
 */
const extensionBeside = {
  name: 'extension-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^[.]\/main[.]js$/ }, () => ({ path: './client.js', external: true }));
  },
};

/** Every script that people get, but the server's. */
const shipped = [
  {
    ...node,
    ...ship,
    entryPoints: ['client/src/desktop.ts'],
    outfile: 'dist/desktop.js',
    external: ['vscode'],
    plugins: [extensionBeside],
    // Older versions of VS Code give their module to no script that is loaded otherwise.
    supported: { ...node.supported, 'dynamic-import': false },
  },
  {
    ...everywhere,
    entryPoints: ['client/src/main.ts'],
    outfile: 'dist/client.js',
    external: ['vscode'],
    plugins: [withoutNotebooks, withoutSpareParts('client')],
    // A fifteenth of the download that would do nothing.
    alias: {
      minimatch: './client/src/nothing.ts',
      'semver/functions/parse': './client/src/new-enough.cts',
      'semver/functions/satisfies': './client/src/new-enough.cts',
    },
  },
  {
    ...node,
    ...ship,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, ...ship, entryPoints: ['server/src/engine.ts'], outfile: 'dist/engine.js' },
  {
    ...browser,
    ...ship,
    format: 'esm',
    entryPoints: ['server/src/engine.browser.ts'],
    outfile: 'dist/engine.browser.mjs',
  },
];

/** For a worker: Node's modules are empty, and scripts are read from the folder that the client names (`protocol/packs.ts`). */
const workersRequire =
  '(name) => name.startsWith("./") ? (exports = {}, importScripts(scripts + name.slice(2)), exports) : {}';

/** The server, without what nobody waits for when it starts. */
const bundleServer = () =>
  bundleTwoScripts(
    {
      ...everywhere,
      plugins: [withoutSpareParts('server')],
      // The protocol's library could start processes to look for modules; the server never does.
      alias: { child_process: './server/src/nothing.ts', crypto: './server/src/crypto.ts' },
    },
    {
      entryPoint: 'server/src/main.ts',
      outfile: 'dist/server.js',
      later: 'server/src/server/later.ts',
      laterFile: 'dist/server-later.js',
      banner: `#!/usr/bin/env node\nvar require = typeof require === "function" ? require : ${workersRequire};`,
    },
  );

async function buildServer() {
  const { scripts } = await bundleServer();
  await Promise.all([...scripts].map(([file, text]) => writeFile(file, text)));
}

export const targets = {
  async ship() {
    await mkdir('dist', { recursive: true });
    await Promise.all([
      ...['first-class', 'services', 'details', 'language'].map((name) =>
        copyFile(`server/catalogue/generated/${name}.pack`, `dist/${name}.pack`),
      ),
      joinPages('dist/rule-pages.json'),
      // Node asks the nearest package.json what kind of script it starts: the extension's own takes it as long as reading the catalogue.
      writeFile('dist/package.json', '{ "type": "commonjs" }\n'),
      ...shipped.map((options) => build(options)),
      buildServer(),
    ]);
  },
  /** Prints the files that end up in what people get, as a JSON array; files of which nothing is left are not among them. */
  async inputs() {
    const built = await Promise.all([
      ...shipped.map((options) => build({ ...options, write: false, metafile: true })),
      bundleServer(),
    ]);
    const files = built
      .flatMap(({ metafile }) => Object.values(metafile.outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file);
    console.log(JSON.stringify([...new Set(files)].sort()));
  },
  // The bundler looks for its own files beside itself.
  unit: () => bundleTests(['server', 'scripts', 'syntaxes'], 'out/unit.cjs', { ...node, external: ['esbuild'] }),
  bench: () =>
    build({
      ...node,
      minify: true,
      sourcemap: false,
      entryPoints: ['bench/main.ts', 'bench/check.ts', 'bench/host/times.ts'],
      entryNames: '[name]',
      outdir: 'out/bench',
      outExtension: { '.js': '.cjs' },
      external: ['vscode', 'vscode-json-languageservice', '@cloud-copilot/iam-policy'],
    }),
  async e2e() {
    const inside = { ...node, external: ['vscode', 'mocha'] };
    await Promise.all([
      build({ ...inside, entryPoints: ['test/suite/index.ts'], outfile: 'out/e2e/index.cjs' }),
      bundleTests(['test/suite'], 'out/e2e/tests.cjs', inside),
    ]);
  },
  async web() {
    const tests = [
      'suite/0-asleep.test.ts',
      'suite/policy.test.ts',
      'suite/editor.test.ts',
      'suite/access.test.ts',
      'suite/policy-tests.test.ts',
      'web/web.test.ts',
    ];
    const contents = ['web/setup.ts', ...tests].map((file) => `import './test/${file}';`);
    await build({
      ...browser,
      // Exported at the very end: Mocha's build for browsers exports itself, wherever it stands, as soon as there is a `module`.
      format: 'iife',
      globalName: 'tests',
      footer: { js: 'module.exports = tests;' },
      stdin: {
        contents: [...contents, "export { run } from './test/web/index.ts';"].join('\n'),
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      outfile: 'out/web/tests.js',
      sourcemap: 'inline',
      external: ['vscode'],
      alias: { 'node:assert/strict': './test/web/assert.ts' },
      // There is no environment in a browser.
      define: Object.fromEntries(
        ['GREP', 'CI'].map((name) => [`process.env.${name}`, JSON.stringify(process.env[name]) ?? 'undefined']),
      ),
    });
    // VS Code runs tests in the extension host of the extension that they lie in: this one is nothing else.
    const manifest = { name: 'web-tests', publisher: 'cam-policy', version: '0.0.0', engines: { vscode: '^1.91.0' } };
    await writeFile('out/web/package.json', JSON.stringify({ ...manifest, browser: './tests.js' }));
  },
};

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const target = targets[process.argv[2] ?? 'ship'];
  if (!target) throw new Error(`unknown target ${process.argv[2]}: one of ${Object.keys(targets).join(', ')}`);
  await target();
}
