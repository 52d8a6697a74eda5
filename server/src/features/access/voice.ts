/** How the engine's sentences on access are written for clients. */
import type { AccessLine } from '../../../../protocol/access.js';
import type { Line, Voice } from '../../core/access/words/voice.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { code } from '../markdown.js';

/** For places that show plain text. */
export const plainVoice = ({ locale }: Context): Voice => ({ locale, code: (text) => text });

/** For Markdown. */
export const markdownVoice = ({ locale }: Context): Voice => ({ locale, code });

/** A line with the range of its statement. */
export function accessLine({ text, statement, below }: Line, document: PolicyDocument): AccessLine {
  const found = statement === undefined ? undefined : document.policy.statements[statement];
  return {
    text,
    ...(found && { range: document.rangeOf(found.node) }),
    below: below.map((line) => accessLine(line, document)),
  };
}
