import assert from 'node:assert/strict';
import { localeFor } from './language.js';
import { readCheckOptions } from './options.js';
import { UsageError } from './platform.js';

const refused = (args: readonly string[], message: RegExp): void => {
  assert.throws(
    () => readCheckOptions(args, 'en'),
    (error) => error instanceof UsageError && message.test(error.message),
    args.join(' '),
  );
};

describe('options of check', () => {
  it('have defaults', () => {
    const { paths, format, minSeverity, maxWarnings, rules } = readCheckOptions([], 'en');
    assert.deepEqual(
      { paths, format, minSeverity, maxWarnings, rules },
      { paths: ['.'], format: 'text', minSeverity: 'information', maxWarnings: Infinity, rules: {} },
    );
  });
  it('set rules, and the last word counts', () => {
    const args = ['--rule', 'unknown-action=off', '--rule=json-syntax=warning', '--rule', 'unknown-action=error'];
    assert.deepEqual(readCheckOptions(args, 'en').rules, { 'unknown-action': 'error', 'json-syntax': 'warning' });
  });
  it('are refused where they cannot be followed', () => {
    refused(['--unknown'], /^Unknown option '--unknown'; --help/u);
    refused(['--format'], /argument missing/u);
    refused(['--format', 'xml'], /^--format cannot be "xml"; choose one of text, json$/u);
    refused(['--rule', 'unknown-action'], /NAME=LEVEL/u);
    refused(['--rule', 'unknown-action=off=off'], /NAME=LEVEL/u);
    refused(['--rule', 'no-such-rule=off'], /no rule "no-such-rule"/u);
    refused(['--rule', 'constructor=off'], /no rule "constructor"/u);
    refused(['--rule', 'unknown-action=fatal'], /choose one of off, error/u);
    for (const value of ['', '1.5', 'x']) refused(['--max-warnings', value], /whole number/u);
    refused(['--max-warnings=-1'], /whole number/u);
    refused(['--min-severity', 'off'], /choose one of error/u);
    refused(['--lang', 'fr'], /choose one of en, zh-cn/u);
  });
  it('take what stands behind -- as paths', () => {
    assert.deepEqual(readCheckOptions(['--', '--format', '-'], 'en').paths, ['--format', '-']);
  });
  it('choose the language before anything is said', () => {
    assert.equal(localeFor(['check', '--lang', 'zh-cn', '--bad'], { LANG: 'en_US.UTF-8' }), 'zh');
    assert.equal(localeFor(['--lang=zh-cn', '--lang=en'], { LANG: 'zh_CN.UTF-8' }), 'en');
    assert.equal(localeFor(['--', '--lang=zh-cn'], {}), 'en');
    assert.equal(localeFor([], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }), 'zh');
  });
});
