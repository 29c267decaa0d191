import type { Page } from 'playwright-core';
import { embedOrigins } from '../../src/core/video-embed.ts';
import { config } from '../../src/config.ts';

/** What a careful host lets our pages do: nothing inline, nothing of others but pictures and the players of videos. */
export const strictPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  `frame-src ${embedOrigins(config.videoHosts).join(' ')}`,
].join('; ');

/** Serve all documents of a page's site with the strict policy; violations become errors on the console. */
export async function servePolicy(page: Page): Promise<void> {
  await page.context().route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': strictPolicy } });
  });
}
