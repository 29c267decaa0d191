import { formatNumber } from '../../core/text/persian.ts';

/** Facts about an article, and hints that do not stop it. */
export interface Advice {
  facts: readonly string[];
  hints: readonly string[];
}

/** Longer headlines are cut by search engines and share pictures. */
const longHeadline = 75;

/** Look for what an editor would ask about: the length of the headline, the section, the description of the picture. */
export function adviceOn(values: Readonly<Record<string, unknown>>, isArticle: boolean): Advice {
  const title = String(values['title'] ?? '').trim();
  const image = values['image'] as { src?: string; alt?: string } | null | undefined;
  const facts = title === '' ? [] : [`تیتر: ${formatNumber([...title].length)} نویسه`];
  const hints = [
    [...title].length > longHeadline &&
      `تیتر از ${formatNumber(longHeadline)} نویسه بلندتر است و در جست‌وجوگرها بریده می‌شود.`,
    isArticle && String(values['section'] ?? '') === '' && 'سرویس هنوز برگزیده نشده است.',
    Boolean(image?.src) && !String(image?.alt ?? '').trim() && 'آنچه در تصویر دیده می‌شود هنوز نوشته نشده است.',
  ];
  return { facts, hints: hints.filter((hint) => hint !== false) };
}
