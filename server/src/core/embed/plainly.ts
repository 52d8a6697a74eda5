/** Whether a text is a policy of CAM and of no other cloud, by what it holds. Comments may stand before it: they are reported. */
export const isPlainlyPolicy = (text: string): boolean =>
  /^(?:\s|(?:\/\/|#)[^\n]*\n)*\{/u.test(text) &&
  /"statement"\s*:/iu.test(text) &&
  (/"version"\s*:\s*"[23]\.0"/iu.test(text) || text.includes('"qcs:'));
