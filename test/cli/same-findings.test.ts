/** `cam-policy check` and the language server give the same findings. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../host/install.js';
import { startWire } from '../hostile/wire.js';
import { sampleOf } from '../../server/test/sampling.js';
import { testFolder } from './folder.js';
import { reportOf } from './report.js';
import { camPolicy } from './run.js';

const languages: ReadonlyMap<string, string> = new Map([
  ['.json', 'cam-policy'],
  ['.tf', 'terraform'],
  ['.md', 'markdown'],
]);
const severities = ['', 'error', 'warning', 'information', 'hint'];

/** The files below a folder, from there; none where there is no such folder, as the corpus is only beside some copies of the project. */
const filesIn = (folder: string): readonly string[] => {
  const full = path.join(repository, folder);
  if (!existsSync(full)) return [];
  const names = readdirSync(full, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(?:cam\.json|tf|md)$/u.test(name)).map((name) => path.join(full, name));
};

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

describe('findings of cam-policy check and of the server', () => {
  const folder = testFolder();

  /** What each of the files is called in the folder. */
  const copy = (): readonly string[] => {
    const files = [
      ...filesIn('examples'),
      ...filesIn('server/test/terraform'),
      ...sampleOf(filesIn('../shared/corpus'), 10),
    ];
    return files.map((file, index) => {
      const name = `${path.basename(path.dirname(file))}/${index} ${path.basename(file)}`;
      folder.write(name, readFileSync(file));
      return name;
    });
  };

  async function ofCommandLine(names: readonly string[]): Promise<readonly string[]> {
    // Of an empty text an editor says less: it is still to be written.
    const args = ['check', '--format', 'json', '--min-severity', 'hint', '--rule', 'empty-policy=hint', ...names];
    const { code, out, complaints } = await camPolicy(args, { cwd: folder.path });
    assert.notEqual(code, 2, complaints);
    return reportOf(out).files.flatMap((file) =>
      file.findings.map(({ rule, severity, message, line, column, endLine, endColumn }) =>
        JSON.stringify([file.path, rule, severity, message, line, column, endLine, endColumn]),
      ),
    );
  }

  async function ofServer(names: readonly string[]): Promise<readonly string[]> {
    const wire = await startWire({ folders: [pathToFileURL(folder.path).href] });
    const found: string[] = [];
    try {
      for (const name of names) {
        const uri = pathToFileURL(path.join(folder.path, name)).href;
        const text = readFileSync(path.join(folder.path, name), 'utf8').replace(/^\ufeff/u, '');
        const languageId = languages.get(path.extname(name)) ?? '';
        wire.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
        for (const { code, severity = 0, message, range } of (await wire.published(uri)).diagnostics) {
          const { start, end } = range as Range;
          const places = [start.line + 1, start.character + 1, end.line + 1, end.character + 1];
          found.push(JSON.stringify([name, code, severities[severity], message, ...places]));
        }
        wire.notify('textDocument/didClose', { textDocument: { uri } });
      }
    } finally {
      await wire.stop();
    }
    return found;
  }

  it('are equal on every example and collected document: rule, level, words and place', async () => {
    const names = copy();
    const found = await ofServer(names);
    assert.ok(found.length > 20);
    assert.deepEqual(await ofCommandLine(names), found);
  });

  it('are equal under a configuration with levels, overrides, an account and accepted findings', async () => {
    const names = copy();
    const before = await ofCommandLine(names);
    const reason = 'Known';
    const configuration = {
      account: { uin: '100000000001', appid: '1250000000' },
      ignore: ['good/**'],
      rules: { 'unknown-action': 'error', 'narrowable-resource': 'off', 'allow-all': 'hint' },
      overrides: [
        { files: ['**/*1*'], rules: { 'unknown-action': 'off', 'wildcard-left-out': 'error' } },
        { files: ['bad/**'], rules: { 'no-resource-level-support': 'warning' } },
      ],
      suppress: [
        { rule: 'unknown-action', files: ['**/*mps*'], reason },
        { rule: 'no-resource-level-support', files: ['**'], statement: 0, reason },
        { rule: 'deprecated-action', files: ['**'], action: '*:Get*', reason },
        { rule: 'placeholder', files: ['**'], reason, until: '2020-01-01' },
      ],
    };
    folder.write('cam-policy.config.json', JSON.stringify(configuration));
    const found = await ofServer(names);
    const own = (await ofCommandLine(names)).filter((one) => !one.startsWith('["cam-policy.config.json"'));
    assert.deepEqual(own, found);
    assert.ok(found.length < before.length && found.some((one) => !before.includes(one)));
  });
}).timeout(120_000);
