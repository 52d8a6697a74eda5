/** Which of the files that `files` of a configuration match are policies: a pattern may match more than is meant. */
import { isLiteral, matchesPath, type Glob } from '../glob.js';

/** What configurations are called. */
export const configurationName = 'cam-policy.config.json';

/** How the names of files with tests of policies end. */
const testEnding = '.cam.test.json';

/** Files of other tools, which a pattern such as `**` + `/*.json` matches too. */
const toolFiles: ReadonlySet<string> = new Set([
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'composer.json',
  'deno.json',
  'jsconfig.json',
]);

/** What is read of a folder where a pattern leaves the ending open: JSON, and the texts that policies stand in. */
export const openEndings = ['.json', '.jsonc', '.tf', '.tofu', '.tfvars', '.md', '.markdown'] as const;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a path or address is that of a configuration or of tests, which are no policies whatever a pattern says. */
export const isOwnFile = (path: string): boolean => nameOf(path) === configurationName || path.endsWith(testEnding);

/** Named by their ending: settings of TypeScript, and what Terraform keeps in JSON. */
const isOfTool = (name: string): boolean =>
  toolFiles.has(name) || /^tsconfig\b.*\.json$|\.(?:tf|tofu|tfvars|tfstate|tftest)\.json$/u.test(name);

/** Whether every alternative of a pattern ends with a run of any characters, as `policies/*` does. */
const leavesEndingOpen = ({ alternatives }: Glob): boolean =>
  alternatives.every((names) => {
    const last = names.at(-1);
    return last !== undefined && last !== 'folders' && last.at(-1)?.kind === 'any-run';
  });

/** Whether a pattern of `files` says that the file at a path is a policy. A file that it names whole is one, unless it is one of ours. */
export function namesPolicy(glob: Glob, path: string): boolean {
  if (!matchesPath(glob, path) || isOwnFile(path)) return false;
  const name = nameOf(path);
  if (isLiteral(glob)) return true;
  return !isOfTool(name) && (!leavesEndingOpen(glob) || openEndings.some((ending) => name.endsWith(ending)));
}
