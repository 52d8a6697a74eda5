import assert from 'node:assert/strict';
import { documentOf, edited, onlyPolicy, testContext } from '../../test/documents.js';
import { addStatement, type AddStatementResult } from './add-statement/index.js';
import { expandWildcards } from './expand-wildcards.js';
import { compactPolicy, summarize } from './summary.js';

describe('adding what a message misses', () => {
  const add = (
    text: string,
    message: string,
    ...chosen: readonly string[]
  ): AddStatementResult & { readonly text: string } => {
    const document = documentOf(text);
    const result = addStatement(onlyPolicy(document), message, testContext, chosen);
    return { ...result, text: edited(document, result.edit?.changes?.[document.uri] ?? []) };
  };
  const refusal = (action: string, resource = '*'): string =>
    `you are not authorized to perform operation (${action})\nresource (${resource}) has no permission`;
  const allow = (actions: string): string => `{"statement":[{"effect":"allow","action":[${actions}],"resource":"*"}]}`;

  it('allows the action on the resource, with the project cleared', () => {
    const { text, added, notes } = add(
      '{"statement":[]}',
      refusal('cvm:TerminateInstances', 'qcs:id/0:cvm:gz:uin/1:instance/ins-1'),
    );
    assert.equal(
      text,
      '{"statement":[{ "effect": "allow", "action": ["cvm:TerminateInstances"], "resource": ["qcs::cvm:gz:uin/1:instance/ins-1"] }]}',
    );
    assert.deepEqual([added, notes], [['cvm:TerminateInstances'], []]);
  });

  it('allows what cannot be restricted for all resources, and says so', () => {
    const { text, notes } = add('{"statement":[]}', refusal('trtc:CreateTrtcApp', 'qcs::trtc::uin/1:sdkappid/1'));
    assert.match(text, /"action": \["trtc:CreateTrtcApp"\], "resource": "\*" \}/u);
    assert.match(notes.join(), /^CAM asks about trtc:CreateTrtcApp with the resource \*, so it is allowed for \*/u);
    assert.deepEqual(add('{"statement":[]}', refusal('trtc:CreateTrtcApp')).notes, []);
  });

  it('takes several messages at once', () => {
    const { text, added } = add(
      allow('"mps:EditMedia"'),
      [refusal('mps:ProcessMedia'), refusal('mps:ManageTask')].join('\n\n'),
    );
    assert.equal(text, allow('"mps:EditMedia","mps:ProcessMedia","mps:ManageTask"'));
    assert.deepEqual(added, ['mps:ProcessMedia', 'mps:ManageTask']);
  });

  it('finds the service that a console does not name', () => {
    const console = 'No permission for the "ProcessMedia" API of MPS.';
    assert.equal(add(allow('"mps:EditMedia"'), console).text, allow('"mps:EditMedia","mps:ProcessMedia"'));
    assert.equal(
      add(allow('"mps:EditMedia"'), '没有 ProcessMedia 接口权限').text,
      allow('"mps:EditMedia","mps:ProcessMedia"'),
    );
    const lost = add(allow('"trtc:*"'), '没有 ProcessMedia 接口权限');
    assert.equal(lost.edit, undefined);
    assert.match(lost.notes.join(), /to which service ProcessMedia belongs/u);
  });

  it('says what to look at', () => {
    assert.match(add(allow('"mps:*"'), refusal('mps:EditMedia')).notes.join(), /allows this already: mps:EditMedia/u);
    const denied = '{"statement":[{"effect":"deny","action":"mps:*","resource":"*"}]}';
    assert.match(add(denied, refusal('mps:EditMedia')).notes.join(), /denies mps:EditMedia/u);
    assert.match(add('', 'operation (cvm:TerminateInstances) denied').notes.join(), /names no resource for cvm:Term/u);
    assert.deepEqual(add('', 'operation (mps:ProcessImage) denied').notes, []);
    assert.match(add('', refusal('a:B', 'qcs::a::uin/10****4:x/1')).notes.join(), /asterisks/u);
  });

  it('refuses texts and policies that it cannot do right', () => {
    assert.match(add(allow(''), 'system policy not verify').notes.join(), /No refused action/u);
    assert.match(add('[]', refusal('a:B')).notes.join(), /not a valid policy/u);
    const trust = '{"statement":[{"principal":{"service":"x"},"effect":"allow","action":"sts:AssumeRole"}]}';
    const { edit, notes } = add(trust, refusal('a:B'));
    assert.equal(edit, undefined);
    assert.match(notes.join(), /trust policy/u);
  });
});

