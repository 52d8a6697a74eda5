/**
 * A host made for tests. Policies stand between the lines `#policy` and `#end`. Behind `#policy 4` each of its lines is indented by four blanks,
 * `"` is written `%q`, `*` is written `%s`, `%` is written `%p`, and `%{name}` stands for a value that only the host knows.
 */
import { PolicyBuilder } from '../src/core/embed/builder.js';
import type { Embedded } from '../src/core/embed/embedded.js';
import type { HostKind } from '../src/core/embed/hosts.js';

const names: { readonly [escape: string]: string } = { '%q': '"', '%p': '%', '%s': '*' };

/** What `%{name}` is in the policy's own text: characters that nobody types around the name. */
const opaque = (name: string): string => `\uE000${name}\uE001`;

/** The policy's text as the host has it in an indented block, but for the indentation. */
const encode = (text: string): string =>
  text
    .replace(/["%*]/gu, (found) => Object.keys(names).find((escape) => names[escape] === found) ?? found)
    .replace(/\uE000(\w*)\uE001/gu, (_, name: string) => `%{${name}}`);

function readIndented(host: string, from: number, to: number, indent: number): Embedded {
  const builder = new PolicyBuilder(host, from);
  let at = from;
  while (at < to) {
    for (let blanks = 0; blanks < indent && at < to && host.charAt(at) === ' '; blanks++) at++;
    const newline = host.indexOf('\n', at);
    const end = newline < 0 || newline >= to ? to : newline + 1;
    for (const { 0: found, index } of host.slice(at, end).matchAll(/%[qps]|%\{(\w*)\}|[^%]+|%/gu)) {
      const stands = names[found] ?? (found.startsWith('%{') ? opaque(found.slice(2, -1)) : undefined);
      if (stands === undefined) builder.copy(at + index, at + index + found.length);
      else builder.replace(at + index, at + index + found.length, stands);
    }
    at = end;
  }
  return builder.finish(to, { encode, indent: ' '.repeat(indent) });
}

function readPlain(host: string, from: number, to: number): Embedded {
  const builder = new PolicyBuilder(host, from);
  builder.copy(from, to);
  return builder.finish(to, undefined);
}

const block = /^#policy(?: (?<indent>\d))?\n(?<body>[^]*?)\n#end$/gmu;

export const markedHost: HostKind = {
  languages: ['marked'],
  endings: ['.marked'],
  read: (host) =>
    [...host.matchAll(block)].map(({ 0: whole, index, groups = {} }) => {
      const { body = '', indent } = groups;
      const from = index + whole.indexOf('\n') + 1;
      return indent === undefined
        ? readPlain(host, from, from + body.length)
        : readIndented(host, from, from + body.length, Number(indent));
    }),
};

/** A policy's text as a block of the host; an `indent` of 0 is a block whose text stands as it is. */
export function blockOf(text: string, indent = 0): string {
  if (indent === 0) return `#policy\n${text}\n#end`;
  return `#policy ${indent}\n${encode(text).replace(/^(?=[^\n])/gmu, ' '.repeat(indent))}\n#end`;
}
