/** The language servers to compare over stdio, and what each must be told to check CAM policies. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { schemaFile } from './peers.js';

export interface ServerUnderTest {
  readonly name: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
  /** What it is given when it asks for the section of its settings. */
  readonly settings: { readonly [section: string]: unknown };
  /** It answers `textDocument/diagnostic`. */
  readonly pulls: boolean;
  /** How long it waits for more changes before it publishes, in ms, as its source says. */
  readonly debounce: number;
}

export const ours: ServerUnderTest = {
  name: 'ours',
  command: [path.resolve('dist/server.js'), '--stdio'],
  settings: {},
  pulls: true,
  debounce: 0,
};

/** The servers that people would use instead, with our schema. */
export function peerServers(): readonly ServerUnderTest[] {
  const resolve = createRequire(path.resolve('package.json')).resolve;
  const schema = pathToFileURL(path.resolve(schemaFile)).href;
  return [
    {
      name: 'json server',
      command: [resolve('vscode-langservers-extracted/bin/vscode-json-language-server'), '--stdio'],
      settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.cam.json'], url: schema }] } },
      pulls: true,
      debounce: 500,
    },
    {
      name: 'yaml server',
      command: [
        path.join(path.dirname(resolve('yaml-language-server/package.json')), 'bin/yaml-language-server'),
        '--stdio',
      ],
      settings: {
        yaml: {
          validate: true,
          completion: true,
          hover: true,
          schemaStore: { enable: false },
          schemas: { [schema]: '*.cam.json' },
        },
      },
      pulls: false,
      debounce: 200,
    },
  ];
}
