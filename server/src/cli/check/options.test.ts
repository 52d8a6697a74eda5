import assert from 'node:assert/strict';
import { checkOptions } from '../commands/check.js';
import { UsageError } from '../environment.js';
import { localeFor } from '../language.js';
import { readArguments } from '../options.js';
import { readCheckOptions, type CheckOptions } from './options.js';

const read = (args: readonly string[]): CheckOptions => readCheckOptions(readArguments(args, checkOptions, 'en'), 'en');

const refused = (args: readonly string[], message: RegExp): void => {
  assert.throws(
    () => read(args),
    (error) => error instanceof UsageError && message.test(error.message),
    args.join(' '),
  );
};

describe('options of check', () => {
  it('have defaults', () => {
    assert.deepEqual(read([]), {
      paths: ['.'],
      severities: ['error', 'warning', 'information'],
      maxWarnings: Infinity,
      rules: {},
    });
    assert.deepEqual(
      { ...readArguments([], checkOptions, 'en').values },
      {
        'stdin-filename': '<stdin>',
        format: 'text',
        output: undefined,
        rule: [],
        'min-severity': 'information',
        'no-config': false,
        config: undefined,
        statistics: false,
        'max-warnings': undefined,
        lang: undefined,
        color: 'auto',
        quiet: false,
      },
    );
  });
  it('set rules, and the last word counts', () => {
    const args = ['--rule', 'unknown-action=off', '--rule=json-syntax=warning', '--rule', 'unknown-action=error'];
    assert.deepEqual(read(args).rules, { 'unknown-action': 'error', 'json-syntax': 'warning' });
  });
  it('are refused where they cannot be followed', () => {
    refused(['--unknown'], /^there is no option --unknown; --help/u);
    refused(['--constructor'], /^there is no option --constructor;/u);
    refused(['-x'], /^there is no option -x;/u);
    refused(['--format'], /^--format needs a value: --format FORMAT$/u);
    refused(['--format', '--quiet'], /^--format needs a value/u);
    refused(['--quiet=yes'], /^--quiet takes no value$/u);
    refused(['--format', 'xml'], /^--format cannot be "xml"; choose one of text, json, sarif, github, gitlab, junit$/u);
    refused(['--rule', 'unknown-action'], /NAME=LEVEL/u);
    refused(['--rule', 'unknown-action=off=off'], /NAME=LEVEL/u);
    refused(['--rule', 'no-such-rule=off'], /no rule "no-such-rule"/u);
    refused(['--rule', 'constructor=off'], /no rule "constructor"/u);
    refused(['--rule', 'unknown-action=fatal'], /choose one of off, error/u);
    refused(['--max-warnings', ''], /needs a value/u);
    refused(['--output='], /needs a value/u);
    for (const value of ['1.5', 'x']) refused(['--max-warnings', value], /whole number/u);
    refused(['--max-warnings=-1'], /whole number/u);
    refused(['--min-severity', 'off'], /choose one of error/u);
    refused(['--lang', 'fr'], /choose one of en, zh-cn/u);
  });
  it('take what stands behind -- as paths', () => {
    assert.deepEqual(read(['--', '--format', '-']).paths, ['--format', '-']);
  });
  it('choose the language before anything is said', () => {
    assert.equal(localeFor(['check', '--lang', 'zh-cn', '--bad'], { LANG: 'en_US.UTF-8' }), 'zh');
    assert.equal(localeFor(['--lang=zh-cn', '--lang=en'], { LANG: 'zh_CN.UTF-8' }), 'en');
    assert.equal(localeFor(['--', '--lang=zh-cn'], {}), 'en');
    assert.equal(localeFor([], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }), 'zh');
  });
});
