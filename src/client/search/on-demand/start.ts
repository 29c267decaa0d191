import { jalaliDayAt } from '../../../core/search/on-demand/calendar.ts';
import { isOnDate } from '../../../core/search/days.ts';
import { element } from '../../elements.ts';
import { tagsByUse } from './advice.ts';
import type { SearchIndex } from '../index.ts';
import { forgetQuestions, recentQuestions } from './recent.ts';
import { shortHit } from '../results.ts';

/*
 * What the page offers before a question; loaded only then.
 */

const [mostTags, mostStories] = [12, 6];

/**
 * Fill the page before a question: recent questions at once, then frequent tags and the newest stories. Then prepare
 * for a question.
 *
 * @param linkTo Creates the link that asks a question.
 * @param isCurrent Whether the page still has no question.
 */
export async function showStart(
  start: HTMLElement,
  open: () => Promise<SearchIndex>,
  linkTo: (question: string) => HTMLElement,
  isCurrent: () => boolean,
): Promise<void> {
  const part = (name: string): HTMLElement => start.querySelector<HTMLElement>(`[data-${name}]`)!;
  const fill = (name: string, items: readonly HTMLElement[]): void => {
    part(name).hidden = items.length === 0;
    part(name)
      .querySelector('ul')!
      .replaceChildren(...items);
  };
  const links = (questions: readonly string[]): HTMLElement[] =>
    questions.map((question) => element('li', undefined, linkTo(question)));
  fill('recent', links(recentQuestions()));
  start.querySelector('[data-forget]')!.addEventListener('click', () => {
    forgetQuestions();
    fill('recent', []);
  });
  const index = await open();
  const { labels, rows } = index;
  if (!isCurrent()) return;
  const tags = tagsByUse(index).slice(0, mostTags);
  fill('frequent', links(tags.map((tag) => labels.tags[tag]!)));
  const newest = Array.from({ length: Math.min(mostStories, rows.length) }, (_, place) => rows.length - 1 - place);
  const stories = await Promise.all(newest.map((article) => index.article(article)));
  if (!isCurrent()) return;
  const today = rows.length > 0 && isOnDate(rows.at(-1)!.day, jalaliDayAt(Date.now(), 'Asia/Tehran'));
  part('newest').querySelector('h2')!.textContent = today ? 'خبرهای امروز' : 'تازه‌ترین خبرها';
  const shown = today ? stories.filter((_, place) => rows[newest[place]!]!.day === rows.at(-1)!.day) : stories;
  fill('newest', shown.map(shortHit));
  // Not before, since their program is larger than all that is shown.
  await index.words();
}
