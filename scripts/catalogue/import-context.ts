/** What reading a table of documented facts needs. */
import { emptyDraft, type Draft } from './draft.js';
import type { ProductNames } from './document-source.js';
import { readFormat, type FormatRules } from './format.js';
import type { ImportRules } from './import-rules.js';
import { cell, type Row } from './tsv.js';

export interface ImportContext {
  readonly rules: ImportRules;
  readonly products: ProductNames;
  /** Addresses by document number. */
  readonly urls: Map<string, string>;
  /** The draft of the row's service; undefined where the service is skipped. */
  readonly draftOf: (row: Row, column?: string) => Draft | undefined;
  /** The draft of the row's service, though other tables or the overlay say better what its actions are. */
  readonly productDraftOf: (row: Row) => Draft | undefined;
  /** Formats in our notation. */
  readonly formats: (printed: readonly string[], service: string) => readonly string[];
}

export interface Inputs {
  readonly rules: ImportRules;
  readonly products: ProductNames;
  readonly formatRules: FormatRules;
  /** Filled as tables are read. */
  readonly drafts: Map<string, Draft>;
}

export function createContext({ rules, products, formatRules, drafts }: Inputs): ImportContext {
  const serviceOf = (printed: string): string => rules.rename[printed] ?? printed;
  const draftFor = (service: string): Draft | undefined => {
    if (!(service in products)) return undefined;
    const draft = drafts.get(service) ?? emptyDraft(service);
    drafts.set(service, draft);
    return draft;
  };
  return {
    rules,
    products,
    urls: new Map(),
    draftOf(row, column = 'service') {
      const service = serviceOf(cell(row, column));
      return service in rules.skipServices ? undefined : draftFor(service);
    },
    productDraftOf: (row) => draftFor(serviceOf(cell(row, 'service'))),
    formats: (printed, service) =>
      printed.flatMap((text) => {
        const format = text === '*' ? undefined : readFormat(text, serviceOf(service), formatRules);
        return format ? [format.format] : [];
      }),
  };
}

/** The row's product in English and Chinese. */
export const productOf = (draft: Draft, products: ProductNames): readonly [string, string] =>
  products[draft.service] ?? [draft.service, draft.service];

/** Notes a format where it is documented; earlier ones name the types. */
export function addFormats(draft: Draft, formats: readonly string[], source: string): void {
  for (const format of formats) draft.formats.push({ format, source });
}

/** Whether an action of the row is no name, as `import.json` says. */
export const isSkipped = (row: Row, { rules }: ImportContext): boolean =>
  `${cell(row, 'service')}:${cell(row, 'action')}` in rules.skipActions;
