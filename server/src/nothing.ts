/**
 * Stands in, in the server's bundle, for `child_process`, which the protocol's library names and the server never uses, so that nothing can start a
 * process. It has nothing to offer.
 */
export {};
