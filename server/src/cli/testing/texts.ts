/** What the command `test` says besides results. */
import type { Text } from '../../core/index.js';

export const texts = {
  noTests: { en: 'no test files (*.cam.test.json) were found', zh: '未找到测试文件（*.cam.test.json）' },
  noMatch: { en: 'no test has a name that contains "{filter}"', zh: '没有名称包含“{filter}”的测试' },
  noStandardInput: {
    en: 'tests are not read from standard input: the policies that they name are found from the file',
    zh: '不能从标准输入读取测试：测试所指的策略按文件位置查找',
  },
  emptyFile: { en: '{path}: has no tests', zh: '{path}：没有测试' },
  problem: { en: '{path}:{line}:{column}: {message}', zh: '{path}:{line}:{column}：{message}' },
  ok: { en: 'ok', zh: '通过' },
  failed: { en: 'FAILED', zh: '失败' },
  broken: { en: 'NOT RUN', zh: '未运行' },
  rests: { en: '{path}:{line}:{column}: statement {statement}', zh: '{path}:{line}:{column}：语句 {statement}' },
  summary: {
    en: 'passed: {passed}, failed: {failed}, not run: {broken}',
    zh: '通过：{passed}，失败：{failed}，未运行：{broken}',
  },
  reached: {
    en: 'statements that a test reaches: {reached} of {all}',
    zh: '有测试涉及的语句：{reached} / {all}',
  },
  unreached: { en: 'no test reaches:', zh: '没有测试涉及：' },
} satisfies { readonly [name: string]: Text };
