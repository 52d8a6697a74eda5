/** Roles that services ask for by fixed names, such as `MPS_QcsRole`. */
import type { Catalogue, Service } from '../catalogue/catalogue.js';
import type { RoleData } from '../catalogue/data.js';
import type { Language } from '../catalogue/language.js';

export interface ServiceRole {
  readonly service: Service;
  readonly role: RoleData;
}

/** The role of exactly this name. Names of such roles begin with the service's: no other service is looked at. */
export function serviceRoleNamed(name: string, catalogue: Catalogue): ServiceRole | undefined {
  const service = catalogue.service(name.slice(0, Math.max(0, name.indexOf('_'))).toLowerCase());
  const role = service?.data.roles?.find((candidate) => candidate.name === name);
  return service && role && { service, role };
}

/** The roles of services, each service once: of those named, and of those that a document names as principals of roles. */
export function serviceRoles(
  ids: readonly string[],
  { catalogue, language }: { readonly catalogue: Catalogue; readonly language: Language },
): readonly ServiceRole[] {
  const services = [...ids, ...language.data.principals.map(({ service }) => service)].flatMap(
    (id) => catalogue.service(id) ?? [],
  );
  return [...new Set(services)].flatMap((service) => (service.data.roles ?? []).map((role) => ({ service, role })));
}

/** The roles that a service takes on by its host name: those that name it, else all of the service. */
export function rolesOfHost(host: string, service: Service | undefined): readonly RoleData[] {
  const roles = service?.data.roles ?? [];
  const own = roles.filter(({ principal }) => principal === host);
  return own.length > 0 ? own : roles.filter(({ principal }) => principal === undefined);
}
