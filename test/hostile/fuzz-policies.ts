/** Random policies over the shipped catalogue for the fuzz of fixes: plausible ones, with slips in any string and mistakes in the JSON. */
import fc from 'fast-check';
import { layout, mistaken, policyText } from '../../server/test/arbitrary-policy.js';
import { shippedCatalogue, shippedLanguage } from '../../server/test/shipped-catalogue.js';

const services = [
  ...['mps', 'trtc', 'cmqqueue', 'cmqtopic', 'tdmq', 'cvm', 'cos', 'cam', 'sts', 'vpc', 'cdb', 'cls', 'tke', 'ckafka'],
  ...['scf', 'kms', 'clb', 'cdn', 'vod', 'monitor'],
].flatMap((id) => shippedCatalogue.service(id) ?? []);

const words = ['constructor', '__proto__', 'toString', 'a', '1400000001', '100000000001', 'ins-1', 'b-1250000000', ''];
const signs = [
  ...'aA1 *:/${}<>-_.?"\\',
  '：',
  '\u200b',
  '中',
  '&',
  '::',
  '**',
  '***',
  'xxxx',
  '${uin}',
  'your-id',
  'name/',
];

/** A text with up to `most` slips: characters put in, left out, doubled or in other case. */
const slipped = (texts: fc.Arbitrary<string>, most = 2): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(fc.tuple(fc.nat(80), fc.nat(2), fc.constantFrom('', '', ...signs)), { maxLength: most }))
    .map(([text, slips]) =>
      slips.reduce((before, [at, cut, sign]) => {
        const start = at % (before.length + 1);
        return before.slice(0, start) + sign + before.slice(start + cut);
      }, text),
    );

/** Mostly as it is. */
const perhapsSlipped = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: texts }, { weight: 1, arbitrary: slipped(texts) });

const service = fc.constantFrom(...services);

const action = service.chain((one) => {
  const { data } = one;
  const id = fc.constantFrom(data.service, ...(data.aliases ?? []));
  const names = one.actions().map(({ name }) => name);
  const name = fc.constantFrom('*', ...names);
  const pattern = fc.tuple(name, fc.nat(12)).map(([text, length]) => `${text.slice(0, length)}*`);
  const written = fc.oneof({ weight: 4, arbitrary: name }, { weight: 2, arbitrary: pattern });
  const prefix = fc.constantFrom('', '', '', 'name/');
  return fc.oneof(
    { weight: 8, arbitrary: fc.tuple(prefix, id, written).map(([mark, own, text]) => `${mark}${own}:${text}`) },
    { weight: 1, arbitrary: fc.constantFrom('*', '*:*', 'permid/280655', 'cvm', 'nosuch:Thing', 'name/*') },
  );
});

/** The format with its variables filled in, or not. */
const filled = (format: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('*', 'a1', ...words), { minLength: 8, maxLength: 8 })
    .map((values) => values.reduce((text, value) => text.replace(/\$\{\w+\}/u, () => value), format));

const regions = fc.constantFrom('', '*', 'gz', 'ap-guangzhou', 'ap-guangzhou-3', 'ap_guangzhou', 'nowhere');
const accounts = fc.constantFrom(
  '',
  '*',
  'uin/100000000001',
  'uid/1250000000',
  'uin/1250000000',
  '100000000001',
  'uin/',
);
const built = fc
  .tuple(service, regions, accounts, fc.constantFrom('*', '*/*', 'instance/*', 'instance/ins-1', 'a/b/c', ''))
  .map(([{ data }, region, account, path]) => ['qcs', '', data.service, region, account, path].join(':'));

const resource = fc.oneof(
  { weight: 2, arbitrary: fc.constant('*') },
  {
    weight: 4,
    arbitrary: service.chain(({ data: { resourceTypes = [] } }) =>
      resourceTypes.length === 0 ? built : fc.constantFrom(...resourceTypes).chain(({ format }) => filled(format)),
    ),
  },
  { weight: 2, arbitrary: built },
);

const operators = shippedLanguage.data.operators.map(({ name }) => name);
const keys = [
  ...shippedLanguage.data.conditionKeys.map(({ key }) => key.replace('<key>', 'team')),
  ...services.flatMap(({ data }) => (data.conditionKeys ?? []).map(({ key }) => key)),
];
const operator = fc
  .tuple(
    fc.constantFrom('', '', 'for_any_value:', 'for_all_value:'),
    fc.constantFrom(...operators),
    fc.constantFrom('', '', '_if_exist'),
  )
  .map((parts) => parts.join(''));
const value = fc.oneof(
  slipped(fc.constantFrom('10.0.0.0/8', '2024-01-01T00:00:00Z', '1', 'true', 'a&b', 'menu/', 'team', ...words)),
  fc.constantFrom<unknown>(1, true, null, []),
);

const oneOrMany = <Item>(items: fc.Arbitrary<Item>, most: number): fc.Arbitrary<Item | readonly Item[]> =>
  fc.oneof(items, fc.array(items, { maxLength: most }));

const condition = fc.dictionary(
  perhapsSlipped(operator),
  fc.dictionary(perhapsSlipped(fc.constantFrom(...keys)), oneOrMany(value, 3), { maxKeys: 2 }),
  { maxKeys: 2 },
);

const principal = fc.oneof(
  fc.constantFrom('*', 'cvm.qcloud.com'),
  fc.dictionary(
    perhapsSlipped(fc.constantFrom('qcs', 'service', 'federated')),
    oneOrMany(
      perhapsSlipped(
        fc.constantFrom(
          ...['*', 'qcs::cam::uin/100000000001:root', 'qcs::cam::uin/100000000001:uin/100000000002'],
          ...['qcs::cam::anonymous:anonymous', 'cvm.qcloud.com', 'qcs::cam::uin/100000000001:saml-provider/a'],
        ),
      ),
      2,
    ),
    { maxKeys: 2 },
  ),
);

const effect = perhapsSlipped(fc.constantFrom('allow', 'allow', 'deny', 'Allow', 'permit'));
const statement = fc.record(
  {
    sid: fc.constant('a'),
    effect,
    principal,
    action: oneOrMany(perhapsSlipped(action), 5),
    resource: oneOrMany(perhapsSlipped(resource), 4),
    condition,
  },
  { requiredKeys: ['effect', 'action', 'resource'] },
);

/** As often whole as with an element that is missing, wrongly cased or unknown. */
const policy = fc
  .tuple(
    layout,
    fc.constantFrom('2.0', '2.0', '2.0', '3.0', '2012-10-17', 2),
    oneOrMany(statement, 4),
    fc.option(fc.constantFrom('effect', 'action', 'resource', 'statement', 'version'), { freq: 4 }),
    perhapsSlipped(fc.constantFrom('Action', 'Resource', 'Effect', 'Statement', 'notAction', 'constructor')),
  )
  .map(([write, version, statements, renamed, name]) => {
    const text = write({ version, statement: statements });
    return renamed === null ? text : text.replace(`"${renamed}"`, () => JSON.stringify(name));
  });

/** What the fuzz tries: half of it JSON as it should be, half with mistakes in it. */
export const fuzzedText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: policy },
  { weight: 3, arbitrary: mistaken(policy) },
  { weight: 1, arbitrary: policyText },
  { weight: 1, arbitrary: mistaken(policyText) },
);
