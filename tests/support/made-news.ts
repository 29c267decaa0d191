import type { Article } from '../../src/core/article.ts';
import { makeArticle, makeDate } from './make-site.ts';
import { createRandom } from './random.ts';

/** Generate articles over five years from invented words, rare and common ones; deterministic. */
export function makeNews(count: number): Article[] {
  const random = createRandom(1404);
  const pick = (most: number): number => Math.floor(most * (random.below(2 ** 32) / 2 ** 32) ** 3);
  const words = (length: number): string => Array.from({ length }, () => inventWord(pick(3000))).join(' ');
  return Array.from({ length: count }, (_, index) => {
    const day = Math.floor((index * 5 * 360) / count);
    const [year, month, date] = [1400 + Math.floor(day / 360), 1 + (Math.floor(day / 30) % 12), 1 + (day % 29)];
    return makeArticle({
      slug: `khabar-${index}`,
      date: makeDate(`${year}/${month}/${date} ${10 + (index % 14)}:${10 + (index % 50)}`),
      title: words(7),
      lead: words(12),
      hasOwnLead: index % 2 === 0,
      text: words(60),
      tags: [`برچسب ${inventWord(pick(400))}`],
      source: { name: `منبع ${inventWord(index % 3)}` },
    });
  });
}

const syllables = 'با تو سی را نو مه کا شی رو دا'.split(' ');
const endings = ['', '', '\u200Cها', '\u200Cهای', 'ی'];

function inventWord(number: number): string {
  const digits = [...String(number)].map((digit) => syllables[Number(digit)]).join('');
  return `پ${digits}${endings[number % endings.length]}`;
}
