/** A file with very many policies: what an edit and comments cost, counted and not timed. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ignoresIn } from '../src/core/config/ignores.js';
import { policiesIn } from '../src/core/embed/hosts.js';
import { rules } from '../src/core/lint/rules/index.js';
import { diagnose } from '../src/features/diagnostics.js';
import { HostDocument } from '../src/features/document.js';
import { testContext } from './documents.js';

const count = 500;

const block = (index: number, action = 'cos:GetObject'): string => `resource "tencentcloud_cam_policy" "p${index}" {
  document = jsonencode({
    version = "2.0"
    statement = [{ effect = "allow", action = ["${action}"], resource = ["*"], condition = {} }]
  })
}
resource "tencentcloud_cam_policy" "q${index}" {
  document = <<-EOF
    { "version": "2.0", "statement": [{ "effect": "allow", "action": "cvm:Run${index}", "resource": "*" }] }
  EOF
}
`;
const file = (change: (index: number) => string = (index) => block(index)): string =>
  Array.from({ length: count / 2 }, (_, index) => change(index)).join('');
const comment = '# cam-policy-ignore allow-all: known\n';

/** How many policies are linted for the diagnostics of one text, and then for those of another. */
function lintedFor(first: string, second: string): readonly [number, number] {
  let linted = 0;
  const counting = {
    ...rules['allow-all'],
    check: {
      policy: () => {
        linted++;
      },
    },
  };
  const context = { ...testContext, rules: { 'allow-all': counting } };
  const open = (text: string, version: number, before?: HostDocument): HostDocument => {
    const made = TextDocument.create('file:///a.tf', 'terraform', version, text);
    const host = new HostDocument(made, context, undefined, before);
    diagnose(host, context);
    return host;
  };
  const before = open(first, 1);
  const whole = linted;
  open(second, 2, before);
  return [whole, linted - whole];
}

describe('a file of 500 policies', () => {
  it('has only the policy checked that an edit changes', () => {
    const edited = file((index) => block(index, index === 100 ? 'cos:PutObject' : undefined));
    assert.deepEqual(lintedFor(file(), edited), [count, 1]);
    assert.deepEqual(lintedFor(file(), `# moved\n${file()}`), [count, 0]);
  });

  it('has besides only those checked anew that a comment is for', () => {
    const edited = file((index) => block(index, index === 100 ? 'cos:PutObject' : undefined));
    assert.deepEqual(lintedFor(`${comment}${file()}`, `${comment}${edited}`), [count, 2]);
    const inside = (text: string): string => text.replace('    version', `    ${comment}    version`);
    assert.deepEqual(lintedFor(inside(file()), inside(edited)), [count, 2]);
  });

  it('and as many comments has each policy looked at a few times only', () => {
    const text = file((index) => comment + block(index));
    let looks = 0;
    const policies = policiesIn(text, 'terraform', 'a.tf').map(({ pieces, span }) => ({
      pieces,
      get span() {
        looks++;
        return span;
      },
    }));
    assert.equal(policies.length, count);
    ignoresIn(text, policies, new Set(Object.keys(rules)));
    assert.ok(looks <= count * 15, `${looks}`);
  });
});
