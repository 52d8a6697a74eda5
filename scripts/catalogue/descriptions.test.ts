import assert from 'node:assert/strict';
import { checkDescriptions, isSplitName } from './descriptions.js';

const right = {
  CreateThing: ['Starts a thing in the network of the account.', '在账号的网络中启动一个东西。'],
} as const;

describe('checking sentences on actions', () => {
  it('finds nothing wrong with sentences in both languages', () => {
    assert.deepEqual(checkDescriptions(right, ['CreateThing', 'ListThings']), []);
  });

  const wrong: readonly (readonly [string, readonly [string, string], RegExp])[] = [
    ['no action', ['Makes much of a thing.', '做很多东西。'], /no such action/],
    ['not a sentence', ['makes much of a thing', '做很多东西。'], /not an English sentence/],
    ['empty', ['', '做很多东西。'], /not an English sentence/],
    ['without Chinese', ['Makes much of a thing.', 'Makes.'], /not a Chinese sentence/],
    ['the name in words', ['Creates a thing.', '创建一个东西，并启动它。'], /only the name in words/],
    ['twice in English', [right.CreateThing[0], '停止一个东西。'], /the sentence of CreateThing/],
    ['twice in Chinese', ['Stops a thing at once.', right.CreateThing[1]], /the sentence of CreateThing/],
  ];
  for (const [what, texts, problem] of wrong) {
    it(`names what is ${what}`, () => {
      const name = what === 'the name in words' ? 'CreateThing' : what === 'no action' ? 'NoThing' : 'ListThings';
      const problems = checkDescriptions({ ...right, [name]: texts }, ['CreateThing', 'ListThings']);
      assert.equal(problems.filter((text) => problem.test(text)).length, 1, problems.join('\n'));
    });
  }

  it('names what is described elsewhere', () => {
    assert.match(checkDescriptions(right, ['CreateThing'], ['CreateThing'])[0] ?? '', /describes it already/);
  });
});

describe('only the name in words', () => {
  for (const [name, sentence, expected] of [
    ['DescribeImages', 'Lists images.', true],
    ['DescribeImages', 'Lists the images that the account may use.', false],
    ['DescribeThingVersions', 'Lists the versions of a thing.', false],
    ['DeleteKMSKey', 'Deletes the KMS key.', true],
    ['ModifyPolicies', 'Modifies a policy.', true],
    ['ModifyPolicies', 'Replaces the rules of a policy.', false],
  ] as const)
    it(`${name}: ${sentence}`, () => assert.equal(isSplitName(name, sentence), expected));
});
