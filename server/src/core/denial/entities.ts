/** The entities of XML and HTML. */

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** `text` with `&amp;`, `&#34;`, `&#x4E2D;` and their like undone, once; what is no entity of XML stays. */
export const withoutEntities = (text: string): string =>
  text.replace(
    /&(?:([a-z]{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));/giu,
    (whole, name?: string, ten?: string, hex?: string) => {
      if (name !== undefined) return named.get(name.toLowerCase()) ?? whole;
      const code = ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
