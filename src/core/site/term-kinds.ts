import type { TermKind } from './site.ts';

/** Display names of the four kinds of terms, plural and singular. */
export const kindLabels: Readonly<Record<TermKind, { many: string; one: string }>> = {
  tags: { many: 'برچسب‌ها', one: 'برچسب' },
  sections: { many: 'سرویس‌ها', one: 'سرویس' },
  sources: { many: 'منابع', one: 'منبع' },
  authors: { many: 'نویسندگان', one: 'نویسنده' },
};

/** The kinds of terms in menu order. */
export const termKinds: readonly TermKind[] = ['sections', 'tags', 'sources', 'authors'];
