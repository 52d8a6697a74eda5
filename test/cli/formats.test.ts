/** What `cam-policy check` writes for other programs, read as they read it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { repository } from '../host/install.js';
import { testFolder } from './folder.js';
import { reportOf } from './report.js';
import { camPolicy } from './run.js';
import { sarifLog } from './sarif.js';

/** Shows everything, so that every finding is written. */
const all = ['check', '--min-severity', 'hint', '--format'];

const bad = readFileSync(path.join(repository, 'examples/bad/mps-restricted.cam.json'), 'utf8');

const good = readFileSync(path.join(repository, 'examples/good/three-products.cam.json'), 'utf8');

/** A policy with texts in it that mean something to the formats. */
const odd = JSON.stringify({
  version: '2.0',
  statement: [
    { effect: 'allow', action: ['cvm:A]]><&"\'%0A::,[x](y){0}\ufffe\u0001', 'cvm:策略'], resource: '*' },
    { effect: 'dney', action: '*', resource: 'qcs::cvm' },
  ],
});

describe('formats of cam-policy check', () => {
  const folder = testFolder();
  const inFolder = async (...args: readonly string[]) => camPolicy(args, { cwd: folder.path });

  /** Files with names and texts that are easy to write wrongly. */
  const writeOdd = (): void => {
    folder.write('a b/名 100%#?[1].cam.json', odd);
    folder.write('bad.cam.json', bad);
    folder.write('good.cam.json', good);
    if (process.platform !== 'win32') folder.write('a,b:c\n"d".cam.json', bad);
  };

  describe('sarif', () => {
    it('is valid, and has what the JSON has', async () => {
      writeOdd();
      folder.write('utf16.cam.json', Buffer.from([0xff, 0xfe, 0x7b, 0]));
      for (const [cwd, file] of [
        [repository, 'examples'],
        [folder.path, '.'],
      ] as const) {
        const [run] = sarifLog((await camPolicy([...all, 'sarif', file], { cwd })).out).runs;
        const { files } = reportOf((await camPolicy([...all, 'json', file], { cwd })).out);
        const ofSarif = run?.results?.map(({ ruleId, level, locations }) => {
          const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
          assert.equal(artifactLocation?.uriBaseId, '%SRCROOT%');
          return [decodeURIComponent(artifactLocation.uri ?? ''), ruleId, level, region];
        });
        const ofJson = files.flatMap(({ path: name, findings }) =>
          findings.map(({ rule, severity, line, column, endLine, endColumn }) => [
            name,
            rule,
            severity === 'hint' || severity === 'information' ? 'note' : severity,
            { startLine: line, startColumn: column, endLine, endColumn },
          ]),
        );
        assert.ok(ofJson.length > 5);
        assert.deepEqual(ofSarif, ofJson);
        assert.equal(run?.invocations?.[0]?.executionSuccessful, file !== '.');
      }
    });

    it('describes its rules, and gives the pages of those that found something', async () => {
      const [run] = sarifLog((await camPolicy([...all, 'sarif', 'examples'])).out).runs;
      const rules = run?.tool.driver.rules ?? [];
      for (const { ruleId, ruleIndex } of run?.results ?? []) {
        assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
        assert.match(rules[ruleIndex ?? -1]?.help?.markdown ?? '', /^# /u);
      }
      assert.ok(rules.every(({ shortDescription, help }) => shortDescription?.text !== '' && help?.text !== ''));
      const zh = sarifLog((await camPolicy([...all, 'sarif', '--lang', 'zh-cn', 'examples'])).out).runs[0];
      assert.ok(zh?.results?.every(({ message }) => /[\u4e00-\u9fff]/u.test(message.text ?? '')));
      assert.equal(zh?.language, 'zh-CN');
    });

    it('has fixes that mend the text, and places that findings name besides', async () => {
      const file = folder.write('dney.cam.json', odd.replace('dney', 'Allow'));
      const [run] = sarifLog((await inFolder(...all, 'sarif', file)).out).runs;
      const result = run?.results?.find(({ ruleId }) => ruleId === 'invalid-effect');
      const [replacement] = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
      const { startColumn = 0, endColumn = 0, startLine } = replacement?.deletedRegion ?? {};
      const text = readFileSync(file, 'utf8');
      assert.equal(startLine, 1);
      const mended = `${text.slice(0, startColumn - 1)}${replacement?.insertedContent?.text ?? ''}${text.slice(endColumn - 1)}`;
      assert.equal(mended, odd.replace('dney', 'allow'));
      const doubled = folder.write('twice.cam.json', '{"version":"2.0",\n"version":"2.0","statement":[]}');
      const related = sarifLog((await inFolder(...all, 'sarif', doubled)).out).runs[0]?.results?.flatMap(
        ({ relatedLocations = [] }) => relatedLocations,
      );
      assert.ok(related?.some(({ physicalLocation }) => physicalLocation?.region?.startLine === 1));
    });

    it('names files from the root of the repository, and others by their whole address', async () => {
      execFileSync('git', ['init', '-q'], { cwd: folder.path });
      folder.write('inner/a.cam.json', bad);
      const outside = path.join(repository, 'examples/bad/mps-restricted.cam.json');
      const { out } = await camPolicy([...all, 'sarif', '.', outside], { cwd: path.join(folder.path, 'inner') });
      const names = sarifLog(out).runs[0]?.results?.map(
        ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation,
      );
      assert.deepEqual(names?.[0], { uri: 'inner/a.cam.json', uriBaseId: '%SRCROOT%' });
      assert.match(names.at(-1)?.uri ?? '', /^file:\/\/\/.*\/examples\/bad\/mps-restricted\.cam\.json$/u);
    });
  });

  it('github: every finding is a command that reads as it was meant', async () => {
    writeOdd();
    const { files } = reportOf((await inFolder(...all, 'json')).out);
    const { out } = await inFolder(...all, 'github');
    const unescaped = (text: string): string =>
      text
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
    const commands = out
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [, name, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/u.exec(line) ?? [];
        const pairs = properties.split(',').map((pair): [string, string] => {
          const [key = '', ...value] = pair.split('=');
          return [key, unescaped(value.join('='))];
        });
        return [name, Object.fromEntries(pairs), unescaped(message)];
      });
    const expected = files.flatMap(({ path: file, findings }) =>
      findings.map(({ rule, severity, message, line, column, endLine, endColumn }) => [
        severity === 'error' || severity === 'warning' ? severity : 'notice',
        Object.fromEntries(
          Object.entries({ file, line, col: column, endLine, endColumn, title: rule }).map(([key, value]) => [
            key,
            String(value),
          ]),
        ),
        message,
      ]),
    );
    assert.deepEqual(commands, expected);
  });

  it('gitlab: every finding is an issue whose fingerprint is its own and outlives lines above it', async () => {
    writeOdd();
    interface Issue {
      readonly check_name: string;
      readonly fingerprint: string;
      readonly severity: string;
      readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
    }
    const issuesOf = async (...args: readonly string[]) =>
      JSON.parse((await inFolder(...all, 'gitlab', ...args)).out) as readonly Issue[];
    const issues = await issuesOf();
    const { files } = reportOf((await inFolder(...all, 'json')).out);
    assert.deepEqual(
      issues.map(({ check_name, location }) => [location.path, check_name, location.lines.begin]),
      files.flatMap(({ path: file, findings }) => findings.map(({ rule, line }) => [file, rule, line])),
    );
    const fingerprints = issues.map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(fingerprints).size, fingerprints.length);
    assert.ok(issues.every(({ severity }) => ['info', 'minor', 'major'].includes(severity)));
    folder.write('bad.cam.json', `\n\n${bad.replaceAll('\n', '\n  ')}`);
    assert.deepEqual(
      (await issuesOf('--lang', 'zh-cn')).map(({ fingerprint }) => fingerprint),
      fingerprints,
    );
    assert.deepEqual(await issuesOf('good.cam.json'), []);
  });

  it('junit: every file is a suite, and what fails the run is a failure', async () => {
    writeOdd();
    folder.write('utf16.cam.json', Buffer.from([0xff, 0xfe, 0x7b, 0]));
    const suitesOf = async (...args: readonly string[]): Promise<Element> => {
      const { out } = await inFolder(...all, 'junit', ...args);
      // XML 1.0 has no other characters.
      assert.doesNotMatch(out, /[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      // It throws where the text is no XML.
      const { documentElement } = new DOMParser().parseFromString(out, 'text/xml');
      assert.ok(documentElement);
      return documentElement;
    };
    const elements = (inside: Element, name: string): readonly Element[] => [...inside.getElementsByTagName(name)];
    const attribute =
      (name: string) =>
      (element: Element): string =>
        element.getAttribute(name) ?? '';
    const { files } = reportOf((await inFolder(...all, 'json')).out);
    for (const [args, failing] of [
      [[], ['error']],
      [
        ['--max-warnings', '0'],
        ['error', 'warning'],
      ],
      [['--max-warnings', '100'], ['error']],
    ] as const) {
      const suites = await suitesOf(...args);
      const expected = files.flatMap(({ findings }) => findings);
      const cases = elements(suites, 'testcase');
      const failures = expected.filter(({ severity }) => failing.some((one) => one === severity));
      assert.deepEqual(
        elements(suites, 'failure').map(attribute('message')),
        failures.map(({ message }) => message.replace('\ufffe', '[U+FFFE]')),
      );
      assert.deepEqual(
        ['tests', 'failures', 'errors'].map((name) => suites.getAttribute(name)),
        [String(cases.length), String(failures.length), '1'],
      );
      assert.deepEqual(
        cases.map(attribute('name')).filter((name) => name !== 'read' && name !== 'no findings'),
        expected.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
      );
      assert.equal(elements(suites, 'error').length, 1);
    }
    const names = elements(await suitesOf(), 'testsuite').map(attribute('name'));
    assert.deepEqual([...names].sort(), [...files.map((file) => file.path), 'utf16.cam.json'].sort());
  });
});
