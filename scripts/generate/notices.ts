/** The licences of the packages whose code ends up in what people get, as their texts ask for. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that let their code be part of ours, with their notice kept. A package under another one is a decision for a person. */
const accepted: ReadonlySet<string> = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0']);

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** The folders of the packages that `files` belong to, the innermost where one lies in another. */
export const packagesOf = (files: readonly string[]): readonly string[] => [
  ...new Set(
    files.flatMap(
      (file) => /^.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(file.replaceAll('\\', '/')) ?? [],
    ),
  ),
];

/** What a package says of its licence; throws where it says nothing, or something that is not accepted. */
export function noticeOf(folder: string): Notice {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Partial<Notice>;
  const { name = folder, version = '', license = 'no licence' } = manifest;
  if (!accepted.has(license))
    throw new Error(`${name} is under ${license}: decide whether it may be part of the package`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  if (file === undefined) throw new Error(`${name} brings no text of its licence`);
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { name, version, license, text: text.trim() };
}

/** The text of `THIRD-PARTY-NOTICES.txt`. */
export function notices(): string {
  const printed = execFileSync(process.execPath, ['esbuild.mjs', 'inputs'], { encoding: 'utf8' });
  const found = packagesOf(JSON.parse(printed) as readonly string[])
    .map(noticeOf)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const rule = '-'.repeat(80);
  const head = 'This package contains code of the packages below. Their licences apply to their parts of it.';
  const parts = found.map(({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n\n${text}`);
  return `${[head, ...parts].join('\n\n')}\n`;
}
