/** Mistakes in the document's form and in its actions. */
import type { Mutation } from '../mutations.js';

const good = '{"version":"2.0","statement":[{"effect":"allow","action":["mps:ProcessMedia"],"resource":"*"}]}';

/** The policy with the first `from` replaced; the mistake is marked in `to`. */
function change(from: string, to: string, text = good): string {
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
  return text.replace(from, () => to);
}

/** A mistake that the fix, or the first suggestion, takes back. */
const undone = (code: string, from: string, to: string, text = good): Mutation => ({
  code,
  good: text,
  bad: change(from, to, text),
  fixed: text,
});

/** A mistake that is mended otherwise, or by a person only. */
const seen = (code: string, from: string, to: string, text = good): Mutation => ({
  code,
  good: text,
  bad: change(from, to, text),
});

const conditional = change('"*"}', '"*","condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}}');
const two = change('"]', '","mps:EditMedia"]');
const renamed = change('mps:ProcessMedia', 'trtc:DismissRoom');
const queue = change('mps:ProcessMedia', 'cmqqueue:SendMessage');
const marked = change('mps:ProcessMedia', 'name/mps:ProcessMedia');
const trust =
  '{"version":"2.0","statement":[{"effect":"allow","action":"sts:AssumeRole","principal":{"qcs":["qcs::cam::uin/100000000001:root"]}}]}';

const inDocument: readonly Mutation[] = [
  undone('json-syntax', '"*"}', '"*"«,»}'),
  undone('json-syntax', '"allow"', '«“allow”»'),
  undone('json-syntax', '"version":', '"version"«：»'),
  undone('json-syntax', '"2.0",', '"2.0«"»'),
  undone('json-syntax', '["mps', '[«/* any */»"mps'),
  undone('json-syntax', '{', '«\ufeff»{'),
  undone('json-syntax', '"*"', "«'*'»"),
  seen('json-syntax', '["mps:ProcessMedia"]', '«[»"mps:ProcessMedia"'),
  seen('too-deep', '"*"', `${'['.repeat(97)}«[»${']'.repeat(98)}`),
  undone('duplicate-key', '"effect":"allow"', '"effect":"allow",«"effect"»:"allow"'),
  undone('duplicate-key', '"effect":"allow"', '"effect":"allow",«"Effect"»:"deny"'),
  seen('duplicate-key', ',"resource"', ',«"action"»:["mps:EditMedia"],"resource"'),
  seen('missing-element', '{"version":"2.0",', '«{»'),
  seen('missing-element', '{"effect":"allow",', '«{»'),
  seen('missing-element', '{"effect":"allow","action":["mps:ProcessMedia"]', '«{»"effect":"allow"'),
  seen(
    'missing-element',
    '{"effect":"allow","action":["mps:ProcessMedia"],"resource":"*"',
    '«{»"effect":"allow","action":["mps:ProcessMedia"]',
  ),
  undone('unknown-element', '"statement"', '«"statment"»'),
  undone('unknown-element', '"action"', '«"actions"»'),
  undone('unknown-element', '"resource"', '«"Resource "»'),
  seen('unknown-element', '"action"', '«"notAction"»'),
  undone('unknown-element', '"version"', '«"Id"»:"mine","version"'),
  undone('unknown-element', '"effect"', '«"Sid"»:"mine","effect"'),
  undone('element-case', '"effect"', '«"Effect"»'),
  undone('element-case', '"version"', '«"Version"»'),
  undone('element-case', '"principal"', '«"Principal"»', trust),
  undone('wrong-type', '"2.0"', '«2.0»'),
  undone('wrong-type', '"allow"', '«[»"allow"]'),
  undone('wrong-type', '"mps:ProcessMedia"', '«[»"mps:ProcessMedia"]'),
  seen('wrong-type', '"*"', '«1»'),
  undone('wrong-type', '{"ip_equal":{"qcs:ip":"10.0.0.1"}}', '«[»{"ip_equal":{"qcs:ip":"10.0.0.1"}}]', conditional),
  undone('invalid-version', '"2.0"', '«"2012-10-17"»'),
  undone('invalid-version', '"2.0"', '«"2"»'),
  undone('invalid-effect', '"allow"', '«"alow"»'),
  undone('invalid-effect', '"allow"', '«"Allow"»'),
  undone('invalid-effect', '"allow"', '«"allow "»'),
  seen('empty-value', '["mps:ProcessMedia"]', '«[]»'),
  seen('empty-value', '"*"', '«""»'),
  undone('empty-value', 'Media"', 'Media",«""»'),
  seen('empty-value', '{"ip_equal":{"qcs:ip":"10.0.0.1"}}', '«{}»', conditional),
  { code: 'statement-object', good, bad: change('}]', '}', change('[{', '«{»')), fixed: good },
  {
    code: 'policy-too-long',
    good,
    bad: `«{»${change('"*"', `["${Array.from({ length: 300 }, (_, index) => `qcs::mps:::vts/${index}`).join('","')}"]`).slice(1)}`,
  },
];

const inActions: readonly Mutation[] = [
  undone('malformed-action', '"mps:ProcessMedia"', '«"mps: ProcessMedia"»'),
  undone('malformed-action', '"mps:ProcessMedia"', '«"mps：ProcessMedia"»'),
  undone('malformed-action', '"mps:ProcessMedia"', '«"mps.ProcessMedia"»'),
  undone('malformed-action', '"mps:EditMedia"', '«"EditMedia"»', two),
  undone('malformed-action', '"permid/280655"', '«"permit/280655"»', change('mps:ProcessMedia', 'permid/280655')),
  undone('unknown-service', 'cmqqueue', '«camqueue»', queue),
  undone('unknown-service', 'trtc', '«trct»', renamed),
  undone('unknown-action', 'ProcessMedia', '«ProccesMedia»'),
  undone('unknown-action', 'ProcessMedia', '«ProcessMedias»'),
  undone('action-case', 'ProcessMedia', '«processMedia»'),
  undone('action-case', 'mps:', '«MPS»:'),
  undone('wildcard-matches-nothing', 'Process*', '«Procces*»', change('ProcessMedia', 'Process*')),
  undone('wildcard-matches-nothing', 'Process*', '«process*»', change('ProcessMedia', 'Process*')),
  undone('wildcard-service', 'cmqqueue', '«*queue»', queue),
  seen('wildcard-service', 'mps:', '«*»:'),
  undone('mixed-action-form', '"mps:EditMedia"', '"«name/»mps:EditMedia"', two),
  undone(
    'mixed-action-form',
    '"name/mps:EditMedia"',
    '«"mps:EditMedia"»',
    change('"]', '","name/mps:EditMedia","name/mps:ManageTask"]', marked),
  ),
  undone('redundant-action', 'ProcessMedia"', 'ProcessMedia",«"mps:ProcessMedia"»'),
  undone('redundant-action', '"mps:*"', '"mps:*",«"mps:ProcessMedia"»', change('ProcessMedia', '*')),
  {
    code: 'deprecated-action',
    good: renamed,
    bad: change('"trtc:DismissRoom"', '«"trtc:DescribeCallDetail"»', renamed),
    fixed: change('"trtc:DismissRoom"', '"trtc:DescribeCallDetail","trtc:DescribeCallDetailInfo"', renamed),
  },
];

export const mutations: readonly Mutation[] = [...inDocument, ...inActions];
