import { clauseWords, words } from './affixes.ts';
import { isJoining } from './joining.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';

/** The neighbours of a word. */
export interface WordContext {
  /** The word before it, or `''`. */
  previous: string;
  /**
   * The word or digit after it; `''` at the end of the clause, `undefined` at the end of the text or before another
   * script.
   */
  next: string | undefined;
}

/**
 * Decide between a plural and an enclitic that have the same letters, such as «حرف‌های» and «حرفه‌ای»: by the
 * neighbouring words, then by which of the two nouns is part of many more compounds. Return `undefined` if neither
 * decides.
 */
export function choosePlural(
  pair: readonly Reading[],
  { previous, next }: WordContext,
  lexicon: Lexicon,
): Reading | undefined {
  const plural = pair.find(({ pluralOf }) => pluralOf !== undefined);
  const enclitic = pair.find(({ encliticOf }) => encliticOf !== undefined);
  if (plural?.pluralOf === undefined || enclitic?.encliticOf === undefined) return undefined;
  const [noun, longer] = [plural.pluralOf, enclitic.encliticOf];
  // «کارهای با ارزش» needs no half-space, so a following preposition does not make it doubtful.
  const isAttributed = !isJoining(noun) && prepositions.has(next ?? '');
  const isAlone = !isAttributed && (next === '' || clauseWords.has(next ?? '') || singularMarkers.has(previous));
  if (isAlone && plural.text.endsWith('های')) return enclitic;
  if (rarelyPlural.has(noun)) return enclitic;
  if (rarelyIndefinite.has(longer) || !isJoining(noun)) return plural;
  // «بیانی» is an adjective derived from «بیانیه».
  if (noun.endsWith('ی')) return enclitic;
  if (evenNouns.has(noun)) return undefined;
  const ratio = (lexicon.countCompounds(noun) + 1) / (lexicon.countCompounds(longer) + 1);
  return ratio > minRatio ? plural : ratio < 1 / minRatio ? enclitic : undefined;
}

const prepositions: ReadonlySet<string> = new Set(words('با در از به بر تا برای'));

/** Minimum ratio between the number of compounds of the two nouns. */
const minRatio = 2.7;

/** Nouns that are hardly ever indefinite («ساله‌ای»), so the plural of the shorter noun is meant («سال‌های»). */
const rarelyIndefinite: ReadonlySet<string> = new Set(
  words(
    'ساله ماهه روزه ساعته شبه راهه آبه شهره کاره مغزه زخمه رنجه یگانه خاله زمانه کرمه میانه خوابه باله آیینه شاخصه',
  ),
);

/** Nouns that hardly ever occur in the plural, so the longer noun is meant («جمله‌ای», not «جمل‌های»). */
const rarelyPlural: ReadonlySet<string> = new Set(
  words(
    'خان جمل گون منظر سیار انگیز پدید مرتب کوچ فیروز زند ویژ پار دقیق هدی نقط ذر همسای پای برنام علاق نمون اندیش',
  ).concat(
    words(
      'سامان آستان تک قفس رسان هست ماد عد فاصل حمل حلق سین کین بهان کران کاس شیش بیش تیش گزین مسابق مقال رابط واقع',
    ),
    words('خاطر سابق شایست وسیل طایف اراد خیم جرق گری نال لان آین بست پرون جلس افسان حاش ارای تخت پوش اسطور منطق'),
  ),
);

/** Nouns as common as the longer ones in ه: «حرف» and «حرفه». Only the context can decide. */
const evenNouns: ReadonlySet<string> = new Set(words('حرف نام زمین گوش بند نقش نشان ریش شاخ پشت مهر'));

/** Words after which «ه‌ای» is an indefinite noun and a plural is impossible: «یک خانه‌ای». */
const singularMarkers: ReadonlySet<string> = new Set(words('یک هیچ هر چنین چه هیچ‌گونه'));
