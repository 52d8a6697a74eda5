/** Names that the server, the client and package.json have in common. docs/protocol.md describes the requests for other clients. */

/** What VS Code calls the language of policies. */
export const languageId = 'cam-policy';

/** How the names of policy files end. */
export const policyEnding = '.cam.json';

/** How the names of files with tests of policies end. */
export const testEnding = '.cam.test.json';

/** What files with the configuration of a folder are called. */
export const configurationName = 'cam-policy.config.json';

/** The scheme of the extension's own pages in VS Code. */
export const pageScheme = 'cam-policy-page';

/** The settings' section. */
export const section = 'camPolicy';

/** What the setting `camPolicy.policiesIn` takes: kinds of files in which policies stand among other things. */
export const hostLanguages = ['terraform', 'markdown'] as const;

export type HostLanguage = (typeof hostLanguages)[number];

/** Settings below the section that the client alone reads. */
export const settingNames = { files: 'files', offerJson: 'offerJson' } as const;

/** The levels that the setting `camPolicy.rules` takes, from none up. */
export const ruleLevels = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** Requests of a client to the server. */
export const requests = {
  templates: 'camPolicy/templates',
  summary: 'camPolicy/summary',
  compact: 'camPolicy/compact',
  excerpt: 'camPolicy/excerpt',
  expandWildcards: 'camPolicy/expandWildcards',
  addStatement: 'camPolicy/addStatement',
  readLiteral: 'camPolicy/readLiteral',
  writeLiteral: 'camPolicy/writeLiteral',
  setOrigin: 'camPolicy/setOrigin',
  jsonKind: 'camPolicy/jsonKind',
  changeConfiguration: 'camPolicy/changeConfiguration',
  sources: 'camPolicy/sources',
  explain: 'camPolicy/explain',
  can: 'camPolicy/can',
  canChoices: 'camPolicy/canChoices',
  tests: 'camPolicy/tests',
  newTests: 'camPolicy/newTests',
  compare: 'camPolicy/compare',
  leastPrivilege: 'camPolicy/leastPrivilege',
} as const;

/** Requests of the server to a client that has said that it `readsFiles`. */
export const clientRequests = {
  findFiles: 'camPolicy/findFiles',
  readFile: 'camPolicy/readFile',
} as const;

/** Commands that people run in VS Code; package.json has their titles. */
export const commands = {
  newPolicy: 'camPolicy.newPolicy',
  addStatementFromMessage: 'camPolicy.addStatementFromMessage',
  copyAsPolicyDocument: 'camPolicy.copyAsPolicyDocument',
  copyAsJsonString: 'camPolicy.copyAsJsonString',
  expandWildcards: 'camPolicy.expandWildcards',
  showSources: 'camPolicy.showSources',
  checkSelected: 'camPolicy.checkSelected',
  checkClipboard: 'camPolicy.checkClipboard',
  copyAsLiteral: 'camPolicy.copyAsLiteral',
  restartServer: 'camPolicy.restartServer',
  showLog: 'camPolicy.showLog',
  openSettings: 'camPolicy.openSettings',
  openWalkthrough: 'camPolicy.openWalkthrough',
  openExample: 'camPolicy.openExample',
  reportProblem: 'camPolicy.reportProblem',
  explain: 'camPolicy.explain',
  can: 'camPolicy.can',
  newPolicyTest: 'camPolicy.newPolicyTest',
  compare: 'camPolicy.compare',
  keepUsed: 'camPolicy.keepUsed',
} as const;

/** Commands that the server's code actions name, where the client has said that it carries them out. */
export const actionCommands = {
  /** Takes a list of `ShownRule`: lets the person read the page of one or change its level. */
  rules: 'camPolicy.rules',
} as const;

/** The walkthrough's name in the manifest. */
export const walkthrough = 'begin';

/** Views of the extension in VS Code. */
export const views = { access: 'camPolicy.access' } as const;

/** What the extension tells VS Code of itself, for `when` clauses. */
export const contextKeys = { active: 'camPolicy.active' } as const;
