/** The server's script: a process where there is Node, else a web worker. What only one of them needs runs there only. */
if (typeof process === 'undefined') void import('./worker.js').then(({ startWorker }) => startWorker());
else void import('./node.js').then(({ runProcess }) => runProcess(process.argv.slice(2)));

export {};
