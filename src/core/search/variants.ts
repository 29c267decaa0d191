/*
 * Beginnings of words with two spellings for one meaning, folded: today's and the older one. Words whose meanings
 * differ («غلط» and «غلت») are left out.
 */
const pairs = (
  'تهران طهران اتاق اطاق امپرات امپراط اتریش اطریش بلیت بلیط باتری باطری توفان طوفان تپش طپش تپانچه طپانچه توس طوس تشت طشت ' +
  'ملات ملاط تالش طالش تنبور طنبور باتلاق باطلاق ایتالیا ایطالیا پتر پطر غلتک غلطک اتو اطو زغال ذغال ازوقه اذوقه ' +
  'خشنود خوشنود باقلوا باغلوا قورباغه غورباغه اسماعیل اسمعیل اسحاق اسحق زکات زکوه مشکات مشکوه'
).split(' ');
const mate = new Map(pairs.map((beginning, index) => [beginning, pairs[index ^ 1]!]));
const [shortest, longest] = [3, 8];

/**
 * List the other spellings of a folded word that differ by letters of one sound: «طهران» of «تهران», «سپاسگذار» of
 * «سپاسگزار». Other forms of the word have them as well.
 */
export function variantsOf(surface: string): string[] {
  const giver = surface.replace(
    /(..گ)([زذ])(?=ار)/,
    (_, before: string, letter) => before + (letter === 'ز' ? 'ذ' : 'ز'),
  );
  if (giver !== surface) return [giver];
  // «قلعه‌نویی»; where the other spelling is no word, no text contains it.
  const hiatus = surface.replace(
    /(....و)([عی])ی$/,
    (_, before: string, letter) => `${before}${letter === 'ع' ? 'ی' : 'ع'}ی`,
  );
  if (hiatus !== surface) return [hiatus];
  for (let length = Math.min(longest, surface.length); length >= shortest; length--) {
    const other = mate.get(surface.slice(0, length));
    if (other !== undefined) return [other + surface.slice(length)];
  }
  return [];
}
