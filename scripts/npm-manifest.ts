/** The `package.json` of the npm package, made from the extension's: VS Code and npm need other things in the same places. */

/** What is taken over from the extension's manifest. */
export interface ExtensionManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly keywords: readonly string[];
  readonly engines: { readonly node: string };
  readonly bin: Readonly<Record<string, string>>;
}

/** Everything that is packed besides `package.json`, README and LICENSE, which npm always packs. */
const files = [
  'dist/cli.js',
  'dist/server.js',
  'dist/server-later.js',
  'dist/engine.js',
  'dist/engine.d.ts',
  'dist/engine.browser.mjs',
  'dist/engine.browser.d.mts',
  'dist/*.pack',
  'dist/package.json',
  'docs/*.md',
  'docs/rules/*.md',
  'docs/rules/zh-cn/*.md',
  'schemas/*.json',
  'CHANGELOG.md',
  'THIRD-PARTY-NOTICES.txt',
];

/**
 * Without what only VS Code reads, without dependencies, which are all bundled, and without `private`. `description`: in plain words, where the
 * extension's has a name of a text.
 */
export const npmManifest = (
  { name, version, license, keywords, engines, bin }: ExtensionManifest,
  description: string,
) => ({
  name,
  version,
  description,
  license,
  keywords,
  engines: { node: engines.node },
  bin,
  main: './dist/engine.js',
  types: './dist/engine.d.ts',
  exports: {
    '.': { types: './dist/engine.d.ts', default: './dist/engine.js' },
    './browser': { types: './dist/engine.browser.d.mts', default: './dist/engine.browser.mjs' },
    './dist/*.pack': './dist/*.pack',
    './schemas/*': './schemas/*',
    './package.json': './package.json',
  },
  files,
});
