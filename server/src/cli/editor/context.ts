/** What the editor's features are given on the command line. */
import type { Context } from '../../features/context.js';
import type { Knowledge, Locale } from '../../core/index.js';

/** The context of a client that shows plain words. No rules: what is asked here does not lint. */
export const plainContext = (knowledge: Knowledge, locale: Locale): Context => ({
  ...knowledge,
  locale,
  rules: {},
  settings: {},
  rulePage: undefined,
});
