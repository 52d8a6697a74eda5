import type { Host } from './install.js';
export interface ServerOptions {
  /** Where settings and state are kept; without it a new folder that goes with the server. */
  readonly userData?: string;
  /** Where extensions are installed; without it a new empty folder that goes with the server. */
  readonly extensions?: string;
  /** Settings beside `quietSettings`; written only where the user data has no settings yet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Honours `develop` and `tests` of an `Opening`. A built workbench does so only in this mode, in which notifications do not pop up. */
  readonly driver?: boolean;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Goes on without a browser connected. Without it the server ends by itself should whoever started it be killed. */
  readonly lasting?: boolean;
  readonly log?: string;
  readonly env?: NodeJS.ProcessEnv;
}
/** What a workbench opens. Paths are absolute or relative to the working directory. */
export interface Opening {
  /** A folder or a `.code-workspace` file; without it an empty window. */
  readonly target?: string | undefined;
  readonly develop?: readonly string[];
  readonly tests?: string | undefined;
  readonly payload?: readonly (readonly [key: string, value: string])[];
}
export interface ExtensionHostEnd {
  readonly code: string;
  readonly signal: string;
}
export interface Server {
  /** The address of a workbench, with the secret that the server asks for. */
  url(opening: Opening): string;
  /** Everything the server printed. */
  log(): string;
  /** Resolves when an extension host process has ended. */
  readonly extensionHostEnded: Promise<ExtensionHostEnd>;
  /** Resolves, with how, when the server's process has ended. */
  readonly ended: Promise<string>;
  /** Ends the server and all it started, and removes what goes with it. */
  stop(): Promise<void>;
}
/** The desktop's defaults where the browser's differ; nothing that reaches for the network; no AI. */
export declare const quietSettings: {
  readonly 'files.autoSave': 'off';
  readonly 'chat.disableAIFeatures': true;
  readonly 'extensions.autoCheckUpdates': false;
  readonly 'extensions.autoUpdate': false;
  readonly 'extensions.ignoreRecommendations': true;
  readonly 'workbench.enableExperiments': false;
  readonly 'workbench.startupEditor': 'none';
  readonly 'workbench.secondarySideBar.defaultVisibility': 'hidden';
  readonly 'telemetry.telemetryLevel': 'off';
  readonly 'git.openRepositoryInParentFolders': 'never';
  readonly 'remote.autoForwardPorts': false;
};
/** Starts a server; resolves when it listens, rejects with its output when it does not. */
export declare function startServer(host: Host, options?: ServerOptions): Promise<Server>;
