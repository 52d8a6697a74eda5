/** `version` other than those CAM knows. */
import { isVersion, versions } from '../../policy/elements.js';
import { replace } from '../../span.js';
import { shown } from '../../text.js';
import { rule } from '../rule.js';

/** The version that a spelling plainly means: blanks, a `v` or missing decimals are all that differs. */
function versionMeant(value: string): string | undefined {
  const number = /^v?([23])(?:\.0*)?$/iu.exec(value.trim())?.[1];
  return versions.find((version) => version === `${number ?? ''}.0`);
}

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: '`version` must be `"2.0"` or `"3.0"`.',
    zh: '`version` 只能是 `"2.0"` 或 `"3.0"`。',
  },
  messages: {
    invalid: {
      en: 'CAM knows no version "{found}" of the policy syntax. Write "2.0", or "3.0" which is compatible with it.',
      zh: 'CAM 没有策略语法版本 "{found}"。应写 "2.0"，或与之兼容的 "3.0"。',
    },
  },
  fixes: { replace: { en: 'Change to "{version}"', zh: '改为 "{version}"' } },
  check: {
    policy({ element }, { report }) {
      const value = element.version?.value;
      if (value?.kind !== 'string' || isVersion(value.value)) return;
      const meant = versionMeant(value.value);
      const fix = {
        title: 'replace',
        data: { version: meant ?? versions[0] },
        edits: () => [replace(value, `"${meant ?? versions[0]}"`)],
        preferred: true,
      } as const;
      report(value, 'invalid', { data: { found: shown(value.value) }, ...(meant ? { fix } : { suggestions: [fix] }) });
    },
  },
});
