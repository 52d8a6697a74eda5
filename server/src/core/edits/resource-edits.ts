/** Edits of a statement's list of resources. */
import type { PolicyResource, Statement } from '../policy/model.js';
import { replace, type Edit } from '../span.js';
import { insertItemAfter, removeMembers } from '../syntax/edit.js';

/** Takes one resource out of the statement's list; nothing where it stands alone without brackets. */
export const removeResource = (text: string, { resources }: Statement, { node }: PolicyResource): readonly Edit[] =>
  resources?.array ? removeMembers(text, resources.array, (item) => item === node) : [];

/** Puts a resource behind the statement's last one; a lone string becomes an array. */
export function addResource(text: string, { resources }: Statement, resource: string): readonly Edit[] {
  const last = resources?.items.at(-1);
  if (!resources || !last) return [];
  const added = JSON.stringify(resource);
  if (resources.array) return [insertItemAfter(text, resources.array, last.node, added)];
  return [replace(last.node, `[${text.slice(last.node.start, last.node.end)}, ${added}]`)];
}
