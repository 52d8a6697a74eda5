/** The setting `camPolicy.rules` in the extension's manifest, and its words in both languages. Everything else in those files stays as it is. */
import { ruleLevels } from '../../protocol/names.js';
import type { Rules } from '../../server/src/core/lint/lint.js';
import type { Locale, Text } from '../../server/src/core/text.js';

const name = 'camPolicy.rules';
const wordOf = (code: string): string => `rules.${code}`;

const description: Text = {
  en: 'How findings of each rule are shown: `off`, `hint`, `information`, `warning` or `error`. Rules that are not named keep their default level.',
  zh: '各规则的提示级别：`off`（关闭）、`hint`、`information`、`warning` 或 `error`。未列出的规则使用其默认级别。',
};

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: { readonly [name: string]: unknown } };
  };
}

/** Files of npm's are written as `JSON.stringify` with two blanks writes. */
const write = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The text of `package.json` with the setting for `rules`. */
export function withSettings(text: string, rules: Rules): string {
  const manifest = JSON.parse(text) as Manifest;
  const { contributes } = manifest;
  const { configuration } = contributes;
  const properties = { ...configuration.properties, [name]: schemaOf(rules) };
  return write({ ...manifest, contributes: { ...contributes, configuration: { ...configuration, properties } } });
}

const schemaOf = (rules: Rules) => ({
  type: 'object',
  default: {},
  markdownDescription: '%rules%',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(rules).map(([code, { severity }]) => [
      code,
      {
        type: 'string',
        enum: ruleLevels,
        default: severity,
        markdownDescription: `%${wordOf(code)}%`,
      },
    ]),
  ),
});

/** The text of a `package.nls*.json` with the words of the setting in `locale`. */
export function withWords(text: string, rules: Rules, locale: Locale): string {
  const words = Object.entries(JSON.parse(text) as { readonly [key: string]: string });
  return write(
    Object.fromEntries([
      ...words.filter(([key]) => key !== 'rules' && !key.startsWith(wordOf(''))),
      ['rules', description[locale]],
      ...Object.entries(rules).map(([code, { summary }]) => [wordOf(code), summary[locale]]),
    ]),
  );
}
