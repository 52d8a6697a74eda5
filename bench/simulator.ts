/**
 * @cloud-copilot/iam-simulate, which decides single requests on policies of AWS. Its licence is the AGPL: it is installed into a folder of its own when the
 * benchmark runs, is in no bundle, and nothing of the product depends on it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const version = '0.1.173';

/** Where it is installed. */
const folder = path.resolve('out/peers');

/** Decides whether `action` is allowed on `resource` by a policy of AWS, which is taken as it is, without a check. */
export type Simulate = (policy: object, action: string, resource: string) => string;

interface Simulator {
  readonly runUnsafeSimulation: (simulation: object, options: object) => string;
}

/** Undefined where it cannot be installed. */
export function loadSimulator(say: (line: string) => void): Simulate | undefined {
  const name = '@cloud-copilot/iam-simulate';
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(path.join(folder, 'node_modules', name)))
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`], {
        stdio: 'ignore',
      });
    const { runUnsafeSimulation } = createRequire(path.join(folder, 'index.js'))(name) as Simulator;
    const account = '123456789012';
    return (policy, action, resource) =>
      runUnsafeSimulation(
        {
          identityPolicies: [{ name: 'twin', policy }],
          serviceControlPolicies: [],
          resourceControlPolicies: [],
          request: {
            action,
            resource: { resource, accountId: account },
            principal: `arn:aws:iam::${account}:user/a`,
            contextVariables: { 'aws:SourceIp': '10.0.0.1' },
          },
        },
        {},
      );
  } catch (error) {
    say(`${name} cannot be installed and is left out: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
