import { rehype } from 'rehype';
import { withoutHour } from '../live/live-entries.ts';
import { blockTexts } from '../markdown/plain-text.ts';
import type { SiteArticle } from '../site/site.ts';

/**
 * Return the text of an article that the search knows. Of live coverage that goes on, these are the entries before the hour of
 * the newest one: each entry would otherwise change the index.
 */
export function searchedText({ isLive, live, body }: Pick<SiteArticle, 'isLive' | 'live' | 'body'>): string {
  if (!isLive || !live?.last) return body.text;
  return blockTexts(processor.parse(withoutHour(body.html, live.last.iso.slice(0, 13)))).join('\n');
}

const processor = rehype().data('settings', { fragment: true }).freeze();
