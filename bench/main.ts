/** `npm run bench [-- --json] [--only in-process|access|stdio|services|command-line|extension] [--policies FOLDER]…`: prints what the product costs beside what people would use instead. */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { timeCommandLine } from './command-line.js';
import { timeAccess } from './access.js';
import { timeInProcess } from './in-process.js';
import { measureExtension } from './extension.js';
import { timeServices } from './services.js';
import { timeOverStdio } from './stdio.js';
import { judge } from './targets.js';
import { printReport, type Report } from './report.js';

const parts = ['in-process', 'access', 'stdio', 'services', 'command-line', 'extension'] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      only: { type: 'string', multiple: true, default: [...parts] },
      policies: { type: 'string', multiple: true, default: ['../shared/corpus'].filter(existsSync) },
    },
  });
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const wanted = (part: (typeof parts)[number]): boolean => values.only.includes(part);
  const inProcess = wanted('in-process') ? await timeInProcess(values.policies, say) : [];
  const access = wanted('access') ? await timeAccess(say) : [];
  const stdio = [
    ...(wanted('stdio') ? await timeOverStdio(say) : []),
    ...(wanted('services') ? await timeServices(say) : []),
  ];
  const commandLine = wanted('command-line') ? timeCommandLine(say) : [];
  const extension = wanted('extension') ? measureExtension(say) : [];
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`,
    inProcess,
    access,
    stdio,
    commandLine,
    extension,
    targets: judge([...inProcess, ...access], stdio, commandLine),
  };
  process.stdout.write(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
