/** What a client announces in `initialize`. What has the wrong type is ignored. */
import type { InitializeParams } from 'vscode-languageserver';
import { CompletionItemTag, InsertTextMode } from 'vscode-languageserver-types';
import { commands as clientCommands } from '../../../protocol/names.js';
import { own } from '../core/own.js';
import { localeOf, type Locale } from '../core/text.js';
import type { Abilities, ItemDefault } from '../features/abilities.js';
import type { MarkupFormat } from '../features/markup.js';
import type { TakenDiagnostics } from './as-announced.js';
import { isObject, settingsOf, type Settings } from './settings.js';

export interface Client {
  readonly locale: Locale;
  /** The settings of `initializationOptions`, until others are known. */
  readonly settings: Settings;
  /** The address of a rule's page, with `{code}` for the rule's name. */
  readonly rulePage: string | undefined;
  /** Commands that code actions may name. */
  readonly commands: ReadonlySet<string>;
  /** What features depend on. */
  readonly abilities: Abilities;
  /** It pulls diagnostics, and `refreshesDiagnostics`: it can be told to pull them again. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** It can be asked for settings, and takes registrations for their changes. */
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  readonly takenDiagnostics: TakenDiagnostics;
  /** It knows kinds of symbols and completions that came after the first eighteen. */
  readonly laterKinds: { readonly outline: boolean; readonly workspace: boolean; readonly completion: boolean };
  /** Code actions may be more than commands. */
  readonly takesCodeActions: boolean;
  /** It asks what can be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** It resolves the edit of a code action when the action is chosen. */
  readonly resolvesEdits: boolean;
  /** Edits may name the document's version. */
  readonly versionsEdits: boolean;
  /** The outline may be a tree. */
  readonly nestsSymbols: boolean;
  readonly refreshesInlayHints: boolean;
  /** It lists and reads policies for the server, wherever they are: `camPolicy/findFiles` and `camPolicy/readFile`. */
  readonly readsFiles: boolean;
  /** It formats a whole document as a range. */
  readonly formatsByRange: boolean;
  /** It takes registrations for changes of files. */
  readonly watchesFiles: boolean;
  /** It takes registrations for further documents to send. */
  readonly registersSync: boolean;
  /** It takes registrations for documents of further languages, and for what people want in them. */
  readonly registersLanguages: boolean;
  /** It checks JSON against schemas, those of an extension included, and completes it. */
  readonly knowsSchemas: boolean;
  /** Edits may create files. */
  readonly createsFiles: boolean;
  /** It can be asked for its folders. */
  readonly answersFolders: boolean;
  /** The folders it began with. */
  readonly folders: readonly string[];
}

/**
 * Reads `initialize`. Never throws: what has the wrong type is ignored. `otherwise`: the locale of a client that says none.
 * `initializationOptions` may hold `settings`, `rulePage`, `commands`, `readsFiles`, `knowsSchemas` and `formatsByRange`.
 */
export function clientOf(params: InitializeParams, otherwise: Locale = 'en'): Client {
  const can = (...path: readonly string[]): boolean => memberAt(params, 'capabilities', ...path) === true;
  const option = (name: string): unknown => memberAt(params, 'initializationOptions', name);
  const commands = new Set(stringsIn(option('commands')));
  const [locale, rulePage] = [memberAt(params, 'locale'), option('rulePage')];
  return {
    locale: typeof locale === 'string' && locale !== '' ? localeOf(locale) : otherwise,
    settings: settingsOf(option('settings')),
    rulePage: typeof rulePage === 'string' ? rulePage : undefined,
    commands,
    abilities: abilitiesOf(params, commands),
    pullsDiagnostics: isObject(memberAt(params, 'capabilities', 'textDocument', 'diagnostic')),
    refreshesDiagnostics: can('workspace', 'diagnostics', 'refreshSupport'),
    answersSettings: can('workspace', 'configuration'),
    registersSettings: can('workspace', 'didChangeConfiguration', 'dynamicRegistration'),
    takenDiagnostics: takenDiagnosticsOf(params),
    laterKinds: {
      outline: hasKinds(params, 'textDocument', 'documentSymbol', 'symbolKind'),
      workspace: hasKinds(params, 'workspace', 'symbol', 'symbolKind'),
      completion: hasKinds(params, 'textDocument', 'completion', 'completionItemKind'),
    },
    takesCodeActions: isObject(
      memberAt(params, 'capabilities', 'textDocument', 'codeAction', 'codeActionLiteralSupport'),
    ),
    preparesRename: can('textDocument', 'rename', 'prepareSupport'),
    resolvesEdits:
      can('textDocument', 'codeAction', 'dataSupport') &&
      listAt(params, 'capabilities', 'textDocument', 'codeAction', 'resolveSupport', 'properties').includes('edit'),
    versionsEdits: can('workspace', 'workspaceEdit', 'documentChanges'),
    nestsSymbols: can('textDocument', 'documentSymbol', 'hierarchicalDocumentSymbolSupport'),
    refreshesInlayHints: can('workspace', 'inlayHint', 'refreshSupport'),
    readsFiles: option('readsFiles') === true,
    formatsByRange: option('formatsByRange') === true,
    watchesFiles: can('workspace', 'didChangeWatchedFiles', 'dynamicRegistration'),
    registersSync: can('textDocument', 'synchronization', 'dynamicRegistration'),
    registersLanguages: ['synchronization', 'completion', 'hover', 'codeAction', 'inlayHint', 'codeLens'].every(
      (feature) => can('textDocument', feature, 'dynamicRegistration'),
    ),
    knowsSchemas: option('knowsSchemas') === true,
    createsFiles: listAt(params, 'capabilities', 'workspace', 'workspaceEdit', 'resourceOperations').includes('create'),
    answersFolders: can('workspace', 'workspaceFolders'),
    folders: foldersOf(params),
  };
}

