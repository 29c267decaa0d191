import type { SearchArticle } from '../../core/search/article.ts';
import { excerptOf, type MarkedPiece, markText } from '../../core/search/excerpt.ts';
import { element, isolated } from '../elements.ts';

/**
 * Create the list item of a hit. Its first link leads to the article. Everything from the index is shown as text.
 *
 * @param lacked Words of the query that the article lacks.
 */
export function hitItem(
  { url, title, text, date, iso, section, source }: SearchArticle,
  sought: ReadonlyMap<string, number>,
  lacked: readonly string[],
): HTMLLIElement {
  const link = element('a', undefined, ...marked(markText(title, sought)));
  link.href = url;
  const time = element('time', undefined, date);
  time.dateTime = iso;
  const details = [section, source].filter((label) => label !== undefined && label !== '');
  return element(
    'li',
    'hit',
    element('h2', 'headline', link),
    element('p', 'hit-excerpt', ...marked(excerptOf(text, sought))),
    element('p', 'card-meta', time, ...details.map((label) => element('span', undefined, ...isolated(label!)))),
    ...(lacked.length > 0 ? [element('p', 'hit-lacks', 'بدون: ', ...isolated(lacked.join('، ')))] : []),
  );
}

function marked(pieces: readonly MarkedPiece[]): (string | HTMLElement)[] {
  return pieces.flatMap(({ text, isMarked }) =>
    isMarked ? [element('mark', undefined, ...isolated(text))] : isolated(text),
  );
}
