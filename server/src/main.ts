/** The server's one script: a process where there is Node, else a web worker. What only one of them needs is loaded there only. */
import { runProcess } from './node.js';
import { startWorker } from './worker.js';

if (typeof process === 'undefined') void startWorker();
else void runProcess(process.argv.slice(2));
