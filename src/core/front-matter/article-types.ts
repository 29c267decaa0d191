import { type ArticleLabel, articleLabels, type ArticleType, articleTypes } from '../article.ts';
import { nearestOf } from '../text/nearest.ts';
import { foldKey } from '../text/persian.ts';

/** Spellings of the types and labels of articles besides their own names. */
const typeSpellings: Readonly<Record<ArticleType, readonly string[]>> = {
  opinion: ['دیدگاه', 'نظر', 'سرمقاله', 'editorial', 'column', 'op-ed', 'comment'],
  interview: ['گفت‌وگو', 'گفتگو', 'مصاحبه'],
  report: ['گزارش', 'feature', 'reportage'],
  photo: ['گزارش تصویری', 'عکس', 'تصویری', 'photos', 'gallery', 'photo essay', 'image'],
  live: ['زنده', 'پوشش زنده', 'liveblog', 'live blog'],
  note: ['یادداشت', 'aside'],
};
const labelSpellings: Readonly<Record<ArticleLabel, readonly string[]>> = {
  breaking: ['فوری', 'خبر فوری'],
  exclusive: ['اختصاصی'],
};

/** Find the type of an article in any of its spellings. @example findArticleType('یادداشت') // 'note' */
export function findArticleType(spelling: string): ArticleType | undefined {
  return findChoice(spelling, articleTypes, typeSpellings);
}

/** Find the label of an article in any of its spellings. @example findArticleLabel('فوری') // 'breaking' */
export function findArticleLabel(spelling: string): ArticleLabel | undefined {
  return findChoice(spelling, articleLabels, labelSpellings);
}

/**
 * Return whether a value of `type` is meant for us: one of the types, or misspelt. Other generators use the field for
 * templates: `type: post`.
 */
export function isMeantAsType(value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false;
  return findArticleType(value) !== undefined || nearestOf(foldKey(value), articleTypes) !== undefined;
}

function findChoice<Choice extends string>(
  spelling: string,
  choices: readonly Choice[],
  spellings: Readonly<Record<Choice, readonly string[]>>,
): Choice | undefined {
  const key = foldKey(spelling);
  return choices.find((choice) => choice === key || spellings[choice].some((other) => foldKey(other) === key));
}
