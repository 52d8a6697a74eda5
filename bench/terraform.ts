/** Times Terraform files: one with many policies, and one with none. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { generateSample } from './documents.js';
import type { Figure } from './in-process.js';
import { measure, thorough } from './measure.js';
import { context, typeInto } from './ours.js';

const policies = 20;
const length = 100_000;

const uri = 'file:///bench.tf';

/** Heredocs and `jsonencode` in turn, among them what such files hold besides. */
export function terraformWithPolicies(count: number, statements: number): string {
  return Array.from({ length: count }, (_, index) => {
    const policy = generateSample(context.catalogue, statements, index + 1).text.replace(/,\n {2}\]\n\}$/u, '\n  ]\n}');
    const body = policy.replaceAll('${', '$${');
    const document = index % 2 === 0 ? `<<EOF\n${body}\nEOF` : `jsonencode(${body.replaceAll('": ', '" = ')})`;
    return `${withoutPolicy(index)}resource "tencentcloud_cam_policy" "p${index}" {\n  name     = "p${index}"\n  document = ${document}\n}\n`;
  }).join('\n');
}

const withoutPolicy = (index: number): string => `resource "tencentcloud_instance" "i${index}" {
  instance_name     = "\${var.prefix}-${index}"
  availability_zone = var.zones[${index % 3}]
  image_id          = data.tencentcloud_images.found.images[0].image_id
  tags              = merge(var.tags, { team = "shop", statement = "${index}" })

  data_disks {
    data_disk_type = "CLOUD_PREMIUM"
    data_disk_size = 50 # GB
  }
}
`;

/** Types a letter at `at` and deletes it, in turn; gives the diagnostics each time. */
function typingAt(text: string, at: number): (call: number) => unknown {
  const document = TextDocument.create(uri, 'terraform', 1, text);
  const edit = typeInto(document);
  const [start, end] = [document.positionAt(at), document.positionAt(at + 1)];
  return (call) => (call % 2 === 0 ? edit({ start, end: start }, 'x') : edit({ start, end }, ''));
}

/** From an edit to the diagnostics of the file. */
export async function timeTerraform(effort = thorough): Promise<readonly Figure[]> {
  const many = terraformWithPolicies(policies, 12).slice(0, length);
  const none = Array.from({ length: Math.ceil(length / withoutPolicy(10).length) }, (_, index) =>
    withoutPolicy(index),
  ).join('\n');
  const figures: Figure[] = [];
  for (const [name, text, word] of [
    [`Terraform with ${policies} policies`, many, 'Describe'],
    ['Terraform without a policy', none, 'merge'],
  ] as const) {
    const times = await measure([{ name: 'ours', run: typingAt(text, text.indexOf(word, text.length / 2)) }], effort);
    const document = `${name}, ${Math.round(text.length / 1000)} kB`;
    figures.push({ what: 'edit to diagnostics', document, times: Object.fromEntries(times) });
  }
  return figures;
}
