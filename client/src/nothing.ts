/**
 * Stands in, in the client's bundle, for `minimatch`, with which its library tells a server of renamed files if that has asked for it; ours does not. It has
 * nothing to offer.
 */
export {};
