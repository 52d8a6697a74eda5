/** Reads and writes the catalogue's JSON files in one form, so that a change shows as a small diff. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The parsed files of a folder by name without `.json`; an absent folder is empty. */
export function readFolder(folder: string): ReadonlyMap<string, unknown> {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return new Map(
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name.slice(0, -5), readJson(path.join(folder, name))]),
  );
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Writes `files` (name without `.json` → value) as the only JSON files of `folder`. */
export function writeFolder(folder: string, files: ReadonlyMap<string, unknown>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.json') && !files.has(name.slice(0, -5))) rmSync(path.join(folder, name));
  }
  for (const [name, value] of files) writeFileSync(path.join(folder, `${name}.json`), print(value) + '\n');
}

/** JSON with one line per entry: objects and arrays that fit in a line of 160 characters stay on it. */
export function print(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || flat.length + indent.length <= 160) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + print(item, inner)).join(',\n')}\n${indent}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, inner)}`).join(',\n')}\n${indent}}`;
}
