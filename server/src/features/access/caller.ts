/** Who calls, as far as the configuration of the folder says whose policies these are. */
import type { Caller } from '../../core/access/question.js';
import type { Context } from '../context.js';

/** The owner and the APPID of the configuration's `account`; nothing where it says none. */
export function configuredCaller({ configuration }: Context): Caller {
  const { uin, appid } = configuration?.account ?? {};
  return { ...(uin !== undefined && { owner: uin }), ...(appid !== undefined && { appId: appid }) };
}
