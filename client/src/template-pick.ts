/** Lets a person choose a policy to begin with. The list's own filter takes only words that stand side by side, and sorts what it finds by name. */
import { l10n, window } from 'vscode';
import type { Template } from '../../protocol/answers.js';

/** The one that the person picks; undefined: none. */
export function pickTemplate(templates: readonly Template[]): Promise<Template | undefined> {
  const pick = window.createQuickPick<ReturnType<typeof itemOf>>();
  pick.placeholder = l10n.t('Choose a policy to begin with');
  const fill = (): void => {
    pick.items = fitting(templates, pick.value).map(itemOf);
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.template);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    fill();
    pick.show();
  });
}

/** The product, or what else stands before a colon in the title, is the label: the list sorts those that are called alike by their order only. */
function itemOf(template: Template) {
  const [label = '', ...description] = template.title.split(/: |：/u);
  return { label, description: description.join(''), detail: template.description, alwaysShow: true, template };
}

/** The templates in which all words of `query` occur: those first where they do in the title, then in the description, then in the policy itself. */
function fitting(templates: readonly Template[], query: string): readonly Template[] {
  const words = query.split(separators).map(plain).filter(Boolean);
  const ranked = templates.map((template) => {
    const { title, description, body } = template;
    const text = [title, description, body].map(plain);
    const rank = text.findIndex((_, index) =>
      words.every((word) =>
        text
          .slice(0, index + 1)
          .join(' ')
          .includes(word),
      ),
    );
    return { template, rank };
  });
  return ranked
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ template }) => template);
}

/** What people leave out, or write otherwise. */
const separators = /[^\p{L}\p{N}]+/u;

const plain = (text: string): string => text.toLowerCase().split(separators).join('');
