/** Texts that may hold anything, for one line of a terminal. */
import { visible } from '../core/text.js';

/** `text` with every character that would move the cursor, or cannot be seen, written as its number or as a blank. */
export const oneLine = (text: string): string => visible(text.replace(/[\n\r\t]+/gu, ' '));
