import type { TermKind } from './site.ts';

/** What readers call the four kinds of terms: many of them, and one of them. */
export const kindLabels: Readonly<Record<TermKind, { many: string; one: string }>> = {
  tags: { many: 'برچسب‌ها', one: 'برچسب' },
  sections: { many: 'سرویس‌ها', one: 'سرویس' },
  sources: { many: 'منابع', one: 'منبع' },
  authors: { many: 'نویسندگان', one: 'نویسنده' },
};

/** The kinds of terms in the order of the menus. */
export const termKinds: readonly TermKind[] = ['sections', 'tags', 'sources', 'authors'];
