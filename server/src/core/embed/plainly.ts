/** Whether a text is a policy of CAM and of no other cloud, by what it holds. */
export const isPlainlyPolicy = (text: string): boolean =>
  /^\s*\{/u.test(text) &&
  /"statement"\s*:/iu.test(text) &&
  (/"version"\s*:\s*"[23]\.0"/iu.test(text) || text.includes('"qcs:'));
