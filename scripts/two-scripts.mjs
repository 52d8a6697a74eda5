// One program as two scripts: what it needs at once, and what it imports with `import()`, which is read when that is first asked for.
import { build, transform } from 'esbuild';
import path from 'node:path';

/**
 * Bundles `entryPoint` as the script `outfile`, and what only the module `later` needs as the script `laterFile` in the same folder. `later` may be imported with `import()`
 * only. The first script reads the second with `require('./…')`: `banner` brings one where the platform has none. Writes nothing.
 *
 * esbuild splits into modules of the language's own kind, which no worker of VS Code's can be. So each chunk that it makes becomes a function in one of the scripts.
 * @param {import('esbuild').BuildOptions} options
 * @param {{ entryPoint: string, outfile: string, later: string, laterFile: string, banner: string }} what Paths from the repository.
 * @returns {Promise<{ metafile: import('esbuild').Metafile, scripts: ReadonlyMap<string, string> }>} The scripts' texts by their paths.
 */
export async function bundleTwoScripts(options, { entryPoint, outfile, later, laterFile, banner }) {
  const { outputFiles, metafile } = await build({
    ...options,
    format: 'esm',
    splitting: true,
    entryPoints: [entryPoint],
    outdir: path.dirname(outfile),
    write: false,
    metafile: true,
  });
  const nameOf = (file) => `./${path.basename(file)}`;
  const outputs = Object.entries(metafile.outputs).map(([file, { entryPoint, imports }]) => {
    return { name: nameOf(file), entryPoint, imports: imports.map((each) => nameOf(each.path)) };
  });
  const chunkOf = (source) => outputs.find((output) => output.entryPoint === source).name;
  const first = chunkOf(entryPoint);
  const atOnce = reachable(first, outputs, chunkOf(later));
  const chunks = await Promise.all(
    outputFiles.map(async (file) => ({ name: nameOf(file.path), code: await bodyOf(file.text, options) })),
  );
  const partsOf = (belongs) => {
    // In brackets: the engine then compiles it at once instead of reading it twice.
    const parts = chunks.filter(belongs).map(({ name, code }) => `"${name}":(function(require,module){${code}})`);
    return `{${parts.join(',\n')}}`;
  };
  const parts = partsOf(({ name }) => atOnce.has(name));
  const scripts = new Map([
    [outfile, `${banner}\n(${link})(${parts},require,"${nameOf(laterFile)}")("${first}");\n`],
    [laterFile, `exports.parts=${partsOf(({ name }) => !atOnce.has(name))};\n`],
  ]);
  return { metafile, scripts };
}

/** The names of the chunks that `first` imports, directly or not, itself included, as if nobody imported `without`. */
function reachable(first, outputs, without) {
  const imports = new Map(outputs.map((output) => [output.name, output.imports]));
  const found = new Set([first]);
  for (const name of found) for (const next of imports.get(name) ?? []) if (next !== without) found.add(next);
  return found;
}

/**
 * A chunk as the body of a function of `require` and `module`. What it has from other chunks are constants, which are smaller and quicker than what esbuild makes of imports:
 * whatever a chunk exports has its value when the chunk has run.
 */
async function bodyOf(text, { minify, platform, target, charset, supported }) {
  const members = (list) => list.replaceAll(/([\w$]+) as ([\w$]+)/gu, '$1:$2');
  const body = text
    .replaceAll(
      /\bimport\{([^{}]*)\}from("\.\/[^"]+");/gu,
      (_, list, name) => `const{${members(list)}}=require(${name});`,
    )
    .replace(
      /\bexport\{([^{}]*)\};\s*$/u,
      (_, list) => `module.exports={${members(list.replaceAll(/([\w$]+) as ([\w$]+)/gu, '$2 as $1'))}};`,
    );
  const asFunction = { format: 'cjs', supported: { ...supported, 'dynamic-import': false } };
  const { code } = await transform(body, { minify, platform, target, charset, ...asFunction });
  return `"use strict";${code}`;
}

/**
 * Stands in the first script: gives the `require` of its parts, which runs each when it is first asked for. A part that it has not is in the second script, `later`;
 * what else it has not, `outside` gives.
 */
function link(parts, outside, later) {
  const modules = {};
  return function load(name) {
    if (!parts[name] && name.startsWith('./')) Object.assign(parts, outside(later).parts);
    if (!parts[name]) return outside(name);
    if (!modules[name]) parts[name](load, (modules[name] = { exports: {} }));
    return modules[name].exports;
  };
}
