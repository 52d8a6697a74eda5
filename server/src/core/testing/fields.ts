/** The table of what a file with tests of policies may hold. docs/testing.md says what it means. */
import { forms } from '../config/forms.js';
import { choice, field, list, object, required, text } from '../config/make-shape.js';
import type { Form, ObjectShape, Shape } from '../config/shape.js';
import type { Expectation } from './test-file.js';

/** A path relative to the file, with `/`; behind `#` which policy of the file. */
const pathForm: Form = {
  isMet: (value) =>
    value !== '' && !value.startsWith('/') && !value.includes('\\') && !/^[A-Za-z][\w+.-]*:/u.test(value),
  pattern: '^(?!/)(?![A-Za-z][A-Za-z0-9_+.-]*:)[^\\\\]+$',
  expected: {
    en: 'the path of a file from this one, such as "./dev.cam.json", or "./main.tf#2" for the second policy in it',
    zh: '相对于本文件的路径，例如 "./dev.cam.json"，或以 "./main.tf#2" 表示其中的第二个策略',
  },
};

const path = text(pathForm);
const words = text(forms.words);

const orList = (of: Shape): Shape => ({ kind: 'either', shapes: [of, list(of, true)] });

const expectations: { readonly [name in Expectation]: { readonly en: string; readonly zh: string } } = {
  allowed: { en: 'The request is allowed.', zh: '请求被允许。' },
  denied: { en: 'A deny statement refuses it.', zh: '由拒绝语句拒绝。' },
  'not-allowed': { en: 'No statement allows it, and none denies it.', zh: '没有语句允许，也没有语句拒绝。' },
  refused: { en: 'It is denied or not allowed.', zh: '被拒绝或未允许。' },
  conditional: { en: 'It hangs on what the test does not say.', zh: '取决于测试未给出的信息。' },
  undecided: { en: 'No document decides it.', zh: '没有文档可据以判断。' },
};

const caller = object({
  uin: field(text(forms.number), { en: 'Who calls.', zh: '调用者的 UIN。' }),
  owner: field(text(forms.number), {
    en: 'The root account whose policies these are.',
    zh: '策略所属的主账号 UIN。',
  }),
  appId: field(text(forms.number), { en: 'The APPID of that account.', zh: '该账号的 APPID。' }),
});

const context: Shape = {
  kind: 'map',
  of: { kind: 'either', shapes: [text(forms.any), list(text(forms.any), false), { kind: 'null' }] },
};

const about = {
  caller: { en: 'Who calls. What is left out is not known.', zh: '调用者。未给出的部分视为未知。' },
  context: {
    en: 'What the request says of condition keys: a value, several values, or null where it surely has none. A key that is left out is not known.',
    zh: '请求中各条件键的取值：一个值、多个值，或表示确定不存在的 null。未给出的键视为未知。',
  },
} as const;

const test: ObjectShape = {
  ...object({
    name: required(words, { en: 'What is tested, for people.', zh: '测试内容，供阅读。' }),
    action: field(orList(words), {
      en: 'The action that is asked about, service:Action without *; of several, each is a test of its own.',
      zh: '要判断的操作，写作 service:Action 且不含 *；多个时各为一项测试。',
    }),
    resource: field(orList(words), {
      en: 'The resource: * or six segments without *; of several, one request needs all of them. Where nothing is said, *.',
      zh: '资源：* 或不含 * 的六段式；多个时一次请求需全部允许。未写时为 *。',
    }),
    context: field(context, about.context),
    expect: field(choice(expectations), { en: 'The answer that is right.', zh: '正确的结果。' }),
    by: field(words, {
      en: 'The statement that decides: the policy as it is named above, # and the number of the statement from 1, such as "dev.cam.json#2".',
      zh: '起决定作用的语句：上文所写的策略名、# 和从 1 开始的语句序号，例如 "dev.cam.json#2"。',
    }),
    notGranted: field(
      object({
        actions: required(orList(words), { en: 'Actions, wildcards allowed.', zh: '操作，可含通配符。' }),
        resource: field(orList(words), {
          en: 'Resources, wildcards allowed. Where nothing is said, all.',
          zh: '资源，可含通配符。未写时为全部。',
        }),
      }),
      { en: 'None of this is allowed to anybody, whatever the request.', zh: '无论请求如何，均不得允许这些内容。' },
    ),
    within: field(orList(path), {
      en: 'Policies that allow at least as much: nothing is allowed that they do not allow.',
      zh: '参照策略：不得允许其未允许的内容。',
    }),
    same: field(orList(path), {
      en: 'Policies that allow the same, neither more nor less.',
      zh: '参照策略：所允许的内容须完全相同。',
    }),
    caller: field(caller, about.caller),
  }),
  kinds: [
    { name: 'action', required: ['expect'], optional: ['resource', 'context', 'by'] },
    { name: 'notGranted', required: [], optional: [] },
    { name: 'within', required: [], optional: [] },
    { name: 'same', required: [], optional: [] },
  ],
};

/** What a file with tests may hold. */
export const testFileShape: ObjectShape = object({
  $schema: field(text(forms.any), { en: 'The JSON Schema of this file.', zh: '本文件的 JSON Schema。' }),
  policies: required(list(path, true), {
    en: 'The policies that are tested, attached to the same caller.',
    zh: '被测试的策略，视为绑定同一调用者。',
  }),
  boundary: field(path, { en: 'The permissions boundary.', zh: '权限边界。' }),
  caller: field(caller, about.caller),
  context: field(context, about.context),
  tests: required(list(test, false), { en: 'The tests.', zh: '测试。' }),
});
