import { words } from './affixes.ts';
import { removeHalfSpaces } from './joining.ts';

/**
 * Compounds that edited texts write with a half-space, but that the dictionary lacks or also has in joined form. A text
 * that has half-spaces keeps its own spelling.
 */
export const preferredSpellings: ReadonlySet<string> = new Set(
  words('علی‌رغم فرهنگ‌سازی تفاهم‌نامه سوخت‌گیری موضع‌گیری دهن‌کجی صاحب‌عزا صاحب‌خانه صاحب‌نظر راه‌سازی').concat(
    words('سخت‌کوش سخت‌کوشی سخت‌گیر سخت‌گیری سخت‌گیرانه یخ‌زده یخ‌زدگی وصیت‌نامه اساس‌نامه هم‌حسی جان‌مایه'),
    words('تک‌رو تک‌روی روان‌پزشک روان‌پزشکی حروف‌چین حروف‌چینی چمن‌کاری آب‌تنی آب‌لیمو دست‌چین دست‌کاری نصفه‌شب گاه‌گاهی'),
    words('حکم‌فرما حکم‌فرمایی نیم‌کره سنگ‌چین آرمان‌شهر مادی‌گری غلط‌گیری مع‌هذا اسلام‌گرا حساب‌رس حساب‌رسی کوتاه‌مدت میان‌مدت'),
    words('تجاری‌سازی سیاسی‌کاری کم‌آبی آسیب‌دیده ستم‌دیده اوج‌گیری دست‌نشانده کلنگ‌زنی مثال‌زدنی پول‌شویی پرچم‌دار امانت‌دار'),
    words('امانت‌داری فرمان‌بردار فرمان‌برداری خدمت‌گزار جنایت‌کار خون‌ریزی قایق‌رانی جناب‌عالی احوال‌پرسی یک‌سره ضرب‌المثل'),
    words('سانتی‌مانتال هلی‌کوپتر خط‌مشی ذره‌ذره گاه‌به‌گاه سال‌به‌سال دم‌به‌دم'),
  ),
);

/** {@link preferredSpellings}, keyed by their letters without half-spaces. */
export const preferredByLetters: ReadonlyMap<string, string> = new Map(
  [...preferredSpellings].map((spelling) => [removeHalfSpaces(spelling), spelling]),
);
