import assert from 'node:assert/strict';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { completionContext } from './completing.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';
import { Typist } from './typist.js';

interface Wish {
  /** What a person wants, in words. */
  readonly words: string;
  readonly keys: (typist: Typist) => Typist;
  /** What the policy must contain. */
  readonly holds: readonly RegExp[];
  /** The most keys that it may take. */
  readonly most: number;
}

const wishes: readonly Wish[] = [
  {
    words: 'let somebody upload to the folder photos of one bucket',
    keys: (typist) =>
      typist
        .type('upl')
        .take('COS: upload to one prefix of a bucket')
        .type('ap-guangzhou')
        .tab()
        .type('1300000001')
        .tab()
        .type('album')
        .tab()
        .type('photos'),
    holds: [/"cos:UploadPart"/u, /"qcs::cos:ap-guangzhou:uid\/1300000001:album-1300000001\/photos\/\*"/u],
    most: 42,
  },
  {
    words: 'let somebody look after the rooms of one TRTC application',
    keys: (typist) =>
      typist.type('room').take('TRTC: rooms of one application').type('100000000009').tab().type('1400000009'),
    holds: [/"trtc:DismissRoom"/u, /"qcs::trtc::uin\/100000000009:sdkappid\/1400000009"/u],
    most: 30,
  },
  {
    words: 'let a program send messages to one queue in Guangzhou',
    keys: (typist) =>
      typist
        .type('send')
        .take('CMQ: send messages to one queue')
        .type('gz')
        .tab()
        .type('100000000009')
        .tab()
        .type('100000000010')
        .tab()
        .type('orders'),
    holds: [/"cmqqueue:SendMessage"/u, /:gz:uin\/100000000009:queueName\/uin\/100000000010\/orders"/u],
    most: 42,
  },
  {
    words: 'forbid everything from outside the office',
    keys: (typist) => typist.type('den').take('Deny access from outside an address range').type('198.51.100.0/24'),
    holds: [/"deny"/u, /"ip_not_equal"/u, /"198\.51\.100\.0\/24"/u],
    most: 20,
  },
  {
    words: 'element by element: dismiss rooms and remove users of one application, from one network',
    keys: (typist) =>
      typist
        .type('{"')
        .take('version')
        .type(',"')
        .take('statement')
        .type('"')
        .take('effect')
        .accept()
        .type(',"')
        .take('action')
        .type('tr')
        .take('trtc')
        .type('Dis')
        .take('DismissRoom')
        .type('","tr')
        .take('trtc')
        .type('RU')
        .take('RemoveUser')
        .type('"],"')
        .take('resource')
        .take('sdkappid/${SdkAppId}')
        .type('100000000009')
        .tab()
        .type('1400000009')
        .tab()
        .type('"],"')
        .take('condition')
        .type('ip')
        .take('ip_equal')
        .take('qcs:ip')
        .type('198.51.100.0/24'),
    holds: [/"trtc:DismissRoom"/u, /"trtc:RemoveUser"/u, /sdkappid\/1400000009"/u, /"ip_equal"/u],
    most: 85,
  },
];

describe('the keys that a policy takes', () => {
  const context = { ...completionContext, catalogue: shippedCatalogue, language: shippedLanguage };
  for (const { words, keys, holds, most } of wishes)
    it(words, () => {
      const typist = keys(new Typist(context));
      for (const part of holds) assert.match(typist.text, part);
      const found = lint(readPolicy(typist.text), { catalogue: shippedCatalogue, language: shippedLanguage, rules });
      assert.deepEqual(
        found.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code),
        [],
        typist.text,
      );
      // Without completion each character is a key, white space and what the editor closes by itself left out.
      const without = JSON.stringify(JSON.parse(typist.text)).replaceAll(/["\]}](?=[,:\]}]|$)/gu, '').length;
      assert.ok(typist.keys <= most, `${typist.keys} keys, ${without} without completion`);
      assert.ok(typist.keys * 2 < without, `${typist.keys} keys, ${without} without completion`);
    });
});
