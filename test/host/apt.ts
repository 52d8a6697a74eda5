/** Installs what the system's package manager brings, where it may be asked: apt-get on Debian and its kin, as root. */
import { access, constants } from 'node:fs/promises';
import { attempt } from './process.js';

/** Whether `file` is there and may be executed. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs `packages`; false where nothing could be done, and `say` is told why where apt-get itself failed. */
export async function installWithApt(
  packages: readonly string[],
  say: (line: string) => void = console.log,
): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get')))
    return false;
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await attempt('apt-get', ['update', '-qq'], { env });
  const { code, output } = await attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
  });
  if (code !== 0) say(`apt-get ended with ${code ?? 'no exit code'}:\n${output.slice(-1000)}`);
  return code === 0;
}
