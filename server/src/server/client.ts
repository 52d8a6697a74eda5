/** What a client says of itself at the start, read with distrust. */
import { CompletionItemTag, InsertTextMode, type InitializeParams } from 'vscode-languageserver';
import { localeOf, type Locale } from '../core/text.js';
import type { Abilities, ItemDefault } from '../features/abilities.js';
import type { MarkupFormat } from '../features/markup.js';
import { isObject, settingsOf, type Settings } from './settings.js';

export interface Client {
  readonly locale: Locale;
  /** Until the settings have been asked for. */
  readonly settings: Settings;
  /** Where it keeps the rules' pages, `{code}` standing for a rule's name. */
  readonly rulePage: string | undefined;
  /** Commands that it carries out when a code action names them. */
  readonly commands: ReadonlySet<string>;
  /** What it can do that features shape their answers by. */
  readonly abilities: Abilities;
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
export function clientOf(params: InitializeParams): Client {
  const { capabilities, locale, ...rest } = params;
  const given: unknown = params.initializationOptions;
  const options = isObject(given) ? given : {};
  const { workspace, textDocument } = capabilities;
  const { codeAction, documentSymbol } = textDocument ?? {};
  const commands = new Set(stringsIn(options['commands']));
  // Deprecated, and all that older clients send.
  const { rootUri }: { readonly rootUri?: unknown } = rest;
  return {
    locale: localeOf(locale),
    settings: settingsOf(options['settings']),
    rulePage: typeof options['rulePage'] === 'string' ? options['rulePage'] : undefined,
    commands,
    abilities: abilitiesOf(params, commands),
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
    folders: rest.workspaceFolders?.map(({ uri }) => uri) ?? stringsIn([rootUri]),
  };
}

/** VS Code's own command that asks for completions; VS Code knows it without saying so. */
const suggest = 'editor.action.triggerSuggest';

const itemDefaults: readonly string[] = ['editRange', 'data'] satisfies readonly ItemDefault[];
const isItemDefault = (name: string): name is ItemDefault => itemDefaults.includes(name);

function abilitiesOf({ capabilities, clientInfo }: InitializeParams, commands: ReadonlySet<string>): Abilities {
  const { completion, hover, documentLink } = capabilities.textDocument ?? {};
  const { completionItem: item, completionList } = completion ?? {};
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    deprecatedTag: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    adjustsIndentation: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    documentationFormat: formatOf(item?.documentationFormat),
    hoverFormat: formatOf(hover?.contentFormat),
    linkTooltips: documentLink?.tooltipSupport === true,
    itemDefaults: (completionList?.itemDefaults ?? []).filter(isItemDefault),
    suggestCommand:
      commands.has(suggest) || clientInfo?.name.startsWith('Visual Studio Code') === true ? suggest : undefined,
  };
}

/** The first of the formats, as the client prefers them, that there is; without any it reads no more than words. */
const formatOf = (formats: unknown): MarkupFormat =>
  stringsIn(formats).find((format) => format === 'markdown' || format === 'plaintext') ?? 'plaintext';

const stringsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
