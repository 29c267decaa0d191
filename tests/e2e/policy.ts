import type { Page } from 'playwright-core';
import { config } from '../fixtures/sample/config.ts';
import { securityHeaders } from '../../src/core/hosting/headers.ts';

/** What hosts let our pages do: nothing inline, nothing of others but pictures and the players of videos. */
export const strictPolicy = new Map(securityHeaders(config)).get('Content-Security-Policy')!;

/** Serve all documents of a page's site with the strict policy; violations become errors on the console. */
export async function servePolicy(page: Page): Promise<void> {
  await page.context().route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': strictPolicy } });
  });
}
