import type { Caller } from '../../core/index.js';

/** Who calls, as far as the command line says. */
export const callerOf = ({
  uin,
  owner,
  appid,
}: {
  readonly uin?: string | undefined;
  readonly owner?: string | undefined;
  readonly appid?: string | undefined;
}): Caller => ({
  ...(uin !== undefined && { uin }),
  ...(owner !== undefined && { owner }),
  ...(appid !== undefined && { appId: appid }),
});
