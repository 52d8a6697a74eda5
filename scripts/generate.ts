/** `npm run generate`: writes every file that is made from others. CI runs it and expects no difference. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createNodeCatalogue, createNodeLanguage } from '../server/src/catalogue-file.js';
import { generateGrammar } from '../syntaxes/generate.js';
import { commands } from '../server/src/cli/commands.js';
import { generateCatalogue } from './catalogue/generate.js';
import { pageOf, readPage } from '../server/test/rule-pages.js';
import { chinesePage } from './generate/chinese-pages.js';
import { withCommands } from './generate/command-page.js';
import { configurationSchema, configurationSchemaFile } from './generate/configuration-schema.js';
import { notices } from './generate/notices.js';
import { withRuleTable } from './generate/rule-table.js';
import { generateRules } from './generate/rules.js';
import { testSchema, testSchemaFile } from './generate/test-schema.js';
import { withSettings, withWords } from './generate/settings.js';

const packs = 'server/catalogue/generated';

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

async function main(): Promise<void> {
  generateCatalogue();
  generateGrammar();
  generateRules();
  // Only now, since the list of rules has just been written.
  const { rules } = await import('../server/src/core/lint/rules/index.js');
  const sources = { catalogue: createNodeCatalogue(packs), language: createNodeLanguage(packs), page: readPage };
  writeFileSync(configurationSchemaFile, configurationSchema(rules));
  writeFileSync(testSchemaFile, testSchema());
  writeFileSync('THIRD-PARTY-NOTICES.txt', notices());
  rewrite('README.md', (text) => withRuleTable(text, rules, sources));
  rewrite('docs/cli.md', (text) => withCommands(text, commands, 'en'));
  rewrite('docs/cli.zh-CN.md', (text) => withCommands(text, commands, 'zh'));
  rewrite('package.json', (text) => withSettings(text, rules));
  rewrite('package.nls.json', (text) => withWords(text, rules, 'en'));
  rewrite('package.nls.zh-cn.json', (text) => withWords(text, rules, 'zh'));
  for (const [code, rule] of Object.entries(rules))
    writeFileSync(pageOf(code, 'zh'), chinesePage(code, rule, readPage(code) ?? '', readPage(code, 'zh')));
}

void main();
