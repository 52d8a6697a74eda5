/** In which files, besides those of policies, policies are looked for. What the server and the client have in common of it; the readers are in `core/embed/`. */
import type { HostLanguage } from './names.js';

export interface HostFiles {
  /** What editors call the language. */
  readonly languages: readonly string[];
  /** How the names end that count whatever the editor calls the language. */
  readonly endings: readonly string[];
  /** Matches in every text that holds a policy, within a line. */
  readonly mayHold: RegExp;
}

export const hostFiles: { readonly [kind in HostLanguage]: HostFiles } = {
  terraform: {
    languages: ['terraform', 'terraform-vars', 'opentofu', 'opentofu-vars', 'hcl'],
    endings: ['.tf', '.tofu', '.tfvars'],
    mayHold: /statement|qcs:|tencentcloud_/iu,
  },
  markdown: { languages: ['markdown'], endings: [], mayHold: /statement|qcs:|tencentcloud_|cam-policy|cam\.json/iu },
};

/** Whether JSON of any name is worth asking the server about: every text that is plainly a policy of CAM passes, those of other clouds do not. */
export const mayBePolicy = (json: string): boolean =>
  /"statement"/iu.test(json) && (/"[23]\.0"/u.test(json) || json.includes('"qcs:'));
