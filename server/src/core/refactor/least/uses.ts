/** What is in use, read from a list of actions or from the log of CloudAudit. */
import { readAction } from '../../policy/action.js';
import { readResource } from '../../policy/resource.js';

/** An action that is in use, on a resource where that is known: `*` or six segments. */
export interface Use {
  readonly action: string;
  readonly resource?: string;
}

export interface Uses {
  /** Each once, in the order of the text. */
  readonly uses: readonly Use[];
  /** Lines, by their number from 1, that say no action; of a log, events by their place. */
  readonly unread: readonly { readonly place: number; readonly text: string }[];
  /** How many events of a log CAM refused, which are no uses. */
  readonly refused: number;
}

/**
 * Reads a text: `service:Action` on each line, with a resource behind it where that is known, and `#` before remarks; or JSON of CloudAudit: an answer of
 * its API, an array of events, an event, or an event on each line. Never throws.
 * Source of the form of events: API page DescribeEvents, 1021/42703, and its examples in the command line tool tccli.
 */
export const readUses = (text: string): Uses => (/^\s*[[{]/u.test(text) ? usesOfLog(text) : usesOfLines(text));

const isUse = ({ action, resource = '*' }: Use): boolean => {
  const { form, text } = readResource(resource);
  return readAction(action).exact && (form === 'all' || (form === 'six' && !text.includes('*')));
};

function usesOfLines(text: string): Uses {
  const uses: Use[] = [];
  const unread: { place: number; text: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const said = line.trim();
    if (said === '' || said.startsWith('#')) continue;
    const [action = '', resource, ...more] = said.split(/\s+/u);
    const use: Use = { action, ...(resource !== undefined && { resource }) };
    if (more.length === 0 && isUse(use)) uses.push(use);
    else unread.push({ place: index + 1, text: said });
  }
  return { uses: distinct(uses), unread, refused: 0 };
}

function distinct(uses: readonly Use[]): readonly Use[] {
  return [...new Map(uses.map((use) => [`${use.action} ${use.resource ?? ''}`, use])).values()];
}

type Json = Readonly<Record<string, unknown>>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (event: Json, ...names: readonly string[]): string =>
  names
    .map((name) => (Object.hasOwn(event, name) ? event[name] : undefined))
    .find((value) => typeof value === 'string') ?? '';

/** Where events stand in one another. */
const wrappers = ['Response', 'Events', 'data'] as const;

/** The events of a value, in its order. What `CloudAuditEvent` says is JSON in a string; where that is cut, what stands beside it says enough. */
function eventsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(eventsIn);
  if (!isObject(value)) return [];
  const inner = parsed(textIn(value, 'CloudAuditEvent'));
  if (isObject(inner)) return [inner];
  if (textIn(value, 'eventName', 'EventName') !== '') return [value];
  return wrappers.flatMap((name) => (Object.hasOwn(value, name) ? eventsIn(value[name]) : []));
}

function usesOfLog(text: string): Uses {
  const whole = parsed(text);
  const lines = whole === undefined ? text.split('\n').map(parsed) : [whole];
  const events = lines.flatMap(eventsIn);
  const uses: Use[] = [];
  const unread: { place: number; text: string }[] = [];
  let refused = 0;
  for (const [index, event] of events.entries()) {
    const resources = event['Resources'];
    const service = textIn(event, 'resourceType') || (isObject(resources) ? textIn(resources, 'ResourceType') : '');
    const use = { action: `${service}:${textIn(event, 'eventName', 'EventName')}` };
    if (isRefused(event)) refused++;
    else if (isUse(use)) uses.push(use);
    else unread.push({ place: index + 1, text: use.action });
  }
  if (events.length === 0) unread.push({ place: 1, text: '' });
  return { uses: distinct(uses), unread, refused };
}

/** What CAM did not allow, or no such is said: 0 is allowed. */
const isRefused = (event: Json): boolean => {
  const code = Object.hasOwn(event, 'errorCode') ? event['errorCode'] : event['ErrorCode'];
  return (typeof code === 'string' || typeof code === 'number') && !['0', ''].includes(String(code));
};
