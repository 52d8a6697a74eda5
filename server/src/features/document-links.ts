/** Document links: from an action to its API documentation, where the catalogue knows it. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { actionsOf } from '../core/knowledge/level.js';
import { say } from '../core/text.js';
import { spanInString } from '../core/syntax/edit.js';
import { rangeOf, type Context, type PolicyDocument } from './document.js';

const tooltip = { en: 'API documentation of {action}', zh: '{action} 的 API 文档' } as const;

/** Links come from the catalogue alone, never from the document, and only to `https` pages. */
export function documentLinks({ text, policy }: PolicyDocument, { catalogue, locale }: Context): DocumentLink[] {
  return policy.statements
    .flatMap(({ actions }) => actions?.items ?? [])
    .flatMap((action): DocumentLink[] => {
      const { node, prefix, service, name, exact } = action;
      const [known] = exact ? actionsOf(catalogue, action) : [];
      const link = known?.facts?.link;
      if (!link?.startsWith('https://')) return [];
      const span = spanInString(policy.tree.text, node, prefix.length, node.value.length);
      return [
        { range: rangeOf(text, span), target: link, tooltip: say(tooltip, locale, { action: `${service}:${name}` }) },
      ];
    });
}
