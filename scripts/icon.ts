/** Draws the icon of the extension's page, which must be a PNG: `npm run icon` makes `images/icon.png` of `images/icon.svg`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from '../test/host/chromium.js';

/** Width and height in pixels: what the Marketplace asks for at least. */
const size = 128;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-icon-'));
  try {
    const page = path.join(folder, 'icon.html');
    const picture = readFileSync('images/icon.svg', 'utf8').replace(
      /width="\d+" height="\d+"/u,
      `width="${size}" height="${size}"`,
    );
    writeFileSync(page, `<style>* { margin: 0 }</style>${picture}`);
    execFileSync(
      await ensureChromium(console.log),
      [
        '--headless',
        '--no-sandbox',
        '--hide-scrollbars',
        '--default-background-color=00000000',
        `--window-size=${size},${size}`,
        `--screenshot=${path.resolve('images/icon.png')}`,
        pathToFileURL(page).href,
      ],
      { stdio: 'ignore' },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
