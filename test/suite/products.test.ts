/** The products that come first, in policies as people write them: what is wrong is found, mended, completed and explained in the editor. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  chooseAction,
  closeAll,
  codeOf,
  completions,
  cursor,
  diagnostics,
  hover,
  labelOf,
  openFile,
  openUntitled,
  rangeOf,
} from './support.js';

/** The repository that these tests were built in; an installed extension is elsewhere. The bundle lies in `out/e2e/`. */
const repository = path.resolve(__dirname, '..', '..');

const policy = (actions: readonly string[], resource: string | readonly string[]): string =>
  JSON.stringify({ version: '2.0', statement: [{ effect: 'allow', action: actions, resource }] }, undefined, 2);

/** The text of `found` that stands under each error and warning. */
const marked = (document: vscode.TextDocument, found: readonly vscode.Diagnostic[], code: string): readonly string[] =>
  found.filter((diagnostic) => codeOf(diagnostic) === code).map(({ range }) => document.getText(range));

const serious = ({ severity }: vscode.Diagnostic): boolean => severity <= vscode.DiagnosticSeverity.Warning;

describe('MPS', () => {
  afterEach(closeAll);

  it('is granted on all resources, with the SDK and the console', async () => {
    const text = readFileSync(path.join(repository, 'examples/good/mps-sdk-and-console.cam.json'), 'utf8');
    const { document } = await openFile('mps.cam.json', text.replace('"cam:GetRole"', '"cam:GetRol"'));
    const found = await diagnostics(document);
    assert.deepEqual(marked(document, found, 'unknown-action'), ['GetRol']);
    await chooseAction(document, rangeOf(document, 'GetRol'), /cam:GetRole/);
    assert.equal(document.getText(), text);
    await diagnostics(document, (left) => !left.some(serious));
  });

  it('is warned of where a statement restricts it, and set to "*"', async () => {
    const { document } = await openUntitled(
      policy(['mps:ProcessMedia', 'mps:DescribeTasks'], ['qcs::mps::uin/100000000001:vts/1']),
    );
    const found = await diagnostics(document);
    assert.deepEqual(marked(document, found, 'no-resource-level-support'), [
      '"mps:ProcessMedia"',
      '"mps:DescribeTasks"',
    ]);
    await chooseAction(document, rangeOf(document, 'mps:ProcessMedia'), /Set resource to "\*"/);
    assert.equal(document.getText(), policy(['mps:ProcessMedia', 'mps:DescribeTasks'], '*'));
  });
});

describe('TRTC', () => {
  afterEach(closeAll);

  const server = [
    'DescribeDetailEvent',
    'DescribeRecordStatistic',
    'DescribeTrtcInteractiveTime',
    'DescribeTrtcMcuTranscodeTime',
  ];
  const console = ['DescribeTrtcStatistic', 'DescribeDurationPackages', 'GetUserList', 'GetUserInfo', 'GetCommState'];
  const others = ['GetElasticSearchData', 'CreateTrtcApp', 'HardDescribeMixConf', 'ModifyMixConf', 'RemindBalance'];
  const operationLevel = [...server, ...console, ...others].map((name) => `trtc:${name}`);
  const application = 'qcs::trtc::uin/100000000001:sdkappid/1400000000';

  it('has fourteen actions that no application can restrict, and the reason is told', async () => {
    const { document } = await openUntitled(policy([...operationLevel, 'trtc:RemoveUser'], [application]));
    const found = await diagnostics(document, (all) => all.length >= operationLevel.length);
    assert.deepEqual(
      marked(
        document,
        found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
        'no-resource-level-support',
      ),
      operationLevel.map((action) => `"${action}"`),
    );
    assert.match(await hover(document, rangeOf(document, 'trtc:GetUserList').end), /SDKAppID/i);

    await chooseAction(document, rangeOf(document, 'trtc:GetUserList'), /statement of their own/);
    assert.deepEqual(JSON.parse(document.getText()), {
      version: '2.0',
      statement: [
        { effect: 'allow', action: ['trtc:RemoveUser'], resource: [application] },
        { effect: 'allow', action: operationLevel, resource: '*' },
      ],
    });
    await diagnostics(document, (left) => !left.some((each) => each.severity === vscode.DiagnosticSeverity.Error));
  });

  it('offers the resource its actions take', async () => {
    const { text, offset } = cursor(
      '{"version":"2.0","statement":[{"effect":"allow","action":["trtc:RemoveUser"],"resource":["|"]}]}',
    );
    const { document } = await openUntitled(text);
    const labels = (await completions(document, document.positionAt(offset))).map(labelOf);
    assert.match(labels[0] ?? '', /sdkappid\//);
  });
});

describe('CMQ', () => {
  afterEach(closeAll);

  const queue = 'qcs::cmqqueue:bj:uin/1238423:queueName/uin/3232/myqueue';

  it('takes the six segments with the short region and the creator', async () => {
    const { document } = await openUntitled(policy(['cmqqueue:ReceiveMessage', 'cmqqueue:BatchDeleteMesage'], [queue]));
    const found = await diagnostics(document);
    assert.deepEqual(found.filter(serious).map(codeOf), ['unknown-action']);
    assert.match(await hover(document, rangeOf(document, 'queueName').start), /queueName/);
  });

  it('completes its actions', async () => {
    const { text, offset } = cursor(
      '{"version":"2.0","statement":[{"effect":"allow","action":["cmqtopic:Pub|"],"resource":"*"}]}',
    );
    const { document } = await openUntitled(text);
    assert.ok(
      (await completions(document, document.positionAt(offset)))
        .map(labelOf)
        .some((label) => label.endsWith('PublishMessage')),
    );
  });
});

const corpus = path.join(repository, '../shared/corpus');

/** What is wrong for certain in the collected policies of these products, looked at by hand. */
const mistakes: { readonly [file: string]: readonly string[] } = {
  // A comma is missing between action and resource.
  '013-policy-cmqtopic-camqueue-badjson.cam.json': ['json-syntax'],
  // The principal ends in a queue's name.
  '019-bucket-cmqqueue.cam.json': ['invalid-principal'],
};

/** Policies found in public documents and code; they lie beside the project on some machines only. */
if (existsSync(corpus)) {
  describe('collected policies of MPS, TRTC and CMQ', () => {
    afterEach(closeAll);
    const files = readdirSync(corpus).filter((file) => file.endsWith('.cam.json'));
    for (const file of files) {
      const text = readFileSync(path.join(corpus, file), 'utf8');
      if (!/"(?:name\/)?(?:mps|trtc|cmqqueue|cmqtopic):/.test(text)) continue;
      it(`${file} shows just its own mistakes`, async () => {
        // A mark of our own at the end tells when the document has been checked.
        const { document } = await openFile(file, `${text}\n#`);
        const found = await diagnostics(document);
        const errors = found.filter(
          ({ severity, range }) =>
            severity === vscode.DiagnosticSeverity.Error && document.offsetAt(range.start) < text.length,
        );
        assert.deepEqual(errors.map(codeOf), mistakes[file] ?? []);
      });
    }
  });
}
