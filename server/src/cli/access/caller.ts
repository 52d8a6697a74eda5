import { say, type Caller, type Locale } from '../../core/index.js';
import { UsageError } from '../environment.js';
import { oneLine } from '../one-line.js';
import { texts } from './texts.js';

interface Said {
  readonly uin?: string | undefined;
  readonly owner?: string | undefined;
  readonly appid?: string | undefined;
}

/** Who calls, as far as the command line says. Throws a `UsageError` where that is no number. */
export function callerOf({ uin, owner, appid }: Said, locale: Locale): Caller {
  for (const [option, value] of Object.entries({ uin, owner, appid }))
    if (value !== undefined && !/^\d{1,20}$/u.test(value))
      throw new UsageError(say(texts.badNumber, locale, { option, value: oneLine(value) }));
  return {
    ...(uin !== undefined && { uin }),
    ...(owner !== undefined && { owner }),
    ...(appid !== undefined && { appId: appid }),
  };
}
