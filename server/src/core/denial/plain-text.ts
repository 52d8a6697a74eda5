/** A message on one line with ASCII punctuation, the names in its resources left as they are. */

/** `text` on one line, full-width punctuation as ASCII, but for what belongs to a resource in a list: names may hold any sign. */
export function plainText(text: string): string {
  const line = text
    .replace(/&amp;/gu, '&')
    .replace(/&(?:quot|#34|#39);/gu, '"')
    .replace(/\s+/gu, ' ');
  const starts = [...line.matchAll(listStart)];
  let plain = '';
  let at = 0;
  for (const [index, { 0: opening, index: from }] of starts.entries()) {
    const start = from + opening.length;
    const end = start + listLength(line.slice(start, starts[index + 1]?.index));
    plain += ascii(line.slice(at, start)) + asciiBetween(line.slice(start, end));
    at = end;
  }
  return plain + ascii(line.slice(at));
}

const ascii = (text: string): string =>
  text
    .replace(/[（【［]/gu, '(')
    .replace(/[）】］]/gu, ')')
    .replace(/：/gu, ':')
    .replace(/，/gu, ',')
    .replace(/[“”„「」『』`]/gu, '"');

/** What a list of resources in brackets begins with. */
const listStart = /(?:resources?|资源) ?[:=：]? ?[(（【［]/giu;
/** CAM's next words behind a list. */
const listEnd = /[)）】］] ?(?:has )?no permission/iu;

const isOpening = (sign: string): boolean => '(（【［'.includes(sign);
const isClosing = (sign: string): boolean => ')）】］'.includes(sign);

/** How long the list is that `rest` begins in, in UTF-16 units, without the bracket that closes it; 0 where nothing closes it. */
function listLength(rest: string): number {
  const next = listEnd.exec(rest)?.index;
  if (next !== undefined) return next;
  let open = 1;
  for (let at = 0; at < rest.length; at++) {
    if (isOpening(rest.charAt(at))) open++;
    else if (isClosing(rest.charAt(at)) && --open === 0) return at;
  }
  return 0;
}

/** A list with ASCII punctuation between its resources only. */
function asciiBetween(list: string): string {
  return list
    .split(/(?=qcs:)/iu)
    .map((item) => {
      const end = item.toLowerCase().startsWith('qcs:') ? resourceLength(item) : 0;
      return item.slice(0, end) + ascii(item.slice(end));
    })
    .join('');
}

/** Where the resource ends that `item` begins with: before a bracket that it does not open, a quote, or the commas and signs before the next one. */
function resourceLength(item: string): number {
  let open = 0;
  for (let at = 0; at < item.length; at++) {
    const sign = item.charAt(at);
    if (isOpening(sign)) open++;
    else if ((isClosing(sign) && --open < 0) || '"“”„「」『』`'.includes(sign)) return at;
  }
  const last = item.trimEnd().length - 1;
  return item.charAt(last) === '，' ? last : item.length;
}
