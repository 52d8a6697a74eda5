/** Which texts are hosts of policies, and who reads them. */
import { wholeText, type Embedded } from './embedded.js';
import { readMarkdown } from './markdown.js';
import { readTerraform } from './terraform.js';

export interface HostKind {
  /** What editors call the language of such texts. */
  readonly languages: readonly string[];
  /** How the names of such files end, where no language is told. */
  readonly endings: readonly string[];
  /** The policies of a text, in its order. They do not overlap. Never throws. */
  readonly read: (text: string) => readonly Embedded[];
}

const readWhole = (text: string): readonly Embedded[] => [wholeText(text)];

/** A further kind of host is a row here. */
export const hostKinds: readonly HostKind[] = [
  { languages: ['cam-policy'], endings: ['.cam.json'], read: readWhole },
  {
    languages: ['terraform', 'terraform-vars', 'opentofu', 'opentofu-vars', 'hcl'],
    endings: ['.tf', '.tofu', '.tfvars'],
    read: readTerraform,
  },
  { languages: ['markdown'], endings: ['.md', '.markdown'], read: readMarkdown },
];

/**
 * The policies of a text, by its language, which a person can choose, and else by its name or address.
 * A text that no row is for is one policy: that is what a client that sends it to this server takes it for.
 */
export function policiesIn(
  text: string,
  language: string,
  name: string,
  kinds: readonly HostKind[] = hostKinds,
): readonly Embedded[] {
  const kind =
    kinds.find(({ languages }) => languages.includes(language)) ??
    kinds.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  return (kind?.read ?? readWhole)(text);
}
