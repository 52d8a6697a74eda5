/** Rows and lines on the screen: reading them top down, and waiting until they are there. */
import type { Locator } from 'playwright-core';

/** How long anything on the screen may take to appear, in ms. */
export const limit = 30_000;

/** The texts of lines, top down: their order in the page is not that on the screen. */
export const linesOf = (lines: Locator): Promise<readonly string[]> =>
  lines.evaluateAll((elements) =>
    elements
      .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );

/** Does what shows `wanted`; again where the editor was just busy and did not listen. */
export async function until(wanted: Locator, ask: () => Promise<void>): Promise<void> {
  for (let attempts = 10; attempts > 0; attempts--) {
    await ask();
    const shown = wanted.first().waitFor({ timeout: limit / 10 });
    const came = shown.then(
      () => true,
      () => false,
    );
    if (await came) return;
  }
  throw new Error(`asked ten times in vain for ${String(wanted)}`);
}

/** The texts of rows, once there is one, top down: the list's order in the page is not that on the screen. */
export async function texts(rows: Locator): Promise<readonly string[]> {
  await rows.first().waitFor();
  const found = await rows.evaluateAll((elements) =>
    elements.map((element) => ({
      index: Number(element.getAttribute('data-index')),
      text: (element as HTMLElement).innerText.replaceAll('\n', ' ').trim(),
    })),
  );
  return found.sort((a, b) => a.index - b.index).map(({ text }) => text);
}
