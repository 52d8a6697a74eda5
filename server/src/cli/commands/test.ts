/** The command `test`: how it is used. */
import { command } from '../command.js';
import { lang } from '../shared-options.js';

const help = {
  summary: { en: 'Runs tests of policies (*.cam.test.json).', zh: '运行策略的测试（*.cam.test.json）。' },
  operands: { en: '[PATH...]', zh: '[路径...]' },
  about: {
    en: `PATH is a test file or a folder (its *.cam.test.json, also in folders below). Without a PATH: the current folder. A condition key that a test does not give is not known; what no document decides never passes as allowed or refused.`,
    zh: `路径为测试文件或文件夹（其中及各级子文件夹中的 *.cam.test.json）。不写路径时为当前文件夹。测试未给出的条件键视为未知；没有文档可据以判断的，不会作为允许或拒绝通过。`,
  },
  exits: {
    en: `Exit codes: 0 all passed, 1 some failed, 2 a test could not be run, or there is none.`,
    zh: `退出码：0 全部通过，1 有失败，2 有测试无法运行，或没有测试。`,
  },
};

export const testOptions = {
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: ['text', 'json', 'junit', 'tap'],
    default: 'text',
    help: { en: '{choices}', zh: '{choices}' },
  },
  filter: {
    type: 'string',
    value: 'NAME',
    help: { en: 'only tests whose name contains this, in any case', zh: '仅运行名称包含此文字的测试，不区分大小写' },
  },
  coverage: {
    type: 'boolean',
    help: { en: 'also say which statements no test reaches', zh: '同时列出没有测试涉及的语句' },
  },
  lang,
} as const;

export const test = command(help, testOptions, async (given, environment) =>
  (await import('../testing/run.js')).runTest(given, environment),
);
