/** Says on a terminal how far a command is, once it takes longer than a person likes to wait. Says nothing in a pipe. */
import { say, type Locale } from '../core/text.js';
import { oneLine } from './one-line.js';
import { texts } from './texts.js';
import { cut } from './width.js';

/** How long a command works without a word, and how often it says something, in ms. */
const silence = 1000;
const pause = 100;

export interface ProgressPorts {
  readonly stream: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
  /** The time in ms. */
  readonly now: () => number;
  readonly locale: Locale;
}

export interface Progress {
  /** The command is at the file called `name`; `done` files lie behind it. */
  readonly at: (name: string, done: number) => void;
  /** Takes away what was said, so that something else can be printed. */
  readonly clear: () => void;
}

export function createProgress({ stream, now, locale }: ProgressPorts): Progress {
  let next = now() + silence;
  let isShown = false;
  if (stream.isTTY !== true) return { at: () => undefined, clear: () => undefined };
  return {
    at(name, done) {
      const time = now();
      if (time < next) return;
      next = time + pause;
      isShown = true;
      const line = cut(say(texts.progress, locale, { done, name: oneLine(name) }), (stream.columns ?? 80) - 1);
      stream.write(`\r\u001b[K${line}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
