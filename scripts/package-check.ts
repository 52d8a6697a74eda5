/** Says what is wrong with the list of files of a package. It reads no files and packages nothing. */

/** What a person finds beside the code. */
const documents = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.txt',
  'package.json',
  'package.nls.json',
];

/** Sources, tests, build products of other tools: nothing that runs needs them. */
const foreign = /\.(tsx?|mts|map|vsix|tgz|tsbuildinfo)$|(^|\/)(\.[^/]*|node_modules|test|tests|out|scripts)(\/|$)/;

/**
 * The problems of a package of `files` (paths with `/`, relative to the manifest) whose `package.json` holds `manifest`; none: it is whole.
 * Every path that the manifest names (`./…`, or under `bin`) must be there, as a file or as a folder with files.
 */
export function packageProblems(manifest: unknown, files: readonly string[]): readonly string[] {
  const there = new Set(files);
  const has = (name: string): boolean => there.has(name) || files.some((file) => file.startsWith(`${name}/`));
  const missing = [...new Set([...documents, ...namedPaths(manifest)])].filter((name) => !has(name));
  return [
    ...missing.map((name) => `${name} is missing`),
    ...files.filter((file) => foreign.test(file)).map((file) => `${file} does not belong there`),
  ];
}

/** All strings in `value` that begin with `./`, without that; and the values of `bin`, which npm writes without. */
function namedPaths(value: unknown, inBin = false): readonly string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value.slice(2)] : inBin ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => namedPaths(inner, inBin || key === 'bin'));
}
