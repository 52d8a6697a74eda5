/** CAM's own checks: each error code that the text decides has a rule, and the rule's page names the code. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { shippedLanguage } from './shipped-catalogue.js';

/** Codes that only the account's state decides, with what it takes to know. */
const undecidable: { readonly [code: string]: string } = {
  'InvalidParameter.PrincipalQcsNotExist': 'which users and roles exist',
  'InvalidParameter.PrincipalQcsCrossError': 'whether an account is of the Chinese or the international site',
  'InvalidParameter.NotSupportProduct': 'which products a role may be made for',
  'InvalidParameter.AttachmentFull': 'how many policies are attached',
  'InvalidParameter.UserNotExist': 'which users exist',
  'InvalidParameter.PolicyNameError': 'the name of the policy, which is not in its text',
  'InvalidParameter.DescriptionLengthOverlimit': 'the description of the policy, which is not in its text',
  'FailedOperation.PolicyFull': 'how many policies there are',
  'FailedOperation.PolicyNameInUse': 'the names of other policies',
  'FailedOperation.PolicyVersionFull': 'how many versions the policy has',
  'FailedOperation.ExistHighRiskOperations': 'which actions CAM counts as high risk',
};

describe('the error codes of CAM', () => {
  const pages = readdirSync('docs/rules')
    .filter((name) => name.endsWith('.md'))
    .map((page) => readFileSync(`docs/rules/${page}`, 'utf8'));

  for (const { code } of shippedLanguage.data.errorCodes) {
    const name = code.split(' ')[0] ?? '';
    if (!/^(?:InvalidParameter|FailedOperation)\.[A-Z]/u.test(name)) continue;
    it(name in undecidable ? `leave ${name} to CAM` : `have a rule whose page names ${name}`, () => {
      assert.equal(
        pages.some((page) => page.includes(`\`${name}\``)),
        !(name in undecidable),
      );
    });
  }
});
