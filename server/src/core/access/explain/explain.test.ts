/** What a policy is said to allow, read as people read it. */
import assert from 'node:assert/strict';
import { shippedCatalogue as shipped, shippedLanguage as language } from '../../../../test/shipped-catalogue.js';
import { smallCatalogue as small } from '../../../../test/small-catalogue.js';
import { tinyCatalogue as catalogue } from '../../../../test/tiny-catalogue.js';
import { readPolicy } from '../../policy/read.js';
import { explanationInWords, linesAsText } from '../words/explanation-words.js';
import { voiceOf } from '../words/voice.js';
import { explain } from './explain.js';
import type { Explanation } from './explanation.js';

const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;
const statement = (effect: string, action: unknown, resource: unknown = '*', condition?: object): object => ({
  effect,
  action,
  resource,
  ...(condition && { condition }),
});

const of = (...statements: readonly object[]): Explanation =>
  explain(readPolicy(JSON.stringify({ version: '2.0', statement: statements })), { catalogue, language });

const told = (explanation: Explanation, locale: 'en' | 'zh' = 'en'): string =>
  linesAsText(explanationInWords(explanation, catalogue, voiceOf(locale)));

/** Each line is told of these statements. */
const cases: readonly (readonly [name: string, statements: readonly object[], lines: readonly string[]])[] = [
  [
    'an action and what it is, in all places',
    [statement('allow', 'trtc:DismissRoom')],
    ['trtc · Real-Time Communication', '  Statement 1 allows DismissRoom (write)', '    on all resources'],
  ],
  [
    'a wildcard with counts, and the names of what does more than read',
    [statement('allow', 'name/trtc:D*', app('1'))],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows D* (2 read, 1 write)',
      '    write: DismissRoom',
      `    on ${app('1')}`,
      '    not DescribeRecordStatistic: CAM asks about them with the resource *, which this statement does not name',
    ],
  ],
  [
    'a deny with the allow that it cuts, on one of two resources',
    [statement('allow', 'trtc:*', [app('1'), app('2')]), statement('deny', 'trtc:RemoveUser', app('1'))],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows every action (2 read, 3 write)',
      `    on ${app('1')}, ${app('2')}`,
      '    not CreateTrtcApp, DescribeRecordStatistic: CAM asks about them with the resource *, which this statement does not name',
      `    except RemoveUser on ${app('1')}: denied by statement 2`,
    ],
  ],
  [
    'what is denied wherever it is allowed is not counted',
    [statement('allow', ['trtc:RemoveUser', 'trtc:DismissRoom']), statement('deny', 'trtc:Remove*')],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows RemoveUser, DismissRoom (1 write)',
      '    on all resources',
      '    except RemoveUser: denied by statement 2',
    ],
  ],
  [
    'conditions of allows and denies',
    [
      statement('allow', 'trtc:DismissRoom', '*', {
        ip_equal: { 'qcs:ip': ['10.0.0.0/8', '11.0.0.0/8'] },
        'for_any_value:string_equal': { 'qcs:resource_tag': 'a&b' },
      }),
      statement('deny', 'trtc:*', '*', { null_equal: { 'qcs:mfa': 'true' }, string_like_if_exist: { a: 'b*' } }),
    ],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows DismissRoom (write)',
      '    on all resources',
      '    only if qcs:ip is in 10.0.0.0/8 or 11.0.0.0/8',
      '    and if one value of qcs:resource_tag is a&b',
      '    except DismissRoom, if qcs:mfa is absent and a matches b* (or it is absent): denied by statement 2',
    ],
  ],
  [
    'an allow that is denied altogether, and a deny that meets nothing',
    [statement('allow', 'trtc:RemoveUser', app('1')), statement('deny', 'trtc:*'), statement('deny', 'mps:EditMedia')],
    [
      'This policy allows nothing.',
      'Denied',
      '  This policy does not allow what is denied here. The denials count against other policies of the same caller.',
      '  Statement 3 denies EditMedia (write) of mps',
      '    on all resources',
      'Without effect',
      '  Statement 1 allows nothing: statement 2 denies all of it',
    ],
  ],
  [
    'an allow that several denies take away together, and one of which they take an action',
    [
      statement('allow', 'trtc:RemoveUser', [app('1'), app('2')]),
      statement('allow', ['trtc:RemoveUser', 'trtc:DismissRoom'], [app('1'), app('2')]),
      statement('deny', 'trtc:Remove*', app('1')),
      statement('deny', 'trtc:RemoveUser', app('2')),
    ],
    [
      'trtc · Real-Time Communication',
      '  Statement 2 allows RemoveUser, DismissRoom (1 write)',
      `    on ${app('1')}, ${app('2')}`,
      `    except RemoveUser on ${app('1')}: denied by statement 3`,
      `    except RemoveUser on ${app('2')}: denied by statement 4`,
      'Without effect',
      '  Statement 1 allows nothing: statement 3, statement 4 deny all of it',
    ],
  ],
  [
    'statements that CAM refuses, and such as reach none of their actions',
    [{ effect: 'allow', action: 'trtc:RemoveUser' }, statement('allow', 'trtc:CreateTrtcApp', app('1'))],
    [
      'This policy allows nothing.',
      'Without effect',
      '  Statement 1 lacks an effect, an action or a resource that CAM takes',
      '  Statement 2 reaches none of its actions: CAM asks about them with the resource *, which it does not name',
    ],
  ],
  [
    'resources of two services with the actions that may use them',
    [
      statement(
        'allow',
        ['trtc:RemoveUser', 'cmqqueue:SendMessage'],
        [app('1'), 'qcs::cmqqueue:gz:uin/1:queueName/uin/1/q'],
      ),
    ],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows RemoveUser (write)',
      `    on ${app('1')}`,
      'cmqqueue · Cloud Message Queue (queue)',
      '  Statement 1 allows SendMessage (write)',
      '    on qcs::cmqqueue:gz:uin/1:queueName/uin/1/q',
    ],
  ],
  [
    'everything, but for what is denied of one service',
    [statement('allow', '*'), statement('deny', 'trtc:RemoveUser')],
    [
      'All services',
      '  Statement 1 allows every action of every service',
      '    on all resources',
      '    except RemoveUser of trtc: denied by statement 2',
    ],
  ],
  [
    'what is denied of one service out of all, by number, and of all of them',
    [
      statement('allow', '*'),
      statement('deny', 'trtc:*'),
      statement('deny', '*', '*', { bool_equal: { 'qcs:mfa': 'false' } }),
    ],
    [
      'All services',
      '  Statement 1 allows every action of every service',
      '    on all resources',
      '    except every action (3 read, 4 write) of trtc: denied by statement 2',
      '    except every action of every service, if qcs:mfa is false: denied by statement 3',
    ],
  ],
  [
    'what is denied of several services, of the one that is allowed only',
    [statement('allow', 'trtc:*'), statement('deny', ['*:Re*', 'tr*:Dismiss*'])],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows every action (3 read, 2 write)',
      '    on all resources',
      '    except RemoveUser: denied by statement 2',
      '    except DismissRoom: denied by statement 2',
    ],
  ],
  [
    'services by a part of their name, and actions of all services, without counts',
    [statement('allow', ['cmq*:*', '*:Create*', 'nosuch*:Go']), statement('deny', '*:Go*', app('1'))],
    [
      'cmq* · every service of such a name (cmqqueue)',
      '  Statement 1 allows every action',
      '    on all resources',
      `    except Go* of every service on ${app('1')}: denied by statement 2`,
      'All services',
      '  Statement 1 allows Create*',
      '    on all resources',
      'nosuch* · no service in the catalogue has such a name',
      '  Statement 1 allows Go',
      '    on all resources',
      `    except Go* of every service on ${app('1')}: denied by statement 2`,
    ],
  ],
  [
    'a deny of another resource than is allowed',
    [statement('allow', 'trtc:*', app('1')), statement('deny', 'trtc:RemoveUser', app('2'))],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows every action (2 read, 3 write)',
      `    on ${app('1')}`,
      '    not CreateTrtcApp, DescribeRecordStatistic: CAM asks about them with the resource *, which this statement does not name',
      'Denied',
      '  This policy does not allow what is denied here. The denials count against other policies of the same caller.',
      '  Statement 2 denies RemoveUser (write) of trtc',
      `    on ${app('2')}`,
    ],
  ],
  [
    'names in another case as not sure, in an allow and in a deny',
    [statement('allow', ['trtc:RemoveUser', 'trtc:dismissroom']), statement('deny', 'trtc:removeuser', app('1'))],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows RemoveUser, dismissroom (2 write)',
      '    on all resources',
      '    perhaps not dismissroom: documents write this in another case, and none says whether case matters',
      `    perhaps except removeuser on ${app('1')}: denied by statement 2, if the case of names does not matter (no document says so)`,
    ],
  ],
  [
    'of a name in another case what is sure: what is written so, not what a wildcard stands for',
    [statement('allow', ['trtc:removeuser', 'trtc:DismissRoom']), statement('deny', 'trtc:removeuser')],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows removeuser, DismissRoom (1 write)',
      '    on all resources',
      '    perhaps not removeuser: documents write this in another case, and none says whether case matters',
      '    except RemoveUser: denied by statement 2',
      '      perhaps not removeuser: documents write this in another case, and none says whether case matters',
    ],
  ],
  [
    'a deny in another case, of an allow with a wildcard',
    [statement('allow', 'trtc:R*'), statement('deny', ['trtc:removeuser', 'trtc:remove*'])],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows R* (1 write)',
      '    write: RemoveUser',
      '    on all resources',
      '    perhaps except removeuser, remove*: denied by statement 2, if the case of names does not matter (no document says so)',
    ],
  ],
  [
    'a service in another case as not sure, in an allow and in a deny',
    [statement('allow', ['TRTC:*', 'trtc:RemoveUser']), statement('deny', 'trtC:Remove*')],
    [
      'TRTC · not in the catalogue',
      '  Statement 1 allows every action (none that the catalogue knows)',
      '    on all resources',
      '    perhaps not TRTC:*: documents write this in another case, and none says whether case matters',
      '    perhaps except Remove* of trtC: denied by statement 2, if the case of names does not matter (no document says so)',
      'trtc · Real-Time Communication',
      '  Statement 1 allows RemoveUser (write)',
      '    on all resources',
      '    perhaps except Remove* of trtC: denied by statement 2, if the case of names does not matter (no document says so)',
    ],
  ],
  [
    'what is asked with * as not sure on six segments that end in it',
    [statement('allow', 'trtc:CreateTrtcApp', 'qcs::trtc::uin/1:*')],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows CreateTrtcApp (write)',
      '    on qcs::trtc::uin/1:*',
      '    perhaps not CreateTrtcApp: CAM asks about them with the resource *, and no document says whether six segments that end in it stand for it',
    ],
  ],
  [
    'what reaches nothing before what denies it, and both where each is so of some',
    [
      statement('allow', 'trtc:CreateTrtcApp', app('1')),
      statement('deny', 'trtc:CreateTrtcApp', app('1')),
      statement('allow', ['trtc:CreateTrtcApp', 'trtc:RemoveUser'], app('1')),
      statement('deny', 'trtc:RemoveUser'),
      statement('allow', 'trtc:CreateTrtcApp', app('2')),
      statement(
        'allow',
        ['trtc:CreateTrtcApp', 'cmqqueue:SendMessage'],
        [app('2'), 'qcs::cmqqueue:gz:uin/1:queueName/uin/1/q'],
      ),
      statement('deny', 'cmqqueue:*'),
    ],
    [
      'This policy allows nothing.',
      'Without effect',
      '  Statement 1 reaches none of its actions: CAM asks about them with the resource *, which it does not name',
      '  Statement 2 reaches none of its actions: CAM asks about them with the resource *, which it does not name',
      '  Statement 3 allows nothing: what it reaches of its actions is denied (statement 4)',
      '  Statement 5 reaches none of its actions: CAM asks about them with the resource *, which it does not name',
      '  Statement 6 allows nothing: what it reaches of its actions is denied (statement 7)',
    ],
  ],
  [
    'conditions that cannot be read, negated ones with several values, and operators that no document has',
    [
      statement('allow', 'trtc:RemoveUser', '*', {
        ip_equal: { 'qcs:ip': [] },
        string_equal: 'x',
        string_not_equal: { a: ['b', 'c'] },
        'for_any_value:string_not_equal': { d: 'e' },
        string_resembles: { f: 'g' },
      }),
    ],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows RemoveUser (write)',
      '    on all resources',
      '    only if a condition is met that cannot be read (ip_equal qcs:ip)',
      '    and if a condition is met that cannot be read (string_equal "x")',
      '    and if a is not any of b, c',
      '    and if one value of d is not e',
      '    and if string_resembles of f and g, an operator that CAM does not document',
    ],
  ],
  [
    'services and actions that the catalogue does not know',
    [statement('allow', ['nosuch:Go', 'trtc:Nothing'])],
    [
      'nosuch · not in the catalogue',
      '  Statement 1 allows Go (1 not in the catalogue)',
      '    on all resources',
      'trtc · Real-Time Communication',
      '  Statement 1 allows Nothing (1 not in the catalogue)',
      '    on all resources',
    ],
  ],
  [
    'what another statement says as well, of two that say the same only of the later one',
    [
      statement('allow', 'trtc:RemoveUser', app('1')),
      statement('allow', 'trtc:Remove*', app('*')),
      statement('allow', 'trtc:Remove*', app('*')),
    ],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows RemoveUser (write)',
      `    on ${app('1')}`,
      '  Statement 2 allows Remove* (1 write)',
      '    write: RemoveUser',
      `    on ${app('*')}`,
      '  Statement 3 allows Remove* (1 write)',
      '    write: RemoveUser',
      `    on ${app('*')}`,
      'Without effect',
      '  Statement 1 changes nothing: statement 2 says all of it',
      '  Statement 3 changes nothing: statement 2 says all of it',
    ],
  ],
  [
    'what others say together, and what changes nothing while others stay',
    [
      statement('allow', ['trtc:RemoveUser', 'trtc:DismissRoom']),
      statement('deny', 'trtc:DismissRoom'),
      statement('allow', ['trtc:RemoveUser', 'mps:EditMedia']),
      statement('allow', ['trtc:RemoveUser', 'mps:EditMedia'], '*', { bool_equal: { sure: 'true' } }),
      statement('allow', 'trtc:RemoveUser'),
      statement('allow', 'mps:EditMedia'),
    ],
    [
      'trtc · Real-Time Communication',
      '  Statement 1 allows RemoveUser, DismissRoom (1 write)',
      '    on all resources',
      '    except DismissRoom: denied by statement 2',
      '  Statement 3 allows RemoveUser (write)',
      '    on all resources',
      '  Statement 4 allows RemoveUser (write)',
      '    on all resources',
      '    only if sure is true',
      '  Statement 5 allows RemoveUser (write)',
      '    on all resources',
      'mps · Media Processing Service',
      '  Statement 3 allows EditMedia (write)',
      '    on all resources',
      '  Statement 4 allows EditMedia (write)',
      '    on all resources',
      '    only if sure is true',
      '  Statement 6 allows EditMedia (write)',
      '    on all resources',
      'Without effect',
      '  Statement 1 changes nothing as long as the others stay: without it the policy allows and denies the same',
      '  Statement 4 changes nothing: statement 3 says all of it',
      '  Statement 5 changes nothing: statement 3 says all of it',
      '  Statement 6 changes nothing: statement 3 says all of it',
    ],
  ],
  [
    'who may take on a role',
    [
      { effect: 'allow', action: 'sts:AssumeRole', principal: { service: ['mps.cloud.tencent.com'] } },
      {
        effect: 'allow',
        action: ['name/sts:AssumeRole', 'sts:AssumeRoleWithSAML'],
        principal: { qcs: 'qcs::cam::uin/1:root' },
        condition: { string_equal: { 'sts:external_id': 'x' }, ip_equal: { 'qcs:ip': '10.0.0.0/8' } },
      },
      {
        effect: 'deny',
        action: 'sts:AssumeRole',
        principal: '*',
        condition: { string_equal: { 'sts:external_id': 'y' } },
      },
    ],
    [
      'Who may take on the role',
      '  Statement 1: mps.cloud.tencent.com',
      '    through AssumeRole',
      '  Statement 2: qcs::cam::uin/1:root',
      '    through AssumeRole, AssumeRoleWithSAML',
      '    only if sts:external_id is x',
      '    and if qcs:ip is in 10.0.0.0/8',
      '  Statement 3: not everyone',
      '    through AssumeRole',
      '    if sts:external_id is y',
    ],
  ],
];