describe('adding what a message misses, where that is not all', () => {
  const add = (text: string, message: string, ...chosen: readonly string[]) =>
    addStatement(onlyPolicy(documentOf(text)), message, testContext, chosen);
  const refusal = (rest: string): string =>
    `you are not authorized to perform operation (cvm:StopInstances) resource (qcs::cvm:gz:uin/1:instance/ins-1) has no permission ${rest}`;
  const newText = ({ edit }: AddStatementResult): string => Object.values(edit?.changes ?? {}).flat()[0]?.newText ?? '';

  it('adds nothing where a deny decided, and names its policy', () => {
    const result = add('{"statement":[]}', refusal('[{"effect":"deny","strategyId":219185}]'));
    assert.deepEqual([result.edit, result.added], [undefined, []]);
    assert.match(result.notes.join(), /cvm:StopInstances is refused by an explicit deny.*policy 219185/u);
    assert.match(add('', refusal('explicitly denied')).notes.join(), /organisation policies/u);
  });

  it('adds the condition that the message names, and says so', () => {
    const named = 'with or without condition:[{"condition":{"key":"qcs:resource_tag","value":["billing&dev"]}}]';
    const result = add('{"statement":[]}', refusal(named));
    assert.match(
      newText(result),
      /"condition": \{ "for_any_value:string_equal": \{ "qcs:resource_tag": \["billing&dev"\] \} \}/u,
    );
    assert.match(result.notes.join(), /qcs:resource_tag = billing&dev/u);
    const unread = add('{"statement":[]}', refusal('condition:[{"key":"qcs:ip","value":["10.0.0.1"]}]'));
    assert.doesNotMatch(newText(unread), /condition/u);
    assert.match(unread.notes.join(), /could not be read.*qcs:ip = 10\.0\.0\.1/u);
  });

  it('adds a condition in the notation of policies, and says what it cannot read', () => {
    const named = 'condition:[{"condition":{"for_any_value:string_equal":{"qcs:request_tag":["a&{b}"]}}}]';
    const result = add('{"statement":[]}', refusal(named));
    assert.match(newText(result), /\{ "for_any_value:string_equal": \{ "qcs:request_tag": \["a&\{b\}"\] \} \}/u);
    for (const [rest, told] of [
      ['condition:[{"string_equal":{"cvm:x":[]}}]', /cvm:x/u],
      ['condition:[{"key":"cvm:x"}]', /cvm:x/u],
      ['condition:[{"string_equal":{"cvm:x":["a"', /string_equal/u],
      ['condition: cvm:x is a', /cvm:x is a/u],
    ] as const) {
      const unread = add('{"statement":[]}', refusal(rest));
      assert.doesNotMatch(newText(unread), /condition/u, rest);
      assert.match(unread.notes.join(), told, rest);
    }
  });

  it('adds nothing for a message of another cloud, and says so', () => {
    const result = add(
      '{"statement":[]}',
      'User: arn:aws:iam::123456789012:user/x is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k',
    );
    assert.deepEqual([result.edit, result.added], [undefined, []]);
    assert.match(result.notes.join(), /another cloud/u);
  });

  it('says where an action is not known', () => {
    const notes = (action: string): string =>
      add('{"statement":[]}', `operation (${action}) resource (qcs::x::uin/1:y/z) has no permission`).notes.join();
    assert.match(notes('nosuchservice:DoIt'), /nosuchservice:DoIt is not in the catalogue/u);
    assert.doesNotMatch(notes('mps:EditMedia'), /catalogue/u);
  });

  it('takes refusals of COS and of CAM in one text', () => {
    const message = `${refusal('')}\nGET https://img-1250000000.cos.ap-beijing.myqcloud.com/a*.png: AccessDenied`;
    const asked = add('{"statement":[]}', message);
    // The part that needs no choice is there where the person makes none.
    assert.deepEqual([asked.added, asked.choices?.length], [['cvm:StopInstances'], 1]);
    assert.match(newText(asked), /cvm:StopInstances/u);
    assert.doesNotMatch(newText(asked), /cos:/u);
    assert.match(asked.notes.join(), /wildcard.*a\*\.png/u);
    assert.deepEqual(add('{"statement":[]}', message, 'GetObject').added, ['cvm:StopInstances', 'cos:GetObject']);
  });

  it('asks for the action of a request that COS refused, then adds the one chosen', () => {
    const message =
      '<Error><Code>AccessDenied</Code><Resource>img-1250000000.cos.ap-beijing.myqcloud.com/a/1.png</Resource></Error>';
    const asked = add('{"statement":[]}', message);
    const resource = 'qcs::cos:ap-beijing:uid/1250000000:img-1250000000/a/1.png';
    assert.equal(asked.edit, undefined);
    assert.equal(asked.choices?.[0]?.resource, resource);
    assert.ok(asked.choices[0].actions.includes('PutObject'));
    assert.match(asked.notes.join(), /does not say which request/u);
    const answered = add('{"statement":[]}', message, 'PutObject', 'NotAnAction');
    assert.deepEqual([answered.added, answered.choices], [['cos:PutObject'], undefined]);
    assert.ok(newText(answered).includes(resource));
  });

  it('says whose the resource is where CAM refuses a policy for its owner', () => {
    const { edit, notes } = add('{"statement":[]}', 'InvalidParameter.GrantOtherResource');
    assert.equal(edit, undefined);
    assert.match(notes.join(), /belongs to another owner/u);
  });
});

