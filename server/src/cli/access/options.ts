/** Options of the commands that answer questions about access. */

export const owner = {
  type: 'string',
  value: 'UIN',
  help: { en: 'the root account whose policies these are', zh: '策略所属的主账号 UIN' },
} as const;

export const appid = {
  type: 'string',
  value: 'APPID',
  help: { en: 'the APPID of that account', zh: '该账号的 APPID' },
} as const;