describe('the explanation of a policy', () => {
  for (const [name, statements, lines] of cases)
    it(`tells ${name}`, () => {
      assert.deepEqual(
        told(of(...statements))
          .trimEnd()
          .split('\n'),
        lines,
      );
    });

  it('has as many lines in Chinese, and no English sentence in them', () => {
    for (const [name, statements, lines] of cases) {
      const chinese = told(of(...statements), 'zh');
      assert.equal(chinese.trimEnd().split('\n').length, lines.length, name);
      assert.doesNotMatch(chinese, /statement|allow|denie|except|\{\w+\}/iu, name);
    }
  });

  it('tells what is denied of a service under its second name', () => {
    const text = JSON.stringify({ statement: [statement('allow', 'zy:*'), statement('deny', ['zy:ab', 'zy:Else'])] });
    const lines = told(explain(readPolicy(text), { catalogue: small, language }));
    assert.match(lines, /\n {4}except ab, Else: denied by statement 2\n/u);
  });

  it('says of a wildcard that stands for nothing no reason that is not so', () => {
    assert.equal(told(of(statement('allow', 'trtc:Nothing*'))), 'This policy allows nothing.\n');
  });

  it('takes two names of a service for one only perhaps', () => {
    const text = JSON.stringify({ statement: [statement('allow', 'zy:ab'), statement('deny', 'zz:*')] });
    const [names] = small.summaries.flatMap(({ service, aliases = [] }) => aliases.map((alias) => [alias, service]));
    const [alias = '', service = ''] = names ?? [];
    const lines = told(
      explain(readPolicy(text.replaceAll('zy', alias).replaceAll('zz', service)), { catalogue: small, language }),
    );
    assert.match(lines, new RegExp(`^${alias} · `, 'u'));
    assert.match(lines, /perhaps except every action.* denied by statement 2, if both names mean the same service/u);
  });

  it('of a role’s trust policy has the principal of the whole policy', () => {
    const text = JSON.stringify({
      principal: { qcs: 'qcs::cam::uin/1:root' },
      statement: [{ effect: 'allow', action: 'sts:AssumeRole' }],
    });
    const lines = told(explain(readPolicy(text), { catalogue, language }));
    assert.equal(lines, 'Who may take on the role\n  Statement 1: qcs::cam::uin/1:root\n    through AssumeRole\n');
  });

  it('in Chinese says of one value and of several what is not', () => {
    const condition = { 'for_any_value:string_not_equal': { a: 'b' }, ip_not_equal: { c: ['1.1.1.1', '2.2.2.2'] } };
    const chinese = told(of(statement('allow', ['*', 'trtc:R*'], '*', condition), statement('deny', 'trtc:*')), 'zh');
    assert.match(chinese, /条件：a 至少有一个取值不为 b\n {4}且：c 不在 1\.1\.1\.1、2\.2\.2\.2 中的任何一个内\n/u);
    assert.match(chinese, /除外：trtc 的所有操作（/u);
  });

  it('of a thousand statements that overlap names some of what denies, and says that there is more', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      statement(
        index % 2 === 0 ? 'allow' : 'deny',
        ['cvm:*', 'cos:*', 'cvm:Describe*'].slice(index % 3),
        `qcs::cvm:::instance/ins-${index}`,
      ),
    );
    const policy = readPolicy(JSON.stringify({ version: '2.0', statement: many }));
    const { services } = explain(policy, { catalogue: shipped, language });
    assert.ok(services.some(({ grants }) => grants.some(({ moreDenies }) => moreDenies)));
  });
});
