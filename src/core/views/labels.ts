import type { ArticleLabel, ArticleType } from '../article.ts';

/** Labels as readers see them before a headline. */
export const labelNames: Readonly<Record<ArticleLabel, string>> = { breaking: 'فوری', exclusive: 'اختصاصی' };

/** Types of articles as readers see them. */
export const typeNames: Readonly<Record<ArticleType, string>> = {
  opinion: 'دیدگاه',
  interview: 'گفت‌وگو',
  report: 'گزارش',
  photo: 'گزارش تصویری',
  live: 'پوشش زنده',
  note: 'یادداشت',
};

/** Live coverage as readers see it in lists, which do not change when it ends, and on its page once it has ended. */
export const coverageName = 'لحظه به لحظه';