function takenDiagnosticsOf(params: InitializeParams): TakenDiagnostics {
  const taken = (...path: readonly string[]): unknown =>
    memberAt(params, 'capabilities', 'textDocument', 'publishDiagnostics', ...path);
  const tags = taken('tagSupport', 'valueSet');
  return {
    version: taken('versionSupport') === true,
    tags: Array.isArray(tags) ? tags : [],
    codeDescription: taken('codeDescriptionSupport') === true,
    relatedInformation: taken('relatedInformation') === true,
  };
}

const hasKinds = (params: InitializeParams, ...path: readonly string[]): boolean =>
  Array.isArray(memberAt(params, 'capabilities', ...path, 'valueSet'));

/** The folders that the client begins with; older clients send `rootUri` alone. */
function foldersOf(params: InitializeParams): readonly string[] {
  const folders = memberAt(params, 'workspaceFolders');
  return Array.isArray(folders) ? addressesOf(folders) : stringsIn([memberAt(params, 'rootUri')]);
}

/** The addresses of folders as LSP has them; what has another form is left out. */
export const addressesOf = (folders: readonly unknown[]): readonly string[] =>
  stringsIn(folders.map((folder) => memberAt(folder, 'uri')));

/** The member at the end of a path of names; undefined where anything on the way is no object, or has no such member of its own. */
const memberAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, name) => (isObject(found) ? own(found, name) : undefined), value);

const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = memberAt(value, ...path);
  return Array.isArray(found) ? found : [];
};

/** VS Code's command that asks for completions; VS Code has it without announcing it. */
const suggest = 'editor.action.triggerSuggest';

const itemDefaults: readonly string[] = ['editRange', 'data'] satisfies readonly ItemDefault[];
const isItemDefault = (name: string): name is ItemDefault => itemDefaults.includes(name);

function abilitiesOf(params: InitializeParams, commands: ReadonlySet<string>): Abilities {
  const document = ['capabilities', 'textDocument'] as const;
  const item = [...document, 'completion', 'completionItem'] as const;
  const can = (...path: readonly string[]): boolean => memberAt(params, ...path) === true;
  const takes = (name: string, value: unknown): boolean => listAt(params, ...item, name, 'valueSet').includes(value);
  const name = memberAt(params, 'clientInfo', 'name');
  const isVsCode = typeof name === 'string' && name.startsWith('Visual Studio Code');
  return {
    snippets: can(...item, 'snippetSupport'),
    insertReplace: can(...item, 'insertReplaceSupport'),
    labelDetails: can(...item, 'labelDetailsSupport'),
    deprecatedTag: takes('tagSupport', CompletionItemTag.Deprecated),
    adjustsIndentation: takes('insertTextModeSupport', InsertTextMode.adjustIndentation),
    documentationFormat: formatOf(memberAt(params, ...item, 'documentationFormat')),
    hoverFormat: formatOf(memberAt(params, ...document, 'hover', 'contentFormat')),
    sourcesCommand: commands.has(clientCommands.showSources) ? clientCommands.showSources : undefined,
    itemDefaults: stringsIn(memberAt(params, ...document, 'completion', 'completionList', 'itemDefaults')).filter(
      isItemDefault,
    ),
    suggestCommand: commands.has(suggest) || isVsCode ? suggest : undefined,
  };
}

/** The first of the client's formats that the server has; plain text if it announces none. */
const formatOf = (formats: unknown): MarkupFormat =>
  stringsIn(formats).find((format) => format === 'markdown' || format === 'plaintext') ?? 'plaintext';

/** The strings of a list; none where it is no list. */
export const stringsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
