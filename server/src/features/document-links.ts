/** Document links: from an action to its API documentation, where the catalogue knows it. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { hasWildcard } from '../core/policy/action.js';
import { say } from '../core/text.js';
import { spanInString } from '../core/syntax/edit.js';
import { rangeOf, type Context, type PolicyDocument } from './document.js';

const tooltip = { en: 'API documentation of {action}', zh: '{action} 的 API 文档' } as const;

/** Links come from the catalogue alone, never from the document, and only to `https` pages. */
export function documentLinks({ text, policy }: PolicyDocument, { catalogue, locale }: Context): DocumentLink[] {
  return policy.statements
    .flatMap(({ actions }) => actions?.items ?? [])
    .flatMap(({ node, form, prefix, service, name }): DocumentLink[] => {
      if (form !== 'action' || hasWildcard(service) || hasWildcard(name)) return [];
      const known = catalogue.service(service);
      const link = (known?.action(name) ?? known?.actionIgnoringCase(name))?.facts?.link;
      if (!link?.startsWith('https://')) return [];
      const span = spanInString(text.getText(), node, prefix.length, node.value.length);
      return [
        { range: rangeOf(text, span), target: link, tooltip: say(tooltip, locale, { action: `${service}:${name}` }) },
      ];
    });
}
