/** Texts that the soak test begins with and what it types into them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../host/install.js';

const examples = path.join(repository, 'examples');

const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.cam.json'))
  .sort()
  .map((name) => readFileSync(path.join(examples, name), 'utf8'));

export const policies: readonly [string, ...string[]] = [
  '',
  '{}',
  '{"version":"2.0","statement":[{"effect":"allow","action":"*","resource":"*"}]}',
  '{\r\n  "version": "2.0",\r\n  "statement": [\r\n    { "effect": "deny", "action": ["mps:*"], "resource": ["*"] }\r\n  ]\r\n}\r\n',
  '{"statement":{"principal":{"qcs":["qcs::cam::uin/100000000001:root"]},"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}}}',
  ...files,
];

export const pieces: readonly [string, ...string[]] = [
  '',
  'a',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '中文',
  '𠮷',
  '\ud800',
  '\ufeff',
  '“',
  '/* ',
  '*/',
  '//',
  '*',
  '${uin}',
  '"mps:ProcessMedia", ',
  '"trtc:Describe*", ',
  '"qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-1", ',
  '{"effect":"allow","action":["cvm:*"],"resource":["*"]},\n',
  '"condition": { "string_equal": { "qcs:tag": "a&b" } }, ',
  '  \t',
];
