/** An installed host; paths are absolute. */
export interface Host {
  /** Node of the version that the server needs. */
  readonly node: string;
  /** The server's entry, to be run by `node`. */
  readonly server: string;
  /** VS Code's version. */
  readonly version: string;
}
type Say = (line: string) => void;
export declare const repository: string;
/**
 * The host, installed first where it is missing or out of date.
 * Rejects where a package cannot be had or the server does not start; then nothing counts as installed.
 */
export declare function installHost(say?: Say): Promise<Host>;
export {};
