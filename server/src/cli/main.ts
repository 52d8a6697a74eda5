/** The entry of the command line. What only prints the version loads nothing else. */
import { version } from '../../../package.json';

// A reader that has seen enough closes the pipe, as `head` does: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
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
