/** The manifest of the extension, and how what people install differs from it. It reads no files. */

/** What the rest of the packaging needs of `package.json`. */
export interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
  readonly repository?: { readonly url: string };
  readonly bin?: Readonly<Record<string, string>>;
}

/** Stands in the addresses of `package.json` until somebody publishes: CONTRIBUTING says what to set. */
const placeholder = '/OWNER/';

/** Whether the manifest says where the project is: what it says before that leads nowhere. */
export const hasHome = ({ repository }: Pick<Manifest, 'repository'>): boolean =>
  repository !== undefined && !repository.url.includes(placeholder);

/** Without the addresses that lead nowhere. */
export function withoutHome<Any extends object>(manifest: Any): Any {
  const kept = Object.entries(manifest).filter(([name]) => !['repository', 'bugs', 'homepage'].includes(name));
  return Object.fromEntries(kept) as Any;
}

/** Without what is of use to those who install the npm package only: the command line. */
export function manifestOfExtension<Any extends Pick<Manifest, 'bin'>>(manifest: Any): Any {
  const bin = Object.entries(manifest.bin ?? {}).filter(([name]) => name !== 'cam-policy');
  return { ...manifest, bin: Object.fromEntries(bin) };
}
