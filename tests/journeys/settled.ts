// When a page has come to rest. Asks from outside: the page's policy lets nobody evaluate words in it.
import type { Page } from 'playwright-core';

/** Waits until there is a heading and nothing on the page is a placeholder. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  const placeholders = page.locator('main .skeleton, #why .skeleton, [role=dialog] .skeleton');
  while (await placeholders.count() > 0) await placeholders.first().waitFor({ state: 'detached' });
}
