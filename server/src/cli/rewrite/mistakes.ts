/** Configurations with mistakes: what they say may not be what is meant, so nothing is written where they hold. */
import path from 'node:path';
import { indexLines, say, type Locale } from '../../core/index.js';
import type { Configurations } from '../configuration.js';
import { oneLine } from '../one-line.js';
import { texts } from '../texts.js';

/** A function that complains of each mistake in the configurations that were read so far, once. */
export function mistakeTeller(
  configurations: Configurations,
  locale: Locale,
  complain: (message: string) => void,
): () => void {
  const told = new Set<string>();
  return () => {
    for (const { file, text, problems } of configurations.faulty([])) {
      if (told.has(file)) continue;
      told.add(file);
      const lines = indexLines(text);
      for (const { span, severity, message, data } of problems) {
        if (severity !== 'error') continue;
        const { line, column } = lines.at(span.start);
        const at = { path: oneLine(path.relative('.', file)), line, column };
        complain(say(texts.mistaken, locale, { ...at, message: oneLine(say(message, locale, data)) }));
      }
    }
  };
}
