/** What a client says of itself at the start, read with distrust. */
import type { InitializeParams } from 'vscode-languageserver';
import { localeOf, type Locale } from '../core/text.js';
import { isObject, settingsOf, type Settings } from './settings.js';

export interface Client {
  readonly locale: Locale;
  /** Until the settings have been asked for. */
  readonly settings: Settings;
  /** Where it keeps the rules' pages, `{code}` standing for a rule's name. */
  readonly rulePage: string | undefined;
  /** Commands that it carries out when a code action names them. */
  readonly commands: ReadonlySet<string>;
  /** It asks for diagnostics, and `refreshesDiagnostics`: it takes requests to ask again. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** It answers when it is asked for settings, and takes registrations for their changes. */
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  /** It asks for a code action's edit when the action is chosen. */
  readonly resolvesEdits: boolean;
  /** Edits may name the document's version. */
  readonly versionsEdits: boolean;
  /** The outline may be a tree. */
  readonly nestsSymbols: boolean;
  readonly refreshesInlayHints: boolean;
  /** It lists and reads policies for the server, wherever they are: `camPolicy/findFiles` and `camPolicy/readFile`. */
  readonly readsFiles: boolean;
  /** It takes registrations for changes of files. */
  readonly watchesFiles: boolean;
  /** It can be asked for its folders. */
  readonly answersFolders: boolean;
  /** The folders it began with. */
  readonly folders: readonly string[];
}

/** Reads the first request. `initializationOptions` may hold `settings`, `rulePage`, `commands` and `readsFiles`. */
export function clientOf({ capabilities, initializationOptions, locale, ...rest }: InitializeParams): Client {
  const given: unknown = initializationOptions;
  const options = isObject(given) ? given : {};
  const { workspace, textDocument } = capabilities;
  const { codeAction, documentSymbol } = textDocument ?? {};
  // Deprecated, and all that older clients send.
  const root = 'rootUri' in rest && typeof rest.rootUri === 'string' ? [rest.rootUri] : [];
  return {
    locale: localeOf(locale),
    settings: settingsOf(options['settings']),
    rulePage: typeof options['rulePage'] === 'string' ? options['rulePage'] : undefined,
    commands: new Set(stringsIn(options['commands'])),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    nestsSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    readsFiles: options['readsFiles'] === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    answersFolders: workspace?.workspaceFolders === true,
    folders: rest.workspaceFolders?.map(({ uri }) => uri) ?? root,
  };
}

const stringsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
