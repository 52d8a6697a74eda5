/** Types into a list that is open, and looks at what comes first. */
import type { Workbench } from '../host/ui.js';

/** Types each query; resolves when what it finds first begins, as it is read aloud, with what stands beside it. */
export async function findFirst(
  { page }: Workbench,
  expected: readonly (readonly [query: string, found: string])[],
): Promise<void> {
  const first = page.locator('.quick-input-list .monaco-list-row').first();
  for (const [query, found] of expected) {
    await page.locator('.quick-input-widget input').fill(query);
    await first.and(page.locator(`[aria-label^="${found}"]`)).waitFor();
  }
}
