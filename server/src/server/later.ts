/**
 * The answers that nobody waits for before the first findings are there. They are a script of their own (`esbuild.mjs`), read when the first of them is asked for:
 * compiling a script is a good part of the server's start.
 */
export { answerAccess } from '../features/access/can.js';
export { accessChoices } from '../features/access/choices.js';
export { compareAccess } from '../features/access/compare.js';
export { explainAccess } from '../features/access/explain.js';
export { keepUsed } from '../features/access/least.js';
export { codeLenses } from '../features/access/lenses.js';
export { addStatement } from '../features/add-statement/index.js';
export { addressOf, codeActions, resolveCodeAction } from '../features/code-actions/index.js';
export { complete, resolveCompletion } from '../features/completion/index.js';
export { templates } from '../features/completion/template-text.js';
export { changeConfiguration } from '../features/configuration-change.js';
export { completeConfiguration } from '../features/configuration/completion.js';
export { excerpt } from '../features/excerpt.js';
export { expandWildcards } from '../features/expand-wildcards.js';
export { hover, sourcesPage } from '../features/hover/index.js';
export { prepareRename, refuseName, refusePartly, rename } from '../features/rename.js';
export { compactPolicy, summarize } from '../features/summary.js';
export { testCodeActions } from '../features/testing/code-actions.js';
export { completeTests } from '../features/testing/completion.js';
export { testDiagnostics } from '../features/testing/diagnostics.js';
export { hoverTests } from '../features/testing/hover.js';
export { newTests } from '../features/testing/new-tests.js';
export { testResults } from '../features/testing/run.js';
export { readAnyLiteral, readLiteral, usualForm } from '../core/embed/literals/read.js';
export { writeLiteral } from '../core/embed/literals/write.js';
