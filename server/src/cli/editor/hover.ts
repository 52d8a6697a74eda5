/** What the editor's hover says of a name that stands in no policy: it is put into one. */
import type { Knowledge, Locale } from '../../core/index.js';
import { hover } from '../../features/hover/index.js';
import { plainContext } from './context.js';
import { documentsOf } from './document.js';

/** The kinds of names that can be asked for. */
export type Hovered = 'action' | 'service' | 'resource' | 'operator' | 'condition-key';

const start = '{"version":"2.0","statement":[{"effect":"allow",';
const end = '}]}';

/** A policy in two parts: the name stands between them. */
const frames: { readonly [kind in Hovered]: readonly [before: string, after: string] } = {
  action: [`${start}"action":`, `,"resource":"*"${end}`],
  service: [`${start}"action":`, `,"resource":"*"${end}`],
  resource: [`${start}"resource":`, end],
  operator: [`${start}"action":"*","resource":"*","condition":{`, `:{"qcs:ip":""}}${end}`],
  'condition-key': [`${start}"action":"*","resource":"*","condition":{"string_equal":{`, `:""}}${end}`],
};

/** What hover says of `name`, in plain words; undefined where it says nothing. */
export function hoverText(kind: Hovered, name: string, knowledge: Knowledge, locale: Locale): string | undefined {
  const [before, after] = frames[kind];
  const written = JSON.stringify(kind === 'service' ? `${name}:*` : name);
  const [document] = documentsOf(before + written + after, '.cam.json', plainContext(knowledge, locale));
  // A service is what stands at the beginning of an action.
  const offset = before.length + (kind === 'service' ? 1 : written.length - 1);
  const contents = document && hover(document, document.positionAt(offset), plainContext(knowledge, locale))?.contents;
  return contents !== undefined && typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}
