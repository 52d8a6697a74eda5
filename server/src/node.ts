/** The server as a Node process: over IPC for VS Code, over `--stdio` for anyone else. */
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { createNodeCatalogue, createNodeLanguage } from './catalogue-file.js';
import { localeOf } from './core/text.js';
import { nodeFiles } from './files.js';
import { rulePagesBeside } from './rule-pages.js';
import { failureOf } from './server/guard.js';
import { incoming } from './server/incoming.js';
import { startServer } from './server/start.js';

const usage = `cam-policy-language-server ${version}

Language server for Tencent Cloud CAM policies (*.cam.json).

Usage: cam-policy-language-server --stdio [--lang en | zh-cn]
       cam-policy-language-server --node-ipc
       cam-policy-language-server --socket=PORT
       cam-policy-language-server --version | --help
`;

/** The value of `--lang`. */
const languageIn = (args: readonly string[]): string | undefined =>
  args.map((one, at) => (args[at - 1] === '--lang' ? one : /^--lang=(.*)$/u.exec(one)?.[1])).findLast(Boolean);

/** Does what the arguments ask for: serves, or prints how to. */
export function runProcess(args: readonly string[]): void {
  if (args.includes('--version')) {
    process.stdout.write(`${version}\n`);
  } else if (args.includes('--help')) {
    process.stdout.write(usage);
  } else if (args.some((argument) => /^--(?:stdio|node-ipc|socket=\d+|pipe=.+)$/u.test(argument))) {
    // What libraries print must not get between the messages on standard output.
    console.log = console.info = console.debug = console.error;
    // The young generation grows slowly: after a long policy the process uses a quarter less memory, and is as fast.
    setFlagsFromString('--semi-space-growth-factor=1');
    // The channel is the only way to the client: without it nobody could end the server while the parent lives.
    process.once('disconnect', () => process.exit());
    const connection = createConnection(ProposedFeatures.all, incoming);
    // What fails where nobody waits for it costs its own answer, not the session.
    process.on('unhandledRejection', (error) => {
      connection.console.error(failureOf('something in the background', error));
    });
    startServer(connection, {
      version,
      locale: localeOf(languageIn(args)),
      catalogue: createNodeCatalogue(__dirname),
      language: createNodeLanguage(__dirname),
      rulePage: rulePagesBeside(__dirname),
      fileSystem: nodeFiles,
      nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    });
  } else {
    process.stderr.write(`Say how to connect.\n\n${usage}`);
    process.exitCode = 2;
  }
}
