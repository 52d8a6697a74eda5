// Loaded before the server: says on the error stream when anything reaches for the network, a shell or an evaluation, and at SIGUSR2 how much memory is in use.
'use strict';
const Module = require('node:module');

const forbidden = new Set([
  'http',
  'https',
  'http2',
  'tls',
  'dns',
  'dns/promises',
  'dgram',
  'child_process',
  'cluster',
  'worker_threads',
  'vm',
  'inspector',
  'repl',
]);
// The library that speaks the protocol loads these to offer other transports; only using them counts.
const watched = {
  net: ['connect', 'createConnection', 'createServer', 'Socket', 'Server'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
};

const tell = (what) => {
  process.stderr.write(`FORBIDDEN ${what}\n`);
  throw new Error(`${what} is forbidden here`);
};

for (const [name, members] of Object.entries(watched)) {
  const module = require(name);
  for (const member of members)
    module[member] = new Proxy(module[member], {
      apply: () => tell(`${name}.${member}`),
      construct: () => tell(`new ${name}.${member}`),
    });
}
const load = Module._load;
Module._load = function (request, ...rest) {
  const name = request.replace(/^node:/, '');
  if (forbidden.has(name) && !(name in watched)) tell(`require ${name}`);
  return load.call(this, request, ...rest);
};
for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'eval']) globalThis[name] = () => tell(name);
globalThis.Function = new Proxy(Function, { apply: () => tell('Function'), construct: () => tell('new Function') });

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  process.stderr.write(`HEAP ${process.memoryUsage().heapUsed}\n`);
});
