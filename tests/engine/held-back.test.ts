import { describe, expect, it } from 'vitest';
import { formatHeldBack, listHeldBack } from '../../src/engine/held-back.ts';
import { makeArticle, makeDate } from '../support/make-site.ts';

const now = makeDate('1404/07/24 12:00').epoch;
const at = (slug: string, date: string, draft = false) =>
  makeArticle({ slug, title: `خبر ${slug}`, date: makeDate(date), draft });

describe('the list of held-back articles', () => {
  const articles = [
    at('past', '1404/07/23'),
    at('now', '1404/07/24 12:00'),
    at('far', '1404/09/01'),
    at('next', '1404/07/24 12:01'),
    at('plan', '1404/07/20', true),
    at('late-plan', '1405/07/20 10:30', true),
  ];

  it('has embargoed articles, then drafts, each with its file and date', () => {
    expect(formatHeldBack(listHeldBack(articles, now), 'en')).toBe(
      [
        'Held back: 4 articles.',
        '  content/articles/next.md  «خبر next»: under embargo until 1404/07/24 12:01',
        '  content/articles/far.md  «خبر far»: under embargo until 1404/09/01',
        '  content/articles/late-plan.md  «خبر late-plan»: a draft of 1405/07/20 10:30',
        '  content/articles/plan.md  «خبر plan»: a draft of 1404/07/20',
      ].join('\n'),
    );
  });

  it('is available in Persian', () => {
    expect(
      formatHeldBack(listHeldBack(articles.slice(3), now), 'fa')
        .split('\n')
        .slice(0, 3),
    ).toEqual([
      'منتشر نشد: ۳ خبر.',
      '  content/articles/next.md  «خبر next»: تا ۱۴۰۴/۰۷/۲۴ ۱۲:۰۱ زمانش نمی‌رسد',
      '  content/articles/late-plan.md  «خبر late-plan»: پیش‌نویس، با تاریخ ۱۴۰۵/۰۷/۲۰ ۱۰:۳۰',
    ]);
  });

  it('gives only the number of articles after the tenth', () => {
    const drafts = (count: number) => Array.from({ length: count }, (_, index) => at(`${index}`, '1404/07/20', true));
    const report = (count: number): string[] => formatHeldBack(listHeldBack(drafts(count), now), 'en').split('\n');
    expect(report(10)).toHaveLength(11);
    expect(report(13).slice(10)).toEqual(['  content/articles/3.md  «خبر 3»: a draft of 1404/07/20', '  … and 3 more']);
    expect(report(1)[0]).toBe('Held back: 1 article.');
  });

  it('is empty if nothing is held back', () => {
    expect(formatHeldBack(listHeldBack(articles.slice(0, 2), now), 'en')).toBe('');
  });

  it('contains no control characters of terminals', () => {
    const evil = makeArticle({ title: 'خبر \u001B[2J', draft: true });
    expect(formatHeldBack([evil], 'en')).not.toContain('\u001B');
  });
});
