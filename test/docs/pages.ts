/** The pages whose command lines are run, with the language that they are run in. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../host/install.js';

export interface Page {
  /** Relative to the repository. */
  readonly file: string;
  readonly language: string;
}

export const pages: readonly Page[] = [
  'README.md',
  ...readdirSync(path.join(repository, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((file) => ({ file, language: file.endsWith('.zh-CN.md') ? 'zh_CN.UTF-8' : 'C' }));
