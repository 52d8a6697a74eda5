/**
 * Stands in, in the server's bundle, for Node's `crypto`, which takes time to load. The protocol's library makes names for registrations and pipes with it;
 * the global object that browsers have, too, is loaded by Node when it is first asked for.
 */
export const randomUUID = (): string => globalThis.crypto.randomUUID();

/** `size` random bytes, as the library asks for where it makes the name of a pipe. */
export const randomBytes = (size: number): Buffer =>
  Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(size)));
