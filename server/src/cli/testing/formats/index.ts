/** The formats of `test`, by name. */
import type { Locale } from '../../../core/index.js';
import type { FileReport } from '../report.js';
import { asJson } from './json.js';
import { asJunit } from './junit.js';
import { asTap } from './tap.js';
import { asText } from './text.js';

type Write = (reports: readonly FileReport[], locale: Locale) => string;

/** A further format is a row here. */
const formats = { text: asText, json: asJson, junit: asJunit, tap: asTap } satisfies { readonly [name: string]: Write };

export const formatOf = (name: keyof typeof formats): Write => formats[name];
