/** Action strings: `service:Action`, with the older marker `name/` before it or not. */

/**
 * `all`: `*`, `*:*` and their `name/` forms; `action`: a service and a name, either perhaps with wildcards;
 * `set`: a numbered set of actions, `permid/280655`; `malformed`: none of these.
 * Source: CAM element reference and syntax structure pages (current and 2018 editions).
 */
export type ActionForm = 'all' | 'action' | 'set' | 'malformed';

export interface ActionPattern {
  readonly form: ActionForm;
  /** `name/` where it is written, else empty. */
  readonly prefix: string;
  /** Up to the colon; empty unless `form` is `action` or `all`. */
  readonly service: string;
  /** Behind the colon; may hold `*`. */
  readonly name: string;
}

const marker = 'name/';
const wellFormed = /^[\w*-]+:[\w*/.-]+$/;

/** Reads an action string; never throws. Offsets of its parts follow from their lengths: prefix, service, colon, name. */
export function readAction(text: string): ActionPattern {
  const prefix = text.startsWith(marker) ? marker : '';
  const body = prefix ? text.slice(marker.length) : text;
  if (body === '*') return { form: 'all', prefix, service: '', name: '*' };
  const colon = body.indexOf(':');
  if (colon < 0) return { form: /^permid\/\d+$/u.test(text) ? 'set' : 'malformed', prefix, service: '', name: '' };
  const service = body.slice(0, colon);
  const name = body.slice(colon + 1);
  if (service === '*' && name === '*') return { form: 'all', prefix, service, name };
  return { form: wellFormed.test(body) ? 'action' : 'malformed', prefix, service, name };
}

export const hasWildcard = (text: string): boolean => text.includes('*');
