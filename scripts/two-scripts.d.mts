/** The types of two-scripts.mjs, which is JavaScript because esbuild.mjs reads it. */
import type { BuildOptions, Metafile } from 'esbuild';
export interface TwoScripts {
  readonly entryPoint: string;
  readonly outfile: string;
  readonly later: string;
  readonly laterFile: string;
  readonly banner: string;
}
export declare function bundleTwoScripts(
  options: BuildOptions,
  what: TwoScripts,
): Promise<{ readonly metafile: Metafile; readonly scripts: ReadonlyMap<string, string> }>;
