/** Values of conditions as numbers: addresses, times, numbers. Says what a text means, or that it means nothing of the kind. */
import type { JsonNode } from '../syntax/json.js';

/** A run of IPv4 addresses as numbers, both ends included; or an IPv6 address or range, whose bits are not looked at. */
export type IpRange = { readonly from: number; readonly to: number } | 'ipv6';

const ipv4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/u;
const octet = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)$/u;
const prefixLength = /^(?:3[0-2]|[12]?\d)$/u;
const ipv6 = /^(?=.*:.*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?::?\d{1,3}(?:\.\d{1,3}){3})?(?:\/\d{1,3})?$/iu;

/** Reads a single address or a CIDR range; bits behind the prefix may be set, as in CAM's own samples `10.217.182.3/24`. */
export function readIp(text: string): IpRange | undefined {
  const parts = ipv4.exec(text);
  if (!parts) return ipv6.test(text) ? 'ipv6' : undefined;
  const [octets, length = '32'] = [parts.slice(1, 5), parts[5]];
  if (!octets.every((part) => octet.test(part)) || !prefixLength.test(length)) return undefined;
  const address = octets.reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(length));
  const from = Math.floor(address / size) * size;
  return { from, to: from + size - 1 };
}

const dateForm = /^(\d{4})-(\d\d)-(\d\d)(?:(?:T|t| +)(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)?)?$/u;

/**
 * Reads a time, in ms since 1970 UTC. Takes ISO 8601 and what else CAM's own samples write: `2022-05-31 00:00:00`, read as UTC.
 * Source: CAM condition pages, 598/10608 (2024-01).
 */
export function readDate(text: string): number | undefined {
  const found = dateForm.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = found;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const atZero = Date.parse(`${local}Z`);
  // JavaScript lets a month's days run over into the next month.
  if (Number.isNaN(atZero) || new Date(atZero).toISOString().slice(0, 10) !== local.slice(0, 10)) return undefined;
  const offset = /^([+-])(\d\d):?(\d\d)$/u.exec(zone);
  const minutes = offset ? (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1) : 0;
  return atZero + Number(`0${fraction}`) * 1000 - minutes * 60_000;
}

/** Reads a number that JSON writes as such, or as a string. */
export function readNumber(text: string): number | undefined {
  return /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(text) ? Number(text) : undefined;
}

/** Reads `true` or `false`, whatever the case; also 1 and 0. */
export function readBoolean(text: string): boolean | undefined {
  const plain = text.toLowerCase();
  if (plain === 'true' || plain === '1') return true;
  return plain === 'false' || plain === '0' ? false : undefined;
}

/** A value's text: that of a string, else as JSON writes it; undefined for arrays, objects and null, which are no values. */
export function valueText(text: string, node: JsonNode): string | undefined {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return text.slice(node.start, node.end);
  return node.kind === 'literal' && node.value !== null ? String(node.value) : undefined;
}
