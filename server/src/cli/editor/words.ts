/** Words that the editor has for the same things. */
export { accessNames } from '../../features/explain/words.js';
