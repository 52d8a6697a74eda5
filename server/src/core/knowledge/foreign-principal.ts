/** Whom principals of other clouds would be in CAM. The account is a placeholder: theirs is none of Tencent Cloud. */
import type { Foreign } from '../catalogue/foreign.js';
import { arnOf, placeholders } from './foreign-resource.js';

const owner = `qcs::cam::uin/${placeholders.uin}:`;

/** An account, user or role in CAM; undefined where there is none. Users go by number there, so that theirs is a placeholder by their name. */
export function namedInCam(text: string, foreign: Foreign): string | undefined {
  if (text === '*') return text;
  if (/^\d{12,20}$/u.test(text)) return `${owner}root`;
  const [type = '', ...rest] = (identityIn(text, foreign) ?? '').split('/');
  const name = rest.at(-1) ?? '';
  if (type === 'root') return `${owner}root`;
  if (!/^[\w+=,.@-]+$/u.test(name)) return undefined;
  if (type === 'user') return `${owner}uin/<${name}>`;
  return type === 'role' ? `${owner}roleName/${name}` : undefined;
}

/** An identity provider in CAM; undefined where there is none, and of OIDC, where CAM's provider has a name that is not the other's address. */
export function federatedInCam(text: string, foreign: Foreign): string | undefined {
  const [, name] = /^saml-provider\/([\w.-]+)$/u.exec(identityIn(text, foreign) ?? '') ?? [];
  return name === undefined ? undefined : `${owner}saml-provider/${name}`;
}

function identityIn(text: string, foreign: Foreign): string | undefined {
  const arn = arnOf(text, foreign);
  return arn?.service === foreign.data.identity ? arn.path : undefined;
}
