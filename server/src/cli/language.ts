/** The language that the command line speaks. */
import { localeOf, type Locale } from '../core/text.js';

/** Names of languages that `--lang` takes. */
export const languages = ['en', 'zh-cn'] as const;

/** Whether a tag names one of them in another way, such as `zh`, `zh-CN`, `zh_CN.UTF-8` and `en-US`. */
export const isLanguage = (tag: string): boolean => /^(?:en|zh)(?:[-_.@]|$)/iu.test(tag);

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
