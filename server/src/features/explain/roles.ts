/** What the roles of services are for, and when they are needed. */
import { rolesOfHost, serviceRoleNamed } from '../../core/knowledge/service-roles.js';
import { say } from '../../core/text.js';
import type { Context } from '../context.js';
import { blocks, bullets, plain } from '../markdown.js';
import { labelled } from './words.js';
import { roleText } from './service.js';
import { sourceLine } from './sources.js';
import { principalTexts as texts } from './wording.js';

/** Markdown on a role that a service asks for by this name; undefined for any other. */
export function documentRole(name: string, context: Context): string | undefined {
  const { catalogue, locale } = context;
  const found = serviceRoleNamed(name, catalogue);
  if (!found) return undefined;
  const { service, role } = found;
  return blocks(
    say(texts['service-role'], locale, { product: plain(service.data.product[locale]) }),
    roleText(role, locale),
    sourceLine(service.sources(role.sources), context),
  );
}

/** Markdown on the host name of a service, with the roles that trust it; undefined where it is not known. */
export function documentHost(host: string, context: Context): string | undefined {
  const { language, catalogue, locale } = context;
  const found = language.principal(host);
  if (!found) return undefined;
  const service = catalogue.service(found.service);
  const roles = rolesOfHost(host, service);
  return blocks(
    say(texts.host, locale, { product: plain(service?.data.product[locale] ?? found.service) }),
    roles.length > 0
      ? labelled(texts['its-roles'], `\n\n${bullets(roles.map((role) => roleText(role, locale)))}`, locale)
      : undefined,
    sourceLine(language.sources(found.sources), context),
  );
}
