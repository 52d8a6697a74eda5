/** What of a message is seen where the Problems panel cuts it. */
import { widthOf } from '../src/cli/width.js';

/** The columns of the Problems panel that can be counted on. */
export const panelColumns = 80;

/** A message's first sentence, with its full stop. */
const firstSentence = (text: string): string => text.split(/(?<=[.?])(?: |$)|(?<=[。？])/u)[0] ?? '';

/** The columns of a message's first sentence; Chinese characters are two columns wide. */
export const firstWidth = (text: string): number => widthOf(firstSentence(text));
