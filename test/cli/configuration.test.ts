/** `cam-policy check` under a configuration. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { repository } from '../host/install.js';
import { startWire } from '../hostile/wire.js';
import { testFolder } from './folder.js';
import { reportOf } from './report.js';
import { camPolicy } from './run.js';

const bad = readFileSync(path.join(repository, 'examples/bad/mps-restricted.cam.json'), 'utf8');
const configurationName = 'cam-policy.config.json';

describe('configuration of cam-policy check', () => {
  const folder = testFolder();
  const configure = (content: object, where = configurationName): void => {
    folder.write(where, JSON.stringify(content));
  };
  const check = (...args: readonly string[]) =>
    camPolicy(['check', '--min-severity', 'hint', '--format', 'json', ...args], { cwd: folder.path });
  const found = async (...args: readonly string[]): Promise<readonly string[]> =>
    reportOf((await check(...args)).out).files.flatMap(({ path: name, findings }) =>
      findings.map(({ rule, severity }) => `${name} ${severity} ${rule}`),
    );

  it('sets levels, in some files others, and the command line has the last word', async () => {
    folder.write('a.cam.json', bad);
    folder.write('b/c.cam.json', bad);
    configure({
      rules: { 'unknown-action': 'error', 'no-resource-level-support': 'off' },
      overrides: [{ files: ['b/**'], rules: { 'unknown-action': 'hint' } }],
    });
    const all = await found();
    assert.ok(all.includes('a.cam.json error unknown-action'));
    assert.ok(all.includes('b/c.cam.json hint unknown-action'));
    assert.ok(all.every((one) => !one.includes('no-resource-level-support')));
    assert.equal((await check()).code, 1);
    assert.ok((await found('--rule', 'unknown-action=off')).every((one) => !one.includes('unknown-action')));
    assert.ok((await found('--no-config')).includes('b/c.cam.json warning unknown-action'));
    configure({ rules: { 'unknown-action': 'information' } }, 'other/any name.json');
    assert.ok((await found('--config', 'other/any name.json')).includes('a.cam.json information unknown-action'));
  });

  it('says which files are policies and which are not to be checked', async () => {
    for (const name of ['policies/a.json', 'policies/old/b.json', 'c.json', 'd.cam.json']) folder.write(name, bad);
    configure({ files: ['policies/**/*.json'], ignore: ['policies/old/**', 'd.*'] });
    const files = async (...args: readonly string[]) =>
      reportOf((await check(...args)).out).files.map((file) => file.path);
    assert.deepEqual(await files(), ['policies/a.json']);
    assert.deepEqual(
      await files('d.cam.json', 'c.json'),
      ['c.json'],
      'what it ignores is not checked when named either',
    );
  });

  it('takes no file of its own for a policy, nor those of other tools under a broad pattern', async () => {
    folder.write('a.json', bad);
    folder.write('a.cam.test.json', '{}');
    folder.write('package.json', '{}');
    folder.write('logo.png', Uint8Array.of(0xff, 0xd8));
    configure({ files: ['**'] });
    const paths = async (...args: readonly string[]) => {
      const { out, code } = await check(...args);
      return [code, ...reportOf(out).files.map((file) => file.path)];
    };
    assert.deepEqual(await paths(), [0, 'a.json']);
    assert.deepEqual(await paths('a.json', configurationName, 'a.cam.test.json'), [0, 'a.json']);
  });

  it('says that a file cannot be extended whose name no file can have, and checks the policies', async () => {
    folder.write('a.cam.json', bad);
    for (const name of ['./\\ud83d.json', '../\\udc00/a.json', './\\u0000.json']) {
      folder.write(configurationName, `{ "extends": "${name}", "rules": { "unknown-action": "hint" } }`);
      const all = await found();
      assert.ok(all.includes(`${configurationName} error configuration`), name);
      assert.ok(all.includes('a.cam.json hint unknown-action'), name);
    }
  });

  it('says where a bracket of a pattern is not closed', async () => {
    folder.write('a.cam.json', bad);
    folder.write(configurationName, '{\n  "files": ["a.json", "["],\n  "ignore": ["{a"]\n}\n');
    const { findings = [] } = reportOf((await check()).out).files.find((file) => file.path === configurationName) ?? {};
    assert.deepEqual(
      findings.map(({ line, column, message }) => `${line}:${column} ${message.slice(0, 55)}`),
      [
        '2:23 The "[" of this pattern is not closed by a "]". "[a-z]"',
        '3:14 The "{" of this pattern is not closed by a "}". "{a,b}"',
      ],
    );
  });

  it('does not write its report over a configuration', async () => {
    folder.write('a.cam.json', bad);
    for (const [name, ...args] of [
      [configurationName],
      ['base.json', '--config', 'base.json'],
      ['b.cam.test.json'],
    ] as const) {
      configure({}, name);
      const { code, complaints } = await check('--output', name, ...args);
      assert.equal(code, 2);
      assert.match(complaints, /: not written, because it is a file that this run reads, or a configuration;/u);
      assert.equal(readFileSync(path.join(folder.path, name), 'utf8'), '{}');
    }
  });

  it('keeps findings quiet that somebody has accepted; SARIF has them with the reason', async () => {
    folder.write('a.cam.json', bad);
    const suppress = [{ rule: 'unknown-action', files: ['a.cam.json'], reason: 'Known; OPS-12' }];
    configure({ suppress });
    assert.ok((await found()).every((one) => !one.includes('unknown-action')));
    const log = JSON.parse((await check('--format', 'sarif')).out) as Log;
    const results = log.runs[0]?.results?.filter(({ ruleId }) => ruleId === 'unknown-action') ?? [];
    assert.ok(results.length > 0);
    for (const { suppressions } of results)
      assert.deepEqual(suppressions, [{ kind: 'external', justification: 'Known; OPS-12' }]);
    assert.match((await check('--statistics')).complaints, /suppressed findings: 1;/u);
  });

  it('keeps findings quiet that a comment in Terraform accepts, and tells of comments that do nothing', async () => {
    const action = (comment: string): string =>
      `document = jsonencode({\n  version = "2.0"\n  statement = [{\n    effect = "allow"\n    ${comment}\n    action = ["cvm:NoSuchThing"]\n    resource = ["*"]\n  }]\n})\n`;
    folder.write('a.tf', action('# cam-policy-ignore unknown-action: new; OPS-13'));
    assert.deepEqual(await found(), []);
    const log = JSON.parse((await check('--format', 'sarif')).out) as Log;
    const [result] = log.runs[0]?.results ?? [];
    assert.deepEqual(result?.suppressions, [{ kind: 'inSource', justification: 'new; OPS-13' }]);
    assert.deepEqual(result.locations?.[0]?.physicalLocation?.region, {
      startLine: 6,
      startColumn: 20,
      endLine: 6,
      endColumn: 31,
    });
    folder.write('a.tf', action('# cam-policy-ignore allow-all: x'));
    assert.deepEqual([...(await found())].sort(), ['a.tf hint unknown-action', 'a.tf warning unused-suppression']);
  });

  it('is checked itself: mistakes, suppressions that have expired and that do nothing', async () => {
    folder.write('a.cam.json', bad);
    folder.write('b.cam.json', bad);
    const at = { files: ['a.cam.json'], reason: 'x' };
    configure({
      rules: { 'no-such-rule': 'off' },
      suppress: [
        { ...at, rule: 'unknown-action', until: '2020-01-01' },
        { ...at, rule: 'allow-all' },
      ],
    });
    const ofConfiguration = async (...args: readonly string[]) =>
      (await found(...args)).filter((one) => one.startsWith(configurationName));
    const expected = [
      `${configurationName} error configuration`,
      `${configurationName} warning expired-suppression`,
      `${configurationName} warning unused-suppression`,
    ];
    assert.deepEqual(await ofConfiguration(), expected);
    assert.equal((await check()).code, 1);
    assert.deepEqual(await ofConfiguration('b.cam.json'), expected.slice(0, 2), 'a part does not tell what is unused');
    assert.deepEqual(await ofConfiguration('--rule', 'allow-all=off'), expected.slice(0, 2));
  });

  it('must be there where it is named, and be readable where it is found', async () => {
    folder.write('a.cam.json', bad);
    const missing = await check('--config', 'no.json');
    assert.deepEqual(
      [missing.code, missing.out.startsWith('{ "files": [\n]'), missing.complaints],
      [2, false, 'cam-policy: no.json: the configuration cannot be read\n'],
    );
    folder.write(configurationName, Buffer.from([0xff, 0xfe, 0]));
    const { code, complaints } = await check();
    assert.equal(code, 2);
    assert.match(complaints, /cam-policy\.config\.json: not UTF-8 text/u);
  });

  it('gives the findings that the server gives', async () => {
    folder.write('a.cam.json', bad);
    folder.write('b/c.cam.json', bad);
    configure({
      rules: { 'unknown-action': 'error' },
      overrides: [{ files: ['b/**'], rules: { 'unknown-action': 'hint' } }],
      suppress: [{ rule: 'no-resource-level-support', files: ['b/*'], reason: 'x', statement: 0 }],
    });
    const wire = await startWire({ folders: [pathToFileURL(folder.path).href] });
    try {
      const severities = ['', 'error', 'warning', 'information', 'hint'];
      const ofServer: string[] = [];
      for (const name of ['a.cam.json', 'b/c.cam.json']) {
        const uri = pathToFileURL(path.join(folder.path, name)).href;
        wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cam-policy', version: 1, text: bad } });
        const { diagnostics } = await wire.published(uri);
        ofServer.push(...diagnostics.map(({ code, severity }) => `${name} ${severities[severity ?? 0]} ${code}`));
      }
      assert.deepEqual(await found(), ofServer);
      assert.ok(ofServer.length > 2);
    } finally {
      await wire.stop();
    }
  });
});
