/** Whether to colour. */
interface ColorOptions {
  readonly color: 'auto' | 'always' | 'never';
  readonly output?: string | undefined;
}

/** As asked for; else where a person looks on a terminal that shows colours. */
export function isColored({ color, output }: ColorOptions): boolean {
  if (color !== 'auto') return color === 'always';
  const { NO_COLOR, TERM } = process.env;
  return output === undefined && process.stdout.isTTY && (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}
