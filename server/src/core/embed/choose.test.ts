import assert from 'node:assert/strict';
import { chosenPolicy, referenceIn, choicesOf, namesOf } from './choose.js';
import { policiesIn } from './hosts.js';

const policy = '{ version = "2.0", statement = [{ effect = "allow", action = "cvm:*", resource = "*" }] }';
const text = `resource "tencentcloud_cam_policy" "dev" {
  name     = "dev"
  document = jsonencode(${policy})
}
resource tencentcloud_cam_policy "two" {
  document = <<EOF
{ "version": "2.0", "statement": [] }
EOF
}
module "reader" {
  policy = jsonencode(${policy})
}
locals {
  own   = jsonencode(${policy})
  dev_2 = jsonencode(${policy})
}
variable "given" {
  default = "{\\"version\\":\\"2.0\\",\\"statement\\":[{\\"effect\\":\\"allow\\",\\"action\\":\\"cvm:*\\",\\"resource\\":\\"*\\"}]}"
}
resource "tencentcloud_cam_role" "twice" {
  document = jsonencode(${policy})
  policy   = jsonencode(${policy})
}
`;

describe('the policies of a Terraform file', () => {
  const all = policiesIn(text, 'terraform', 'main.tf');

  it('have the names of their blocks, and else of their arguments', () => {
    assert.deepEqual(
      all.map(({ name }) => name),
      ['dev', 'two', 'reader', 'own', 'dev_2', 'given', 'twice', 'twice'],
    );
  });

  it('are chosen by name where one alone has it, and by number', () => {
    const index = (which?: string): number => {
      const found = chosenPolicy(all, which);
      return found ? all.indexOf(found) : -1;
    };
    assert.deepEqual([undefined, '1', '3', 'dev', 'dev_2', 'given'].map(index), [0, 0, 2, 0, 4, 5]);
    assert.deepEqual(['0', '9', 'twice', 'nobody', ''].map(index), [-1, -1, -1, -1, -1]);
  });

  it('are called by what chooses them', () => {
    const called = choicesOf(all);
    assert.deepEqual(called, ['dev', 'two', 'reader', 'own', 'dev_2', 'given', '7', '8']);
    for (const [index, which] of called.entries()) assert.equal(chosenPolicy(all, which), all[index]);
    assert.deepEqual(choicesOf(policiesIn('{}', '', 'a.cam.json')), [undefined]);
  });
});

describe('policies that are called by a number', () => {
  const numbered = ['2', '1', 'x'].map((name) => `"${name}" = jsonencode(${policy})`).join('\n');
  const all = policiesIn(`locals {\n  all = {\n${numbered}\n  }\n}\n`, 'terraform', 'main.tf');

  it('are chosen by their place, never by that name', () => {
    assert.deepEqual(
      all.map(({ name }) => name),
      ['2', '1', 'x'],
    );
    assert.deepEqual(choicesOf(all), ['1', '2', 'x']);
    assert.deepEqual(namesOf(all), ['2', '1', 'x']);
    for (const [index, which] of ['1', '2', '3'].entries()) assert.equal(chosenPolicy(all, which), all[index]);
    assert.equal(chosenPolicy(all, '4'), undefined);
  });
});

describe('a reference to a policy', () => {
  it('is a path, and what follows # at its end', () => {
    const parts = (reference: string): readonly (string | undefined)[] => {
      const { path, which } = referenceIn(reference);
      return [path, which];
    };
    assert.deepEqual(parts('a/main.tf#dev-1'), ['a/main.tf', 'dev-1']);
    assert.deepEqual(parts('a#b/main.tf#2'), ['a#b/main.tf', '2']);
    for (const whole of ['a#b/main.tf', 'main.tf', '#1', '-', 'a#', ''])
      assert.deepEqual(parts(whole), [whole, undefined]);
  });
});
