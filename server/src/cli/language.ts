/** The language that the command line speaks. */
import { localeOf, type Locale } from '../core/text.js';

/** Names of languages that `--lang` takes. */
export const languages = ['en', 'zh-cn'] as const;

/** The locale of the last `--lang` before `--`; without one, that of the environment. */
export function localeFor(args: readonly string[], environment: NodeJS.ProcessEnv): Locale {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const named = options
    .map((one, index) => (one === '--lang' ? options[index + 1] : one.startsWith('--lang=') ? one.slice(7) : undefined))
    .findLast((one) => one !== undefined);
  // Empty variables count as not set.
  return localeOf(named ?? [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(Boolean));
}
