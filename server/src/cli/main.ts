/** The entry of the command line. What only prints the version loads nothing else. */
import { version } from '../../../package.json';

// A reader that has seen enough closes the pipe, as `head` does: that is no failure of ours. The work goes on to its end, whose exit code counts.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === '--version' || args[0] === '-v') {
    process.stdout.write(`${version}\n`);
    return;
  }
  const { runCommand } = await import('./commands.js');
  process.exitCode = await runCommand(args, __dirname);
}

void main(process.argv.slice(2));
