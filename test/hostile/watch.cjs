// Loaded before the server: says on the error stream when anything reaches for the network, a process or an evaluation, and at SIGUSR2 how much memory is in use.
'use strict';
const { writeSync } = require('node:fs');
const Module = require('node:module');
const net = require('node:net');

/** Modules that nothing may load. */
const forbidden = new Set(
  'http https http2 tls dns dns/promises dgram child_process cluster worker_threads vm inspector inspector/promises repl'.split(
    ' ',
  ),
);

const tell = (what) => {
  writeSync(2, `FORBIDDEN ${what}\n`);
  throw new Error(`${what} is forbidden here`);
};
const trap = (holder, name, what) => {
  holder[name] = new Proxy(holder[name] ?? function () {}, { apply: () => tell(what), construct: () => tell(what) });
};

// Standard input and output are sockets too: they are made, but they never connect.
trap(net, 'connect', 'net.connect');
trap(net, 'createConnection', 'net.createConnection');
trap(net, 'createServer', 'net.createServer');
trap(net.Socket.prototype, 'connect', 'Socket.connect');
trap(net.Server.prototype, 'listen', 'Server.listen');

const load = Module._load;
Module._load = function (request, ...rest) {
  if (forbidden.has(request.replace(/^node:/, ''))) tell(`require('${request}')`);
  return load.call(this, request, ...rest);
};
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'eval', 'Function'])
  trap(globalThis, name, name);

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  writeSync(2, `HEAP ${process.memoryUsage().heapUsed}\n`);
});
