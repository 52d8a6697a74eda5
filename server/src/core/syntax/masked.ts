/** A text without its numbers: of a policy that goes to somebody who need not know whose it is. */

/** An IPv4 address, or a number that is long enough to name an account, an application or a resource. */
const telling = /(?<!\d)(?:\d{1,3}(?:\.\d{1,3}){3}(?!\d)|\d{5,})/gu;

/**
 * Puts other numbers in the place of numbers of five digits and more, and of IPv4 addresses: the same for the same, numbers as long
 * as they were. Names, dates and short numbers stay,
 * and so does what follows an address, as `/24`.
 */
export function masked(text: string): string {
  const known = new Map<string, string>();
  let [numbers, addresses] = [0, 0];
  const other = (found: string): string => {
    if (found.includes('.')) return `192.0.2.${++addresses % 256}`;
    const digits = found.length - 1;
    return `1${String(++numbers).padStart(digits, '0').slice(-digits)}`;
  };
  return text.replace(telling, (found) => {
    const mask = known.get(found) ?? other(found);
    known.set(found, mask);
    return mask;
  });
}
