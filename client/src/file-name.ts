import type { Uri } from 'vscode';

/** The last part of an address. */
export const fileNameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);
