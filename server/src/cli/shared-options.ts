/** Options that several commands have, so that they are the same in all of them. */
import { isLanguage, languages } from './language.js';

/** Every command has this one; `language.ts` reads it before anything is said. */
export const lang = {
  type: 'string',
  value: 'LANGUAGE',
  choices: languages,
  takes: isLanguage,
  help: { en: '{choices}; otherwise as the environment says', zh: '{choices}；不写时由环境决定' },
} as const;

export const color = {
  type: 'string',
  value: 'WHEN',
  choices: ['auto', 'always', 'never'],
  default: 'auto',
  help: { en: '{choices}', zh: '{choices}' },
} as const;

export const stdinFilename = {
  type: 'string',
  value: 'NAME',
  default: '<stdin>',
  help: { en: 'what standard input is called', zh: '标准输入的名称' },
} as const;

export const output = {
  type: 'string',
  value: 'FILE',
  help: { en: 'write there instead of to standard output', zh: '写入该文件，而不是标准输出' },
} as const;

export const quiet = { type: 'boolean', help: { en: 'no summary', zh: '不输出汇总' } } as const;

export const json = { type: 'boolean', help: { en: 'JSON instead of text', zh: '输出 JSON 而不是文本' } } as const;

export const config = {
  type: 'string',
  value: 'FILE',
  help: {
    en: 'this configuration instead of the nearest one',
    zh: '使用该配置，而不是最近的配置',
  },
} as const;

export const noConfig = { type: 'boolean', help: { en: 'no configuration', zh: '不使用配置' } } as const;

export const rule = {
  type: 'string',
  value: 'NAME=LEVEL',
  multiple: true,
  help: {
    en: 'set a rule to off or a severity; may be repeated',
    zh: '将规则设为 off 或某个级别；可重复',
  },
} as const;

export const dryRun = {
  type: 'boolean',
  help: { en: 'write nothing; print what would change as a patch', zh: '不写入；以补丁形式输出将要做的更改' },
} as const;
