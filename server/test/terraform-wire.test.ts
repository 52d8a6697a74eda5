/** Policies in Terraform and Markdown over the protocol. */
import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CompletionRequest,
  DocumentFormattingRequest,
  HoverRequest,
  type CodeAction,
  type CompletionList,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connect, type TestClient } from './connection.js';
import { shippedCatalogue } from './shipped-catalogue.js';

const dynamic = { dynamicRegistration: true };
const capabilities = {
  textDocument: {
    synchronization: dynamic,
    completion: dynamic,
    hover: dynamic,
    codeAction: { ...dynamic, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    inlayHint: dynamic,
    codeLens: dynamic,
  },
};

const terraform = `resource "tencentcloud_cam_policy" "rooms" {
  name = "rooms"
  document = jsonencode({
    version = "2.0"
    statement = [{
      Effect   = "allow"
      action   = ["trtc:DismissRoom", "trtc:"]
      resource = [var.application]
    }]
  })
}
`;

describe('policies in Terraform, over the protocol', () => {
  let client: TestClient;
  afterEach(() => client.end());
  const uri = 'file:///w/main.tf';
  const positionOf = (text: string): { readonly line: number; readonly character: number } =>
    TextDocument.create(uri, 'terraform', 1, terraform).positionAt(terraform.indexOf(text) + text.length);

  it('are asked for, and taken back where the setting says so', async () => {
    client = await connect({ capabilities });
    /** The selectors that a method is registered for. */
    const forMethod = (wanted: string): string =>
      JSON.stringify(
        [...client.registrations.values()].flatMap((each) =>
          each.method === wanted ? [each.registerOptions as unknown] : [],
        ),
      );
    const until = async (wanted: (selectors: string) => boolean): Promise<void> => {
      for (let turn = 0; turn < 200 && !wanted(forMethod('textDocument/hover')); turn++)
        await new Promise((resolve) => setTimeout(resolve, 5));
      assert.ok(wanted(forMethod('textDocument/hover')), forMethod('textDocument/hover'));
    };
    await until((selectors) => /"terraform".*"terraform-vars".*\*\.tf".*"markdown"/u.test(selectors));
    for (const method of ['didOpen', 'completion', 'codeAction', 'inlayHint', 'codeLens'])
      assert.match(forMethod(`textDocument/${method}`), /"terraform"/u, method);
    assert.doesNotMatch(forMethod('textDocument/formatting'), /terraform/u);
    await client.configure({ policiesIn: ['markdown'] });
    await until((selectors) => /markdown/u.test(selectors) && !/terraform/u.test(selectors));
    await client.configure({ policiesIn: [] });
    await until((selectors) => !/markdown/u.test(selectors));
  });

  it('are not asked for where the client takes no registrations', async () => {
    client = await connect({});
    assert.deepEqual([...client.registrations.keys()], []);
  });

  it('have diagnostics, fixes, hovers and suggestions in the syntax of the host', async () => {
    client = await connect({ capabilities, catalogue: shippedCatalogue });
    await client.open(terraform, uri, 'terraform');
    const { diagnostics } = await client.published();
    const found = diagnostics.find(({ code }) => code === 'element-case');
    assert.deepEqual(found?.range.start, { line: 5, character: 6 });
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: found.range,
      context: { diagnostics: [] },
    });
    const [first] = actions as readonly CodeAction[];
    assert.match(JSON.stringify(first?.edit), /"newText":"effect"/u);
    const textDocument = { uri };
    const list = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: positionOf('"trtc:'),
    });
    assert.ok(
      (list as CompletionList).items.some(({ label }) => label.includes('DismissRoom') || label.includes('RemoveUser')),
    );
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: positionOf('"trtc:Dis'),
    });
    assert.match(JSON.stringify(hover), /DismissRoom/u);
    const outside = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: positionOf('name = "'),
    });
    assert.equal(outside, null);
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.deepEqual(edits, []);
  });

  it('stand in Markdown', async () => {
    client = await connect({ capabilities });
    const text =
      '# A\n\n```cam-policy\n{ "version": "2.0", "statement": [{ "effect": "alow", "action": "*", "resource": "*" }] }\n```\n';
    await client.open(text, 'file:///w/README.md', 'markdown');
    const { diagnostics } = await client.published();
    assert.ok(diagnostics.some(({ code, range }) => code === 'invalid-effect' && range.start.line === 3));
  });
});
