/** Which resources of a statement its actions can make use of, as far as documents say. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { PolicyAction, PolicyResource, Statement } from '../policy/model.js';
import { segment } from '../policy/resource.js';
import { fitOf } from '../policy/resource-format.js';
import type { Spellings } from '../policy/resource-pattern.js';
import { formatsOfAction, formatsOfService, type DocumentedFormats } from './formats.js';

/** An action all of whose formats are documented. */
export interface DocumentedAction extends DocumentedFormats {
  readonly action: PolicyAction;
}

/** The actions whose formats are documented, and whether those are all of the statement's. */
export function documentedActions(
  catalogue: Catalogue,
  { actions }: Statement,
): { readonly documented: readonly DocumentedAction[]; readonly all: boolean } {
  const items = actions?.items ?? [];
  const documented: DocumentedAction[] = [];
  for (const action of items) {
    const formats = formatsOfAction(catalogue, action);
    if (formats) documented.push({ action, formats: formats.formats, dated: formats.dated });
  }
  return { documented, all: items.length > 0 && documented.length === items.length };
}

/** Whether a resource is one that its own service documents; of any other it cannot be said what may use it. */
export function isDocumented(catalogue: Catalogue, resource: PolicyResource, spellings: Spellings): boolean {
  if (resource.form !== 'six') return false;
  const service = catalogue.service(segment(resource, 'service'));
  if (!service) return false;
  const fits = fitOf(resource, spellings);
  return formatsOfService(service).some((format) => fits(format) !== 'cannot');
}

/** The resources without repetition. */
export function distinct(resources: readonly PolicyResource[]): readonly PolicyResource[] {
  if (resources.length < 2) return resources;
  const seen = new Set<string>();
  return resources.filter(({ node }) => !seen.has(node.value) && seen.add(node.value));
}