describe('expanding wildcards', () => {
  const expand = (text: string): ReturnType<typeof expandWildcards> =>
    expandWildcards(onlyPolicy(documentOf(text)), testContext);

  it('writes out what stands behind them, an action a line, by what the actions do', () => {
    const text =
      '{\n  "statement": [{\n    "action": ["mps:DescribeUser*", "name/mps:*", "mps:EditMedia", "mps:Unheard"]\n  }]\n}';
    const expansion = expand(text);
    const lines = expansion.text.split('\n');
    assert.deepEqual(lines.slice(2, 6), [
      '    "action": [',
      '      "mps:DescribeUserInfo",',
      '',
      '      "name/mps:DescribeTaskDetail",',
    ]);
    for (const { line, title } of expansion.groups) {
      assert.match(title, /^[a-z ]+: [1-9]\d*$/u);
      const count = Number(title.slice(title.indexOf(':') + 1));
      assert.match(lines[line - 1] ?? '', /^$|\[$/u);
      assert.ok(
        lines.slice(line, line + count).every((each) => /^ {6}"[^"]+",?$/u.test(each)),
        title,
      );
      assert.match(lines[line + count] ?? '', /^$|^ {4}\]$/u);
    }
    assert.ok(expansion.groups.some(({ title }) => title.startsWith('write')));
    const { statement } = JSON.parse(expansion.text) as {
      readonly statement: readonly { readonly action: string[] }[];
    };
    assert.deepEqual(statement[0]?.action.slice(-2), ['mps:EditMedia', 'mps:Unheard']);
    assert.deepEqual([expansion.expanded, expansion.left], [2, 0]);
  });

  it('writes an action once, and says where groups are in several statements', () => {
    const text =
      '{"statement":[{"action":["mps:DescribeUser*","mps:DescribeUserInfo","mps:DescribeUser*"]},{"action":"mps:DescribeUser*"}]}';
    const { groups, ...expansion } = expand(text);
    assert.deepEqual(expansion, {
      text: '{"statement":[{"action":[\n  "mps:DescribeUserInfo"\n]},{"action":[\n  "mps:DescribeUserInfo"\n]}]}',
      expanded: 3,
      left: 0,
    });
    assert.deepEqual(groups, [{ line: 3, title: 'read: 1' }]);
  });

  it('leaves what the catalogue does not know', () => {
    const text = '{"statement":[{"action":["none:*","*","a"]}]}';
    assert.deepEqual(expand(text), { text, groups: [], expanded: 0, left: 2 });
  });
});

describe('expanding wildcards in a host', () => {
  const expandIn = (uri: string, language: string, text: string, index = 0): ReturnType<typeof expandWildcards> => {
    const policy = documentOf(text, { uri, language }).policies[index];
    assert.ok(policy);
    return expandWildcards(policy, testContext);
  };
  const heredoc = (body: string): string =>
    `resource "tencentcloud_cam_policy" "a" {\n  policy = <<-EOF\n${body}\n  EOF\n}\n`;

  it('leaves what stands around the policy, and counts lines of the file', () => {
    const other = heredoc('    {"statement":[{"action":"mps:*"}]}');
    const text =
      other + heredoc('    {\n      "statement": [{ "action": "mps:DescribeUser*", "resource": "${var.all}" }]\n    }');
    const expansion = expandIn('file:///a.tf', 'terraform', text, 1);
    const expanded = '"action": [\n          "mps:DescribeUserInfo"\n      ]';
    assert.equal(expansion.text, text.replace('"action": "mps:DescribeUser*"', expanded));
    const line = expansion.text.split('\n').findIndex((each) => each.includes('DescribeUserInfo'));
    assert.deepEqual(expansion.groups, [{ line, title: 'read: 1' }]);
  });

  it('writes as the host does', () => {
    const text =
      'resource "tencentcloud_cam_policy" "a" {\n  document = jsonencode({\n    statement = [{\n      action = "mps:DescribeUser*"\n    }]\n  })\n}\n';
    const expansion = expandIn('file:///a.tf', 'terraform', text);
    assert.deepEqual(expansion, {
      text: text.replace('"mps:DescribeUser*"', '[\n          "mps:DescribeUserInfo"\n      ]'),
      groups: [{ line: 4, title: 'read: 1' }],
      expanded: 1,
      left: 0,
    });
  });
});

describe('summaries', () => {
  it('count characters without white space and comments', () => {
    const { length, limit, catalogueDate } = summarize(onlyPolicy(documentOf('{ "a b":\n "😀" } // x')), testContext);
    assert.deepEqual([length, limit, catalogueDate], ['{"ab":"_"}'.length, 6144, '2026-11-22']);
  });

  it('compact a policy, unless that takes guessing', () => {
    assert.equal(compactPolicy(onlyPolicy(documentOf('{ "version": "2.0", }')), testContext).text, '{"version":"2.0"}');
    assert.equal(compactPolicy(onlyPolicy(documentOf('{ "version": ')), testContext).text, undefined);
  });
});
