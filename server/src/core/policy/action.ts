/** Action strings: `service:Action`, with the older marker `name/` before it or not. */
import { cache, memoByText, type CarriesCache } from '../memo.js';

/**
 * `all`: `*`, `*:*` and their `name/` forms; `action`: a service and a name, either perhaps with wildcards;
 * `set`: a numbered set of actions, `permid/280655`; `malformed`: none of these.
 * Source: CAM element reference and syntax structure pages (current and 2018 editions).
 */
export type ActionForm = 'all' | 'action' | 'set' | 'malformed';

export interface ActionPattern extends CarriesCache {
  /** The string itself. */
  readonly text: string;
  readonly form: ActionForm;
  /** `name/` where it is written, else empty. */
  readonly prefix: string;
  /** Up to the colon; empty unless `form` is `action` or `all`. */
  readonly service: string;
  /** Behind the colon; may hold `*`. */
  readonly name: string;
  /** Whether it names one action of one service: its form is `action`, and neither half holds a `*`. */
  readonly exact: boolean;
}

const marker = 'name/';
const wellFormed = /^[\w*-]+:[\w*/.-]+$/;

/** More different actions than a person has open at a time. */
const rememberedActions = 4096;

/**
 * Reads an action string; never throws. Offsets of its parts follow from their lengths: prefix, service, colon, name.
 * Equal strings mostly give the same object, so that what is found out about it can be kept with it.
 */
export const readAction = memoByText(rememberedActions, (text): ActionPattern => {
  const prefix = text.startsWith(marker) ? marker : '';
  const body = prefix ? text.slice(marker.length) : text;
  const colon = body.indexOf(':');
  const service = colon < 0 ? '' : body.slice(0, colon);
  const name = colon < 0 && body !== '*' ? '' : body.slice(colon + 1);
  const form = formOf(body, text);
  return { text, form, prefix, service, name, exact: form === 'action' && !hasWildcard(body), [cache]: [] };
});

function formOf(body: string, text: string): ActionForm {
  if (body === '*' || body === '*:*') return 'all';
  if (body.includes(':')) return wellFormed.test(body) ? 'action' : 'malformed';
  return /^permid\/\d+$/u.test(text) ? 'set' : 'malformed';
}

export const hasWildcard = (text: string): boolean => text.includes('*');
