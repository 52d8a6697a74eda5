/**
 * The rooms of the code and which of them each may use. ESLint reads this table (eslint.config.mjs), and a test lints one forbidden import per room.
 * See ARCHITECTURE.md for what each room does.
 */

const core = 'server/src/core';

/**
 * Rooms of the core. `uses`: the other rooms of the core that this room may import; every room may import `base`.
 * A room that is not named in `uses` is forbidden.
 */
const coreRooms = [
  {
    name: 'base',
    files: [`${core}/*.ts`],
    not: [`${core}/index.ts`],
    uses: [],
    why: 'spans, texts, wildcards and memory stand below everything',
  },
  { name: 'syntax', uses: [], why: 'syntax knows JSON, not policies' },
  { name: 'policy', uses: ['syntax'], why: 'the language does not depend on what is known of services' },
  { name: 'catalogue', uses: [], why: 'the catalogue knows facts, not documents' },
  { name: 'embed', uses: ['syntax', 'policy'], why: 'a host knows where its policies stand, not what they mean' },
  {
    name: 'place',
    uses: ['syntax', 'policy'],
    why: 'a place says what the cursor stands on, not what may stand there',
  },
  {
    name: 'knowledge',
    uses: ['policy', 'catalogue'],
    why: 'knowledge joins the language and the catalogue; it does not judge',
  },
  {
    name: 'access',
    uses: ['syntax', 'policy', 'catalogue', 'knowledge'],
    why: 'access says what a policy allows; it does not judge',
  },
  { name: 'edits', uses: ['syntax', 'policy', 'access'], why: 'edits write what others decide' },
  {
    name: 'denial',
    uses: ['policy', 'catalogue', 'knowledge'],
    why: 'a denied message is read without the policy that it is for',
  },
  {
    name: 'refactor',
    uses: ['syntax', 'policy', 'catalogue', 'knowledge', 'access', 'edits'],
    why: 'a refactoring starts from a statement and a selection, and holds no opinion',
  },
  {
    name: 'lint',
    uses: ['syntax', 'policy', 'catalogue', 'knowledge', 'access', 'edits'],
    why: 'rules look at the whole policy, not at a cursor',
  },
  {
    name: 'config',
    uses: ['syntax', 'policy', 'catalogue', 'knowledge', 'lint'],
    why: 'a configuration says what is checked and reported; it does not check',
  },
  {
    name: 'testing',
    uses: ['syntax', 'policy', 'catalogue', 'knowledge', 'access', 'embed', 'edits', 'config'],
    why: 'a test asks the engine about policies; it holds no opinion',
  },
];

/** Import patterns that no file of the core may have: it is a pure library, without LSP and without a platform. */
const outsideCore = [
  'node:*',
  'vscode*',
  '**/features/**',
  '**/server/**',
  '**/client/**',
  '../index.js',
  '../../index.js',
];

/** What a file that imports a room of the core writes, from the core's root and from below it. */
const patternsOf = ({ name }) => (name === 'base' ? [] : [`**/${name}/**`, `./${name}/**`]);

const roomsOfCore = coreRooms.map((room) => ({
  name: `core/${room.name}`,
  files: room.files ?? [`${core}/${room.name}/**`],
  not: room.not ?? [],
  deny: [
    ...outsideCore,
    ...coreRooms.filter(({ name }) => name !== room.name && !room.uses.includes(name)).flatMap(patternsOf),
  ],
  jsonc: room.name === 'syntax',
  why: room.why,
}));

/** Every room: whose files it has, what they must not import (patterns on the text of the import), whether they may import jsonc-parser, and why. */
export const rooms = [
  ...roomsOfCore,
  {
    name: 'core/index',
    files: [`${core}/index.ts`],
    not: [],
    deny: outsideCore,
    why: 'the public engine is part of the pure library',
  },
  {
    name: 'protocol',
    files: ['protocol/**'],
    not: [],
    deny: ['node:*', 'vscode*', '**/server/**', '**/client/**'],
    why: 'what both sides have in common depends on neither',
  },
  {
    name: 'features',
    files: ['server/src/features/**'],
    not: [],
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
    name: 'server',
    files: ['server/src/server/**'],
    not: [],
    deny: [
      'node:*',
      'vscode',
      'vscode-languageserver/node*',
      'vscode-languageserver/browser*',
      'vscode-languageclient*',
    ],
    why: 'the server runs on any platform: entries bring the platform',
  },
  {
    name: 'cli',
    files: ['server/src/cli/**'],
    not: ['server/src/cli/editor/**'],
    deny: ['vscode*', '**/features/**', '**/server/**', '**/client/**', '**/core/*/**'],
    why: 'the command line asks the public engine, as any other program does',
  },
  {
    name: 'cli/editor',
    files: ['server/src/cli/editor/**'],
    not: [],
    deny: [
      'vscode',
      'vscode-languageserver',
      'vscode-languageserver/**',
      '**/server/**',
      '**/client/**',
      '**/core/*/**',
    ],
    why: 'what the editor says is asked of its features, not of the server, and the rest of the public engine',
  },
  {
    name: 'entries',
    files: ['server/src/*.ts'],
    not: [],
    deny: ['vscode', 'vscode-languageclient*'],
    why: 'an entry brings a platform, not an editor',
  },
  {
    name: 'client',
    files: ['client/src/**'],
    not: [],
    deny: ['**/server/src/**'],
    why: 'the client talks to the server over the protocol only',
  },
];
