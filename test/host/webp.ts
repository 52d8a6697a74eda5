/** A picture of a page as WebP, which takes a third of what PNG does. Chromium has the encoder. */
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** What is left of the picture's details, from 0 to 1. Letters stay sharp. */
const quality = 0.4;

/** Writes what `page` shows to `file`. */
export async function writeWebp(page: Page, file: string): Promise<void> {
  const png = (await page.screenshot({ animations: 'disabled', caret: 'initial' })).toString('base64');
  // A page of its own: the workbench's forbids addresses with data.
  const other = await page.context().browser()?.newPage();
  if (!other) throw new Error('the page has no browser');
  try {
    const webp = await other.evaluate(encode, { png, quality });
    await writeFile(file, Buffer.from(webp, 'base64'));
  } finally {
    await other.close();
  }
}

/** Runs in the browser: base64 of a PNG in, base64 of a WebP out. */
async function encode({ png, quality }: { readonly png: string; readonly quality: number }): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
}
