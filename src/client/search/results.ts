import type { SearchArticle } from '../../core/search/article.ts';
import { excerptOf, type MarkedPiece, markText } from '../../core/search/excerpt.ts';
import { element, isolated } from '../elements.ts';

/**
 * Create the list item of a hit. Its first link leads to the article. Everything from the index is shown as text.
 *
 * @param lacked Words of the query that the article lacks.
 */
export function hitItem(
  article: SearchArticle,
  sought: ReadonlyMap<string, number>,
  lacked: readonly string[],
): HTMLLIElement {
  return storyItem(
    article,
    marked(markText(article.title, sought)),
    element('p', 'hit-excerpt', ...marked(excerptOf(article.text, sought))),
    ...(lacked.length > 0 ? [element('p', 'hit-lacks', 'بدون: ', ...isolated(lacked.join('، ')))] : []),
  );
}

/** Create the list item of a story without an excerpt. */
export function shortHit(article: SearchArticle): HTMLLIElement {
  return storyItem(article, isolated(article.title));
}

function storyItem(
  { url, date, iso, section, sectionSlug = '', source, image }: SearchArticle,
  title: readonly (string | HTMLElement)[],
  ...parts: HTMLElement[]
): HTMLLIElement {
  const link = element('a', undefined, ...title);
  link.href = url;
  const time = element('time', undefined, date);
  time.dateTime = iso;
  const details: HTMLElement[] = [time];
  if (section) details.unshift(element('span', 'section-name', ...isolated(section)));
  if (source) details.push(element('span', undefined, ...isolated(source)));
  const text = element(
    'div',
    'card-text',
    element('h2', 'headline', link),
    ...parts.slice(0, 1),
    element('p', 'card-meta', ...details),
    ...parts.slice(1),
  );
  const item = element('li', `hit card card-compact ${accents()[sectionSlug] ?? 'accent-0'}`, text);
  if (image) item.append(pictureLink(url, image));
  return item;
}

function pictureLink(url: string, { src, width, height, tone }: NonNullable<SearchArticle['image']>): HTMLElement {
  const picture = element('img', tone);
  picture.alt = '';
  picture.loading = 'lazy';
  picture.decoding = 'async';
  if (/^(?:\w+:)?\/\//.test(src)) picture.referrerPolicy = 'no-referrer';
  if (width) picture.width = width;
  if (height) picture.height = height;
  picture.src = src;
  const link = element('a', 'card-image', picture);
  link.href = url;
  link.tabIndex = -1;
  link.ariaHidden = 'true';
  return link;
}

let classes: Readonly<Record<string, string>> | undefined;

/** Classes of the colours of sections, by slug. */
function accents(): Readonly<Record<string, string>> {
  const text = document.querySelector<HTMLElement>('[data-accents]')?.dataset['accents'] ?? '';
  classes ??= Object.fromEntries(text.split(' ').map((pair) => pair.split(':')));
  return classes!;
}

function marked(pieces: readonly MarkedPiece[]): (string | HTMLElement)[] {
  return pieces.flatMap(({ text, isMarked }) =>
    isMarked ? [element('mark', undefined, ...isolated(text))] : isolated(text),
  );
}
