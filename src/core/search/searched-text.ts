import { rehype } from 'rehype';
import { entriesBefore } from '../live/live-entries.ts';
import { blockTexts } from '../markdown/plain-text.ts';
import type { SiteArticle } from '../site/site.ts';

/**
 * Return the searchable text of an article. For ongoing live coverage, these are the entries before the hour of the
 * site's newest article: each entry would otherwise change the index, which that article has changed anyway.
 */
export function searchedText({ searchedTo, body }: Pick<SiteArticle, 'searchedTo' | 'body'>): string {
  if (searchedTo === undefined) return body.text;
  return blockTexts(processor.parse(entriesBefore(body.html, searchedTo))).join('\n');
}

const processor = rehype().data('settings', { fragment: true }).freeze();
