/** What a word on the command line names. */
import { readAction, ruleNames, type Catalogue, type Knowledge } from '../../core/index.js';
import type { Hovered } from '../editor/hover.js';

export type Subject =
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: Hovered; readonly name: string }
  /** An action without its service, which all of these have. */
  | { readonly kind: 'bare-action'; readonly actions: readonly string[] }
  /** Nothing that is known; `near`: what it may have been meant to be. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/** Reads a word. A name that means several things is what comes first here. */
export function subjectOf(word: string, { catalogue, language }: Knowledge): Subject {
  if (ruleNames.includes(word)) return { kind: 'rule', name: word };
  if (language.conditionKey(word) || isKeyOfService(word, catalogue)) return { kind: 'condition-key', name: word };
  if (/^qcs:[^:]*:/iu.test(word)) return { kind: 'resource', name: word };
  if (language.operator(word.replace(/^for_(?:any|all)_value:/u, '').replace(/_if_exist$/u, '')))
    return { kind: 'operator', name: word };
  const { form, service: id, name } = readAction(word);
  if (form === 'all' || form === 'set') return { kind: 'action', name: word };
  if (form === 'action') return actionOf(word, id, name, catalogue);
  if (catalogue.service(word.toLowerCase())) return { kind: 'service', name: word.toLowerCase() };
  return bareOf(word, catalogue);
}

const isKeyOfService = (word: string, catalogue: Catalogue): boolean =>
  catalogue
    .service(word.slice(0, Math.max(0, word.indexOf(':'))))
    ?.data.conditionKeys?.some(({ key }) => key === word) ?? false;

function actionOf(word: string, id: string, name: string, catalogue: Catalogue): Subject {
  const service = catalogue.service(id);
  if (!service) return { kind: 'unknown', near: catalogue.nearestServices(id).map((near) => `${near}:${name}`) };
  const known = name.includes('*') ? service.matching(name).length > 0 : service.actionIgnoringCase(name);
  if (known) return { kind: 'action', name: word };
  return { kind: 'unknown', near: service.nearest(name).map((near) => `${id}:${near}`) };
}

/** Looks in every service, which takes a tenth of a second: only for what nothing else explains. */
function bareOf(word: string, catalogue: Catalogue): Subject {
  const actions = /^[A-Za-z]\w*$/u.test(word)
    ? catalogue.summaries.flatMap(({ service: id }) => {
        const action = catalogue.service(id)?.actionIgnoringCase(word);
        return action ? [`${id}:${action.name}`] : [];
      })
    : [];
  const [only, ...others] = actions;
  if (only !== undefined)
    return others.length === 0 ? { kind: 'action', name: only } : { kind: 'bare-action', actions };
  const start = word.toLowerCase();
  const rules = start.length > 2 ? ruleNames.filter((name) => name.includes(start)) : [];
  return { kind: 'unknown', near: [...catalogue.nearestServices(start), ...rules].slice(0, 5) };
}
