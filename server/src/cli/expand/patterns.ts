/** What the patterns of actions stand for, in a form for programs. */
import {
  accessClasses,
  actionsOf,
  hostSpan,
  indexLines,
  policiesIn,
  readAction,
  readPolicy,
  type Access,
  type ActionPattern,
  type Catalogue,
} from '../../core/index.js';

/** A pattern and its actions, each sorted by name. Lines and columns are from 1, columns in UTF-16 units. */
export interface Expanded {
  readonly pattern: string;
  /** Where it stands, if it was found in a file. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  /** How many actions it stands for. */
  readonly count: number;
  /** Their full names by what they do; classes without any are left out. */
  readonly actions: { readonly [access in Access]?: readonly string[] };
}

/** What one pattern stands for; `*` stands for all actions that are known. */
export function expandPattern(pattern: ActionPattern, catalogue: Catalogue): Expanded {
  const { form, text } = pattern;
  const services = form === 'all' ? catalogue.summaries.map(({ service }) => readAction(`${service}:*`)) : [pattern];
  const found = services.flatMap((one) => actionsOf(catalogue, one));
  const rows = accessClasses.flatMap((access) => {
    const names = found.filter((action) => action.access === access);
    return names.length > 0
      ? [[access, names.map(({ service, name }) => `${service.data.service}:${name}`)] as const]
      : [];
  });
  return { pattern: text, count: found.length, actions: Object.fromEntries(rows) };
}

/** The wildcards of the actions in the policies of a text called `path`, in its order. */
export function expandText(text: string, path: string, catalogue: Catalogue): readonly Expanded[] {
  const lines = indexLines(text);
  return policiesIn(text, '', path).flatMap((embedded) =>
    readPolicy(embedded.text).statements.flatMap(({ actions }) =>
      (actions?.items ?? [])
        .filter(({ form, exact }) => form === 'all' || (form === 'action' && !exact))
        .map((item) => {
          const { line, column } = lines.at(hostSpan(embedded, item.node).start);
          const { pattern, ...rest } = expandPattern(item, catalogue);
          return { pattern, path, line, column, ...rest };
        }),
    ),
  );
}
