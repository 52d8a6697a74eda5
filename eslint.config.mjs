// Type-aware lint; which part of the code may import which is said in rooms.mjs.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { rooms } from './rooms.mjs';
import { noOpenLookup } from './scripts/eslint/no-open-lookup.mjs';

/** jsonc-parser is core/syntax's alone. */
const parser = { name: 'jsonc-parser', message: 'core/syntax is the only importer of jsonc-parser' };

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'protocol/tsconfig.json',
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
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { own: { rules: { 'no-open-lookup': noOpenLookup } } },
    rules: { 'own/no-open-lookup': 'error' },
  },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  // Flat config replaces a rule's options, so each file must match exactly one room.
  ...rooms.map(({ files, not, deny, jsonc = false, why }) => ({
    files,
    ignores: ['**/*.test.ts', ...not],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: deny, message: why }], ...(jsonc ? {} : { paths: [parser] }) },
      ],
    },
  })),
  {
    files: ['server/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'server/src/features/document.ts', 'server/src/server/documents.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='getText']",
          message: 'A document may hold several policies: use the text of the policy, `policy.tree.text`.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'server/test/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-misused-spread': 'off' },
  },
);
