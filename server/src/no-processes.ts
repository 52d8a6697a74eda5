/** Stands in for `child_process` in the server's bundle, where nothing may start a process. It has nothing to offer. */
export {};
