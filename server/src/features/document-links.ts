/** Document links: from an action to its API documentation, where the catalogue knows it. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { actionsOf } from '../core/knowledge/level.js';
import { say } from '../core/text.js';
import { spanInString } from '../core/syntax/measure.js';
import type { Context } from './context.js';
import type { HostDocument, PolicyDocument } from './document.js';

const tooltip = { en: 'API documentation of {action}', zh: '{action} 的 API 文档' } as const;

/** Links come from the catalogue alone, never from the document, and only to `https` pages. */
export const documentLinks = ({ policies }: HostDocument, context: Context): DocumentLink[] =>
  policies.flatMap((document) => linksIn(document, context));

function linksIn(document: PolicyDocument, { catalogue, locale }: Context): DocumentLink[] {
  const { tree, statements } = document.policy;
  return statements
    .flatMap(({ actions }) => actions?.items ?? [])
    .flatMap((action): DocumentLink[] => {
      const { node, prefix, service, name, exact } = action;
      const [known] = exact ? actionsOf(catalogue, action) : [];
      const link = known?.service.details(known.name)?.link;
      if (!link?.startsWith('https://')) return [];
      const span = spanInString(tree.text, node, prefix.length, node.value.length);
      return [
        {
          range: document.rangeOf(span),
          target: link,
          tooltip: say(tooltip, locale, { action: `${service}:${name}` }),
        },
      ];
    });
}
