// Type-aware lint, and the table of rooms: which part of the code may import which. See ARCHITECTURE.md.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const core = 'server/src/core';

/** room → what it must not import (patterns on the import's text), and why. */
const rooms = [
  {
    files: [`${core}/**`],
    deny: ['node:*', 'vscode*', '**/features/**', '**/server/**'],
    why: 'the core is a pure library: no LSP, no platform',
  },
  {
    files: [`${core}/span.ts`, `${core}/text.ts`, `${core}/wildcard.ts`],
    deny: ['./*/**'],
    why: 'spans and wildcards stand below everything',
  },
  {
    files: [`${core}/syntax/**`],
    deny: ['../policy/**', '../place*', '../catalogue/**', '../lint/**'],
    why: 'syntax knows JSON, not policies',
  },
  {
    files: [`${core}/policy/**`],
    deny: ['../place*', '../catalogue/**', '../lint/**'],
    why: 'the language does not depend on what is known of services',
  },
  {
    files: [`${core}/catalogue/**`],
    deny: ['../syntax/**', '../policy/**', '../place*', '../lint/**'],
    why: 'the catalogue knows facts, not documents',
  },
  {
    files: [`${core}/refactor/**`],
    deny: ['**/place.js', '**/lint/rules/**'],
    why: 'a refactoring starts from a statement and a selection, and holds no opinion',
  },
  { files: [`${core}/lint/**`], deny: ['**/place.js'], why: 'rules look at the whole policy, not at a cursor' },
  {
    files: ['server/src/features/**'],
    deny: [
      'node:*',
      'vscode',
      'vscode-languageserver',
      'vscode-languageserver/**',
      'vscode-languageclient*',
      '**/server/**',
    ],
    why: 'a feature maps a document to LSP data: no wire, no platform',
  },
  {
    files: ['server/src/server/**'],
    deny: [
      'node:*',
      'vscode',
      'vscode-languageserver/node*',
      'vscode-languageserver/browser*',
      'vscode-languageclient*',
    ],
    why: 'the server runs on any platform: entries bring the platform',
  },
  { files: ['client/src/**'], deny: ['**/server/**'], why: 'the client talks to the server over the protocol only' },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'server/src/core/tsconfig.json',
          'server/tsconfig.json',
          'client/tsconfig.json',
          'scripts/tsconfig.json',
          'syntaxes/tsconfig.json',
          'test/tsconfig.json',
          'bench/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['**/*.test.ts', `${core}/syntax/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'jsonc-parser', message: 'core/syntax is the only importer of jsonc-parser' }] },
      ],
    },
  },
  ...rooms.map(({ files, deny, why }) => ({
    files,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: deny, message: why }],
          ...(files[0].includes('syntax')
            ? {}
            : { paths: [{ name: 'jsonc-parser', message: 'core/syntax is the only importer of jsonc-parser' }] }),
        },
      ],
    },
  })),
  {
    files: ['**/*.test.ts', 'server/test/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-misused-spread': 'off' },
  },
);
