/** What a policy allows: as Markdown, and as data for a tree. */
import type { AccessClass, AccessExplanation, AccessService } from '../../../../protocol/access.js';
import { explain } from '../../core/access/explain/explain.js';
import type { Grant, ServiceAccess } from '../../core/access/explain/explanation.js';
import { explanationInWords, grantLine, restInWords, titleOf } from '../../core/access/words/explanation-words.js';
import type { Line, Voice } from '../../core/access/words/voice.js';
import { groupBy } from '../../core/group-by.js';
import { accessClasses, accessNames } from '../../core/knowledge/access-names.js';
import { hasWildcard } from '../../core/policy/action.js';
import { say, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { accessLine, markdownVoice, plainVoice } from './voice.js';

const texts = {
  title: { en: 'What {name} allows', zh: '{name} 允许的内容' },
  other: { en: 'not in the catalogue', zh: '不在目录中' },
  several: { en: 'not listed one by one', zh: '未逐一列出' },
  all: { en: 'every action', zh: '所有操作' },
} satisfies { readonly [name: string]: Text };

export function explainAccess(document: PolicyDocument, context: Context): AccessExplanation {
  const explanation = explain(document.policy, context);
  const voice = plainVoice(context);
  const grants = explanation.services.flatMap((service) => service.grants);
  const places = new Map(grants.map((grant, index) => [grant, index]));
  return {
    markdown: markdownOf(explanationInWords(explanation, context.catalogue, markdownVoice(context)), document, context),
    services: explanation.services.map((service) => serviceOf(service, places, context, voice)),
    grants: grants.map((grant) => accessLine(grantLine(grant, voice), document)),
    rest: restInWords(explanation, voice).map((line) => accessLine(line, document)),
  };
}

function serviceOf(
  { service, grants }: ServiceAccess,
  places: ReadonlyMap<Grant, number>,
  { catalogue, locale }: Context,
  voice: Voice,
): AccessService {
  const found = grants.flatMap((grant) => {
    const at = places.get(grant) ?? 0;
    const { classes, unknown, all, patterns } = grant.reached;
    const known = classes.flatMap(({ access, names }) => names.map((name) => ({ access, name, at })));
    const bare = known.length + unknown.length === 0 ? (all ? [say(texts.all, locale)] : patterns) : unknown;
    return [...known, ...bare.map((name) => ({ access: 'other' as const, name, at }))];
  });
  // Of several services no action is looked up.
  const other = hasWildcard(service) ? texts.several : texts.other;
  const byClass = groupBy(found, ({ access }) => access);
  const classes = [...accessClasses, 'other' as const].flatMap((access): readonly AccessClass[] => {
    const actions = groupBy(byClass.get(access) ?? [], ({ name }) => name);
    if (actions.size === 0) return [];
    return [
      {
        access,
        title: say(access === 'other' ? other : accessNames[access], locale),
        actions: [...actions]
          .map(([name, of]) => ({ name, grants: [...new Set(of.map(({ at }) => at))] }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
    ];
  });
  return { title: titleOf(service, catalogue, voice), classes };
}

function markdownOf(lines: readonly Line[], { name }: PolicyDocument, { locale }: Context): string {
  const parts = lines.map(({ text, below }) => `## ${text}\n\n${bulleted(below, '')}`);
  return `# ${say(texts.title, locale, { name })}\n\n${parts.join('\n')}`;
}

const bulleted = (lines: readonly Line[], indentation: string): string =>
  lines.map(({ text, below }) => `${indentation}- ${text}\n${bulleted(below, `${indentation}  `)}`).join('');
