/** A picture of a page as a small WebP: of a few colours and otherwise exact, which for letters is sharper and smaller than leaving out details. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import encode, { init } from '@jsquash/webp/encode.js';
import type { Page } from 'playwright-core';

/** How many colours a picture keeps at most, and how far apart they are at least: the distance in RGB, from 0 to 441. */
const palette = { colours: 12, apart: 32 };

/** Writes what `page` shows to `file`. */
export async function writeWebp(page: Page, file: string): Promise<void> {
  const { data, width, height } = await pixelsOf(page);
  const picture = new Uint8ClampedArray(ofFewColours(data, palette).buffer);
  const require = createRequire(import.meta.url);
  await init(await WebAssembly.compile(await readFile(require.resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm'))));
  const webp = await encode(
    { data: picture, width, height, colorSpace: 'srgb' },
    { lossless: 1, quality: 100, method: 6 },
  );
  await writeFile(file, Buffer.from(webp));
}

interface Pixels {
  /** A number for each pixel, row by row. */
  readonly data: Uint32Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What `page` shows, by its pixels: the browser reads the PNG. */
async function pixelsOf(page: Page): Promise<Pixels> {
  const png = (await page.screenshot({ animations: 'disabled', caret: 'initial' })).toString('base64');
  // A page of its own: the workbench's forbids addresses with data.
  const other = await page.context().browser()?.newPage();
  if (!other) throw new Error('the page has no browser');
  try {
    const { data, width, height } = await other.evaluate(decode, png);
    return { data: Uint32Array.from(data), width, height };
  } finally {
    await other.close();
  }
}

/** Runs in the browser, and so stands alone. */
async function decode(png: string): Promise<{ data: number[]; width: number; height: number }> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('the browser cannot draw');
  context.drawImage(image, 0, 0);
  return { data: [...new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)], width, height };
}

/** The pixels in at most so many of their colours, the most frequent ones that are so far apart; each other colour becomes the nearest of them. */
export function ofFewColours(pixels: Uint32Array, { colours, apart }: typeof palette): Uint32Array<ArrayBuffer> {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const kept: number[] = [];
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a))
    if (kept.length < colours && kept.every((other) => distance(colour, other) >= apart)) kept.push(colour);
  const nearest = new Map(
    [...counts.keys()].map((colour) => [
      colour,
      kept.reduce((best, other) => (distance(colour, other) < distance(colour, best) ? other : best)),
    ]),
  );
  return Uint32Array.from(pixels, (pixel) => nearest.get(pixel) ?? pixel);
}

const distance = (one: number, other: number): number =>
  Math.hypot(...[0, 8, 16].map((at) => ((one >>> at) & 255) - ((other >>> at) & 255)));
