/** Reads the command line that @vscode/test-electron gives to VS Code. Only what the stand-in honours is kept. */
import { fileURLToPath } from 'node:url';

export interface CodeArguments {
  /** The folder or workspace to open. */
  readonly target: string | undefined;
  readonly develop: readonly string[];
  readonly tests: string | undefined;
  /** The extensions under development, and the tests, run in the browser's extension host, not in the server's. */
  readonly web: boolean;
  readonly userData: string | undefined;
  readonly extensions: string | undefined;
  readonly locale: string | undefined;
  readonly log: string | undefined;
  /** Passed on to the workbench. */
  readonly payload: readonly (readonly [key: string, value: string])[];
  /** It asks the command line of VS Code (`--version`, `--install-extension …`), not for a window. */
  readonly commandLine: boolean;
}

/** Options whose value may stand in an argument of its own. */
const valued: ReadonlySet<string> = new Set([
  ...['extensionDevelopmentPath', 'extensionTestsPath', 'user-data-dir', 'extensions-dir', 'folder-uri', 'file-uri'],
  ...['inspect-extensions', 'inspect-brk-extensions', 'disable-extension', 'locale', 'log', 'profile'],
  'extensionDevelopmentKind',
]);

const commandLineOptions = [
  'version',
  'help',
  'list-extensions',
  'show-versions',
  'install-extension',
  'uninstall-extension',
];

/** `true` stands for an option without a value. */
type Options = ReadonlyMap<string, readonly (string | true)[]>;

/** Reads arguments in the form `--name=value`, `--name value`, `--name` and `path`. Unknown options are passed over. */
export function readArguments(args: readonly string[]): CodeArguments {
  const { options, positional } = split(args);
  const all = (name: string): readonly string[] => (options.get(name) ?? []).filter((value) => value !== true);
  const first = (name: string): string | undefined => all(name)[0];
  const folder = first('folder-uri');
  return {
    target: positional[0] ?? (folder === undefined ? undefined : fileURLToPath(folder)),
    develop: all('extensionDevelopmentPath'),
    tests: first('extensionTestsPath'),
    web: first('extensionDevelopmentKind') === 'web',
    userData: first('user-data-dir'),
    extensions: first('extensions-dir'),
    locale: first('locale'),
    log: first('log'),
    payload: [
      ...(options.has('skip-welcome') ? ([['skipWelcome', 'true']] as const) : []),
      ...(options.has('disable-extensions') ? ([['disableExtensions', 'true']] as const) : []),
      ...['inspect-extensions', 'inspect-brk-extensions'].flatMap((name) =>
        all(name).map((value) => [name, value] as const),
      ),
    ],
    commandLine: commandLineOptions.some((name) => options.has(name)),
  };
}

function split(args: readonly string[]): { readonly options: Options; readonly positional: readonly string[] } {
  const options = new Map<string, (string | true)[]>();
  const positional: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const match = /^--([^=]+)(?:=([^]*))?$/.exec(arg);
    if (match === null) {
      positional.push(arg);
      continue;
    }
    const [, name = '', joined] = match;
    const next = args[at + 1];
    const apart = joined === undefined && valued.has(name) && next !== undefined && !next.startsWith('--');
    if (apart) at++;
    options.set(name, [...(options.get(name) ?? []), joined ?? (apart ? next : true)]);
  }
  return { options, positional };
}
