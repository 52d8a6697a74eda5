/** Has the answers of `later.ts` read when the first of them is asked for. */
import type * as later from './later.js';

type Answers = typeof later;

let read: Answers | undefined;

async function readAnswers(): Promise<Answers> {
  read = await import('./later.js');
  return read;
}

/** One of these answers, which `pick` takes: a promise of it until they have been read, and from then on itself. Rejects where they cannot be read. */
export const whenAsked =
  <Asked extends unknown[], Answer>(pick: (answers: Answers) => (...asked: Asked) => Answer) =>
  (...asked: Asked): Answer | Promise<Answer> =>
    read ? pick(read)(...asked) : readAnswers().then((answers) => pick(answers)(...asked));
