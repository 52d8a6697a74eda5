/** Explicit denies in messages: a statement denies the call, so that no allow helps. */

/**
 * Words of an explicit deny. CAM prints `"effect":"deny","strategyId":123` of the statement that decided; people and tools put it in words of their own.
 * The text is on one line, its punctuation ASCII.
 */
const words: readonly RegExp[] = [
  /effect["']? ?(?:[:=]|is|为|是)? ?["'(]?deny/iu,
  /(?<!\b(?:no|not|nor|any|without(?: an)?) )\bexplicit(?:ly)?[ -]?["'(]?(?:den(?:y|ies|ied)|refused|rejected)/iu,
  // “Denied by policy” alone can mean that no policy allows the call.
  /(?:denied|refused|rejected) by (?:an? |the )?(?:permissions? boundary|statement\b|(?:policy|strategy)[ _]?(?:id)? ?[:=#"'(]? ?\d)/iu,
  /boundary (?:policy )?(?:explicitly )?den(?:y|ies|ied)/iu,
  /(?<!未|未被|没有|没有被|非)(?:显式|明确)(?:的|地)? ?["'(]?(?:拒绝|deny)/iu,
  /拒绝策略|权限边界["')]? ?(?:的)?(?:显式|明确)?拒绝/u,
];

/** Whether a sentence says first that something is denied, then that this is explicit: `denied the call explicitly`. Not where it is no explicit allow that lacks. */
function saysExplicitly(sentence: string): boolean {
  const at = sentence.search(/(?<!\b(?:not|never|nothing(?: is| was)?|nor|neither) )den(?:y|ies|ied)\b/iu);
  return at >= 0 && / explicitly(?! (?:allow|permit|grant))/iu.test(sentence.slice(at));
}

/** Whether a clause says that a policy with its number, or a boundary, refuses: `被策略 123 拒绝`. */
function saysWhoRefuses(clause: string): boolean {
  const at = clause.search(/被(?:策略|权限边界)/u);
  const rest = clause.slice(at);
  return at >= 0 && /^被(?:策略\D{0,20}\d|权限边界)/u.test(rest) && rest.includes('拒绝');
}

const isSaidIn = (text: string): boolean =>
  words.some((word) => word.test(text)) ||
  text.split(/[.;!?]/u).some(saysExplicitly) ||
  text.split(/[。;!?,]/u).some(saysWhoRefuses);

/** A policy's number behind its name: `strategyId: 1`, `strategyIds: [1, 2]`, `policy 1`, `策略 1`. */
const numbers =
  /(?:strategy|policy|策略)[ _(]?(?:ids?)?["']? ?(?:[:=]|is|为|是)? ?["'(#]?(?:\[([\d,"' ]{0,400})\]|(\d{1,20})(?!\d|\.\d))/giu;

/** The policies that deny, where the text says that one does; none where it does not say which. Undefined where nothing is said to deny. */
export function denialIn(text: string): readonly string[] | undefined {
  if (!isSaidIn(text)) return undefined;
  const ids = Array.from(text.matchAll(numbers), ([, list = '', one = '']) => [...(list.match(/\d+/gu) ?? []), one]);
  return [...new Set(ids.flat().filter((id) => id !== ''))];
}
