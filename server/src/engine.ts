/** The entry of the npm package on Node: the public engine, and what is known of Tencent Cloud from files beside this one. */
import { createNodeKnowledge } from './catalogue-file.js';
import type { Knowledge } from './core/index.js';

export * from './core/index.js';

/**
 * What the package knows of Tencent Cloud, read from its own files; no network. Some 10 ms, and details of services when they are first needed:
 * call it once and pass it on. Throws where the package's files are missing.
 */
export const loadKnowledge = (): Knowledge => createNodeKnowledge(__dirname);
