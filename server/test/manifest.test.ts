/** What the manifest, the grammar and the client say too: one of two that must agree. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostFiles, mayBePolicy } from '../../protocol/hosts.js';
import {
  actionCommands,
  clientRequests,
  commands,
  configurationName,
  hostLanguages,
  languageId,
  pageScheme,
  policyEnding,
  requests,
  section,
  walkthrough,
} from '../../protocol/names.js';
import { configurationName as nameOfConfiguration } from '../src/core/config/named-files.js';
import { hostKinds, policiesIn } from '../src/core/embed/hosts.js';
import { isPlainlyPolicy } from '../src/core/embed/plainly.js';
import { semanticTokensLegend } from '../src/features/semantic-tokens/token-types.js';
import { defaultInlayHints, settingsOf } from '../src/server/settings.js';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly configurationDefaults: { readonly [setting: string]: { readonly [key: string]: unknown } };
    readonly configuration: {
      readonly properties: {
        readonly [name: string]: { readonly default?: unknown; readonly items?: { readonly enum?: readonly string[] } };
      };
    };
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly image: string; readonly altText: string };
      }[];
    }[];
    readonly languages: readonly {
      readonly id: string;
      readonly extensions?: readonly string[];
      readonly filenames?: readonly string[];
    }[];
    readonly menus: { readonly [menu: string]: readonly { readonly command?: string; readonly submenu?: string }[] };
    readonly semanticTokenScopes: readonly { readonly scopes: { readonly [type: string]: readonly string[] } }[];
  };
}

const read = (file: string): string => readFileSync(file, 'utf8');
const { activationEvents, contributes } = JSON.parse(read('package.json')) as Manifest;

describe('the manifest', () => {
  it('has the settings of inlay hints, with their defaults', () => {
    const prefix = 'camPolicy.inlayHints.';
    const found = Object.entries(contributes.configuration.properties)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, property]) => [name.slice(prefix.length), property.default]);
    assert.deepEqual(Object.fromEntries(found), defaultInlayHints);
  });

  it('has the kinds of files in which policies are looked for, all of them by default', () => {
    const setting = contributes.configuration.properties[`${section}.policiesIn`];
    assert.deepEqual(setting?.items?.enum, hostLanguages);
    assert.deepEqual(setting.default, settingsOf(undefined).policiesIn);
  });

  it('gives each semantic token a scope of the grammar', () => {
    const [{ scopes } = { scopes: {} }] = contributes.semanticTokenScopes;
    assert.deepEqual(Object.keys(scopes).sort(), [...semanticTokensLegend.tokenTypes].sort());
    const grammar = read('syntaxes/cam-policy.tmLanguage.json');
    for (const scope of Object.values(scopes).flat())
      assert.ok(grammar.includes(scope.replace(/\.cam-policy$/, '')), scope);
  });

  it('has the commands, each with a title in both languages, and the client registers them', () => {
    const found = contributes.commands.map(({ command }) => command);
    assert.deepEqual([...found].sort(), Object.values(commands).sort());
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const titles = JSON.parse(read(file)) as { readonly [key: string]: string };
      for (const { title } of contributes.commands) assert.ok(titles[title.slice(1, -1)], `${title} in ${file}`);
    }
    const client = ['commands', 'policy-commands', 'access/commands', 'help-commands', 'literals']
      .map((name) => read(`client/src/${name}.ts`))
      .join('');
    for (const name of Object.keys(commands)) assert.ok(client.includes(`[names.${name}]:`), name);
    for (const name of Object.keys(actionCommands)) assert.ok(client.includes(`[actionCommands.${name}]:`), name);
  });

  it('has a walkthrough with texts in both languages, pictures that exist, and links to its commands', () => {
    const [first] = contributes.walkthroughs;
    assert.equal(first?.id, walkthrough);
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const texts = new Map(Object.entries(JSON.parse(read(file)) as object)) as ReadonlyMap<string, string>;
      for (const { description, media } of first.steps) {
        const text = texts.get(description.slice(1, -1)) ?? '';
        assert.ok(text !== '' && texts.has(media.altText.slice(1, -1)), `${description} in ${file}`);
        const image = texts.get(media.image.slice(1, -1)) ?? '';
        assert.ok(existsSync(image), `${media.image} in ${file}: ${image}`);
        for (const [, command = ''] of text.matchAll(/\(command:(camPolicy\.\w+)/gu))
          assert.ok(Object.values<string>(commands).includes(command), command);
      }
    }
  });

  it('names in menus only commands that it has', () => {
    for (const { command } of Object.values(contributes.menus).flat())
      if (command !== undefined) assert.ok(Object.values<string>(commands).includes(command), command);
  });

  it('has VS Code render the pages, also those of a window that is opened again', () => {
    assert.deepEqual(contributes.configurationDefaults['workbench.editorAssociations'], {
      [`${pageScheme}:/**`]: 'vscode.markdown.preview.editor',
    });
    assert.ok(activationEvents.includes(`onFileSystem:${pageScheme}`));
  });

  it('has the language and the section of the settings', () => {
    const [policies, configurations] = contributes.languages;
    assert.deepEqual([policies?.id, policies?.extensions], [languageId, [policyEnding]]);
    assert.deepEqual(configurations?.filenames, [configurationName]);
    for (const name of Object.keys(contributes.configuration.properties))
      assert.ok(name.startsWith(`${section}.`), name);
    for (const name of [...Object.values(commands), ...Object.values(actionCommands)])
      assert.ok(name.startsWith(`${section}.`), name);
  });
});

describe('files with policies in them', () => {
  it('are the same for the client, which wakes the server, and for the readers', () => {
    const readers = hostKinds.filter(({ languages }) => !languages.includes(languageId));
    assert.deepEqual(
      hostLanguages.map((kind) => hostFiles[kind].languages),
      readers.map(({ languages }) => languages),
    );
    for (const kind of hostLanguages)
      for (const ending of hostFiles[kind].endings) assert.ok(readers.some(({ endings }) => endings.includes(ending)));
    for (const language of hostLanguages.flatMap((kind) => hostFiles[kind].languages))
      assert.ok(activationEvents.includes(`onLanguage:${language}`), language);
    assert.equal(configurationName, nameOfConfiguration);
  });

  it('wake the server wherever a reader finds a policy', () => {
    const bodies = ['{"version":"2.0","Statement":[]}', '{"statement" :[{"resource":"qcs::cos:::*"}]}'];
    const texts = {
      terraform: ['document = <<EOF\n{}\nEOF', 'policy = jsonencode({})'].map(
        (argument) => `resource "tencentcloud_cam_policy" "a" {\n${argument}\n}\n`,
      ),
      markdown: ['cam-policy', 'cam-policy.json', 'cam.json'].map((fence) => `\`\`\`${fence}\n{}\n\`\`\`\n`),
    };
    for (const body of bodies) {
      assert.ok(mayBePolicy(body) && isPlainlyPolicy(body));
      texts.terraform.push(`locals {\n  a = <<EOF\n${body}\nEOF\n}\n`);
      texts.markdown.push(`\`\`\`json\n${body}\n\`\`\`\n`);
    }
    texts.markdown.push(...texts.terraform.map((text) => `\`\`\`hcl\n${text}\`\`\`\n`));
    for (const kind of hostLanguages)
      for (const text of texts[kind]) {
        assert.ok(hostFiles[kind].mayHold.test(text), text);
        assert.equal(policiesIn(text, kind, '').length, 1, text);
      }
    assert.ok(!mayBePolicy('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'));
  });
});

describe('requests of our own', () => {
  it('are those that the documentation describes', () => {
    const described = [...read('docs/protocol.md').matchAll(/`(camPolicy\/\w+)`/gu)].map(([, name]) => name);
    const names = [...Object.values(requests), ...Object.values(clientRequests)];
    assert.deepEqual([...new Set(described)].sort(), [...names].sort());
  });

  it('are spelt out in one place only, and commands too', () => {
    const names = [requests, clientRequests, commands, actionCommands].flatMap((each) => Object.values<string>(each));
    for (const folder of ['server/src', 'client/src'])
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
        const text = read(`${folder}/${file}`);
        for (const name of names) assert.ok(!text.includes(`'${name}'`), `${name} in ${file}`);
      }
  });
});
