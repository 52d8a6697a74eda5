import assert from 'node:assert/strict';
import { hostSpan } from '../embed/embedded.js';
import { policiesIn } from '../embed/hosts.js';
import { lint } from '../lint/lint.js';
import { rules } from '../lint/rules/index.js';
import { readPolicy } from '../policy/read.js';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { say } from '../text.js';
import { ignoresIn } from './ignores.js';

const facts = { catalogue: shippedCatalogue, language: shippedLanguage, rules };

/** The rules that report something, those that a comment keeps quiet with its reason, and what is wrong with comments. */
function check(text: string, file: string): readonly [string, string, string] {
  const policies = policiesIn(text, '', file);
  const ignores = ignoresIn(text, policies, new Set(Object.keys(rules)));
  const quiet: string[] = [];
  const left = policies.flatMap((embedded) =>
    lint(readPolicy(embedded.text, embedded.unknown), {
      ...facts,
      sift(_, all) {
        const sifted = ignores.sift(embedded, all, ({ span }) => hostSpan(embedded, span).start);
        quiet.push(...sifted.ignored.map(({ finding, reason }) => `${finding.code}: ${reason}`));
        return sifted.findings;
      },
    }).map(({ code }) => code),
  );
  return [
    left.join(),
    quiet.join(),
    ignores
      .problems()
      .map(({ code, message, data }) => `${code} ${say(message, 'en', data)}`)
      .join(),
  ];
}

const object = (above: string, behind = '', before = ''): string => `${before}
document = jsonencode({
  version = "2.0"
  statement = [{
    effect = "allow"
    ${above}
    action = ["cvm:NoSuchThing"] ${behind}
    resource = ["*"]
  }]
})
`;
const heredoc = (before: string): string => `
${before}
document = <<EOF
{ "version": "2.0", "statement": [{ "effect": "allow", "action": "cvm:NoSuchThing", "resource": "*" }] }
EOF
`;
const quiet = ['', 'unknown-action: new last week', ''];

describe('comments that accept findings', () => {
  it('are for their own line, for the next one, and for the whole policy before it', () => {
    const comment = 'cam-policy-ignore unknown-action: new last week';
    assert.deepEqual(check(object(`# ${comment}`), 'a.tf'), quiet);
    assert.deepEqual(check(object('', `// ${comment}`), 'a.tf'), quiet);
    assert.deepEqual(check(object('', '', `# ${comment}`), 'a.tf'), quiet);
    assert.deepEqual(check(heredoc(`# ${comment}`), 'a.tf'), quiet);
    assert.deepEqual(
      check(heredoc(`# ${comment}\n# cam-policy-ignore allow-all: x`), 'a.tf').slice(0, 2),
      quiet.slice(0, 2),
    );
    const fence = `<!-- ${comment} -->\n\`\`\`cam-policy\n{"version":"2.0","statement":[{"effect":"allow","action":"cvm:NoSuchThing","resource":"*"}]}\n\`\`\`\n`;
    assert.deepEqual(check(fence, 'a.md'), quiet);
  });

  it('are for nothing else', () => {
    const other = check(object('# cam-policy-ignore allow-all: x'), 'a.tf');
    assert.deepEqual(other, [
      'unknown-action',
      '',
      'unused-suppression This suppresses nothing: allow-all finds nothing here.',
    ]);
    const far = check(object('# cam-policy-ignore unknown-action: x\n\n'), 'a.tf');
    assert.equal(far[0], 'unknown-action');
  });

  it('need a reason and a rule that there is', () => {
    assert.match(
      check(object('# cam-policy-ignore unknown-action'), 'a.tf').join('|'),
      /^unknown-action\|\|configuration Write a reason/u,
    );
    assert.match(
      check(object('# cam-policy-ignore unknown-action:'), 'a.tf').join('|'),
      /^unknown-action\|\|configuration Write a reason/u,
    );
    assert.match(
      check(object('# cam-policy-ignore no-such: x'), 'a.tf').join('|'),
      /^unknown-action\|\|configuration There is no rule/u,
    );
  });

  const told = (comment: string): readonly string[] => check(object(comment), 'a.tf').slice(1);

  it('say what they lack, with an example in their own marks', () => {
    const example = (open: string, close = ''): readonly string[] => [
      '',
      `configuration This comment names no rule. Write the rule and a reason, such as ${open} cam-policy-ignore allow-all: reason${close}`,
    ];
    assert.deepEqual(told('# cam-policy-ignore'), example('#'));
    assert.deepEqual(told('#cam-policy-ignore : new'), example('#'));
    assert.deepEqual(told('//\tcam-policy-ignore\t'), example('//'));
    assert.deepEqual(told('/* cam-policy-ignore */'), example('/*', ' */'));
    assert.deepEqual(told('/* cam-policy-ignore unknown-action */'), [
      '',
      'configuration Write a reason behind the rule: /* cam-policy-ignore unknown-action: reason */',
    ]);
    assert.deepEqual(told('# cam-policy-ignore unknown-actoin: new'), [
      '',
      'configuration There is no rule "unknown-actoin"; did you mean "unknown-action"?',
    ]);
    assert.deepEqual(told('# cam-policy-ignore unknown-action because of this: new'), [
      '',
      'configuration Write a reason behind the rule: # cam-policy-ignore unknown-action: reason',
    ]);
  });

  it('may name several rules, and stand in comments of any form', () => {
    const accepted = ['unknown-action: new', ''];
    assert.deepEqual(told('/* cam-policy-ignore unknown-action: new */'), accepted);
    assert.deepEqual(told('##\tcam-policy-ignore\tunknown-action\t:\tnew'), accepted);
    assert.deepEqual(told('# cam-policy-ignore unknown-action , allow-all: new'), [
      'unknown-action: new',
      'unused-suppression This suppresses nothing: allow-all finds nothing here.',
    ]);
  });

  it('are no other word, and no example in the quotes of Markdown', () => {
    assert.deepEqual(told('# cam-policy-ignores are explained elsewhere'), ['', '']);
    const fence = '```cam-policy\n{"version":"2.0","statement":[]}\n```\n';
    assert.equal(check(`Write \`# cam-policy-ignore RULE: reason\`.\n${fence}`, 'a.md')[2], '');
  });

  it('are none where they stand in a policy', () => {
    const inside = heredoc('').replace('{ "version"', '# cam-policy-ignore unknown-action: x\n{ "version"');
    assert.ok(!check(inside, 'a.tf')[1].includes('unknown-action'));
  });
});
