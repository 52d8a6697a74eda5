import assert from 'node:assert/strict';
import { cursorIn, markSpans } from '../../../test/marks.js';
import { meansSame, mentionAt, mentionsOf } from './mentions.js';
import { readPolicy } from '../policy/read.js';

/** The text with what means the same as the mention at the cursor marked. */
function marked(textWithCursor: string): string {
  const { text, offset } = cursorIn(textWithCursor);
  const mentions = mentionsOf(readPolicy(text));
  const target = mentionAt(mentions, offset);
  return target
    ? markSpans(
        text,
        mentions.filter((mention) => meansSame(target, mention)),
      )
    : text;
}

const statement = (action: string, resource: string): string =>
  `{"statement":[{"action":[${action}],"resource":[${resource}]}]}`;

describe('mentions', () => {
  it('of an action, with or without its marker, and of patterns that stand for it', () => {
    assert.equal(
      marked(statement('"mps:Descr|ibeTask","name/mps:DescribeTask","mps:Desc*","mps:EditMedia","*"', '"*"')),
      statement('"«mps:DescribeTask»","name/«mps:DescribeTask»","«mps:Desc*»","mps:EditMedia","«*»"', '"*"'),
    );
  });

  it('of an account number, in accounts, paths, principals and conditions', () => {
    assert.equal(
      marked(
        `{"principal":{"qcs":["qcs::cam::uin/11:uin/22"]},"statement":{"resource":"qcs::a:gz:uin/1|1:queueName/uin/11/q","condition":{"string_equal":{"qcs:uin":["11","22"]}}}}`,
      ),
      `{"principal":{"qcs":["qcs::cam::uin/«11»:uin/22"]},"statement":{"resource":"qcs::a:gz:uin/«11»:queueName/uin/«11»/q","condition":{"string_equal":{"qcs:uin":["«11»","22"]}}}}`,
    );
  });

  it('of an id: same service and type, and no other region or account', () => {
    assert.equal(
      marked(
        statement(
          '',
          '"qcs::cmqqueue:gz:uin/1:queueName/q|1","qcs::cmqqueue:::queueName/q1","qcs::cmqqueue:sh:uin/1:queueName/q1","qcs::cmqtopic:gz:uin/1:queueName/q1","qcs::cmqqueue:gz:uin/2:queueName/q1"',
        ),
      ),
      statement(
        '',
        '"qcs::cmqqueue:gz:uin/1:queueName/«q1»","qcs::cmqqueue:::queueName/«q1»","qcs::cmqqueue:sh:uin/1:queueName/q1","qcs::cmqtopic:gz:uin/1:queueName/q1","qcs::cmqqueue:gz:uin/2:queueName/q1"',
      ),
    );
  });

  it('of a bucket and of the APPID at its end', () => {
    const bucket = '"qcs::cos::uid/1250000000:lo|gs-1250000000/a"';
    assert.equal(marked(statement('', bucket)), statement('', '"qcs::cos::uid/1250000000:«logs-1250000000»/a"'));
    const owner = '"qcs::cos::uid/1250000000:logs-12500|00000/a"';
    assert.equal(marked(statement('', owner)), statement('', '"qcs::cos::uid/«1250000000»:logs-«1250000000»/a"'));
  });

  it('of a whole resource string elsewhere in it, but never of `*` or a pattern of ids', () => {
    assert.equal(marked(statement('', '"q|cs::a:::t/x-*","*"')), statement('', '"«qcs::a:::t/x-*»","*"'));
    assert.equal(marked(statement('', '"qcs::a:::t/x|-*"')), statement('', '"«qcs::a:::t/x-*»"'));
    assert.equal(marked(statement('', '"|*","*"')), statement('', '"*","*"'));
  });

  it('stand where they are written, escapes or not', () => {
    assert.equal(marked(statement('', '"qcs::\\u0061::uin/1|1:t/x"')), statement('', '"qcs::\\u0061::uin/«11»:t/x"'));
  });
});
