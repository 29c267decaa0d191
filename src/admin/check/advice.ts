import { findNearHeadline, type RecentHeadline } from '../../core/admin/near-headlines.ts';
import { formatNumber } from '../../core/text/persian.ts';

/** Facts about an article, and hints that do not stop it. */
export interface Advice {
  facts: readonly string[];
  hints: readonly string[];
}

/** Longer headlines are cut by search engines and share pictures. */
const longHeadline = 75;

/**
 * Look for what an editor would ask about: the length of the headline, whether one of the last days says the same, the
 * section, and the description of the picture.
 */
export function adviceOn(
  values: Readonly<Record<string, unknown>>,
  isArticle: boolean,
  recent: readonly RecentHeadline[],
): Advice {
  const title = String(values['title'] ?? '').trim();
  const image = values['image'] as { src?: string; alt?: string } | null | undefined;
  const facts = title === '' ? [] : [`تیتر: ${formatNumber([...title].length)} نویسه`];
  const other = isArticle ? findNearHeadline(title, String(values['address'] ?? ''), recent) : undefined;
  const hints = [
    other && `خبری از هفت روز گذشته تیتری بسیار نزدیک دارد: «${other.title}».`,
    [...title].length > longHeadline &&
      `تیتر از ${formatNumber(longHeadline)} نویسه بلندتر است و در جست‌وجوگرها بریده می‌شود.`,
    isArticle && String(values['section'] ?? '') === '' && 'سرویس هنوز برگزیده نشده است.',
    Boolean(image?.src) && !String(image?.alt ?? '').trim() && 'آنچه در تصویر دیده می‌شود هنوز نوشته نشده است.',
  ];
  return { facts, hints: hints.filter((hint) => typeof hint === 'string') };
}
