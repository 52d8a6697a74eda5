import { testRule } from '../../../../test/rule-tester.js';
import { shopCatalogue } from '../../../../test/shop-catalogue.js';

const of = (actions: string, resource: string): string =>
  `{"statement":[{"effect":"allow","action":${actions},"resource":${resource}}]}`;

testRule('unused-resource', {
  catalogue: shopCatalogue,
  valid: [
    of('"shop:Pay"', '["qcs::shop:::cart/1","qcs::shop:::cart/2"]'),
    of('["shop:Pay","shop:Open"]', '["qcs::shop:::cart/1","qcs::net:::subnet/1"]'),
    // Nothing fits: that is said of the action.
    of('"shop:Pay"', '["qcs::shop:::item/1","qcs::shop:::item/2"]'),
    of('["shop:Pay","shop:Some"]', '["qcs::shop:::item/1","qcs::shop:::cart/2"]'),
    of('["shop:Pay","shop:*"]', '["qcs::shop:::item/1","qcs::shop:::cart/2"]'),
    of('["shop:Pay","nosuch:Thing"]', '["qcs::shop:::item/1","qcs::shop:::cart/2"]'),
    of('"shop:Pay"', '["qcs::shop:::cart/1","qcs::shop:::basket/1","qcs::nosuch:::a/b","*"]'),
    of('"shop:Pay"', '"qcs::shop:::cart/1"'),
  ],
  invalid: [
    {
      text: of('"shop:Pay"', '["qcs::shop:::cart/1",«"qcs::shop:::item/1"»]'),
      messages: ['unused'],
      severity: 'warning',
      fixed: null,
      suggested: [of('"shop:Pay"', '["qcs::shop:::cart/1"]')],
    },
    { text: of('["shop:Pay","shop:List"]', '[«"qcs::net:::subnet/1"»,"qcs::shop:::*"]'), messages: ['unused'] },
    {
      text: of('"net:Bind"', '["qcs::net:::subnet/1",«"qcs::net:::gate/1"»]'),
      messages: ['unused'],
      severity: 'information',
    },
  ],
});
