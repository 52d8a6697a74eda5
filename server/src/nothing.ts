/**
 * Stands in, in the server's bundle, for modules of Node that the protocol's library names and the server never uses: `child_process`, so that
 * nothing can start a process, and `crypto`, which takes time to load. It has nothing to offer.
 */
export {};
