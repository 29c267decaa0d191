import type { Range } from './edits.ts';

/**
 * Return whether a sentence is Arabic rather than Persian typed with Arabic letters. Anything Persian rules it out: پ,
 * چ, ژ, گ, a half-space, «از», «که», «را» …. Otherwise at least two fifths of the words must be recognisable as Arabic,
 * by their article, a final ة, an initial hamza, vowel signs or a list of frequent words.
 *
 * @example isArabic('إنما الأعمال بالنيات') // true
 * @example isArabic('كتاب‌هاي علمي در بازار') // false
 */
export function isArabic(sentence: string): boolean {
  if (!needsCare.test(sentence) || onlyPersian.test(sentence)) return false;
  const words = sentence.replace(honorific, ' ').match(wordPattern) ?? [];
  if (words.length < 3) return false;
  let certain = 0;
  let likely = 0;
  for (const word of words) {
    const bare = word.replace(signs, '');
    if (persianWords.has(bare) || persianForm.test(bare)) return false;
    if (arabicWords.has(bare) || isVowelled(word)) certain += 1;
    else if (likelyForm.test(bare) && !loans.test(bare)) likely += 1;
  }
  const share = (certain + likely) / words.length;
  if (certain === 0) return share >= 0.6 && likely >= 3 && /ة(?![\p{L}])/u.test(sentence);
  return share >= 0.4 && certain + likely >= 2;
}

/**
 * Find the Arabic parts of a text: sentences, quotations, and single letters in brackets or quotation marks, as in
 * «حرف (ك)».
 */
export function findArabic(text: string): Range[] {
  if (!needsCare.test(text)) return [];
  const found = Array.from(text.matchAll(loneLetter), ({ index }) => ({ start: index, end: index + 1 }));
  for (const { 0: part, index } of text.matchAll(partPattern)) {
    if (!isArabic(part)) continue;
    const start = index + part.length - part.trimStart().length;
    found.push({ start, end: start + part.trim().length });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Return whether a text may contain Arabic, judging by its characters. False for most Persian texts. */
export function mayHoldArabic(text: string): boolean {
  return needsCare.test(text);
}

/** Characters that Persian normalisation would change. */
const needsCare = /[\u0629\u0643\u0649\u064A-\u0652\u0670]/;
const onlyPersian = /[\u067E\u0686\u0698\u06AF\u200C]/;
const letters = '\\u0620-\\u063F\\u0641-\\u064A\\u066E-\\u06D3\\u06FA-\\u06FC';
const wordPattern = new RegExp(`[${letters}][${letters}\\u064B-\\u065F\\u0670\\u0640]*`, 'g');
const partPattern = /[^.!?؟:؛;«»"“”()[\]{}﴿﴾…\n]+/g;
// Match the letter first: look-behind at every character would be slow.
const loneLetter = /[\u0629\u0643\u0649\u064A](?<=[(«"'“[].)(?=[)»"'”\]])/g;
const signs = /[\u0610-\u061A\u064B-\u065F\u0670\u0640]/g;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const persianWords = wordSet(
  'از که كه را به در این اين آن است با برای براي یک يك شد شده بود می مي نمی نمي های هاي ها کرد كرد کرده كرده کند كند خود دارد دارند باشد نیست نيست او تا هم نیز نيز اند شود گفت داد اما اگر باید بايد هر چه ای اي وی وي دو سه روز سال درباره بین مورد مورد شان اش هستند هستیم هستيم آنها ایشان ايشان کردن كردن شدن دیگر ديگر',
);
/** Persian verbs, plurals and superlatives. */
const persianForm = /^(?:ن?م[یي].{3,}|.{2,}(?:هاي|های|ترين|ترین))$/;
/** Frequent Arabic words that Persian does not use. */
const arabicWords = wordSet(
  'في إلى عن أن إن هذا هذه ذلك تلك التي الذي الذين كان كانت كانوا قال قالت ثم إذا لم لن أو ليس عليهم عليها فيه فيها لهم لها إنا إنما إلا هو هي وهو وهي كما لكم لنا إنه أنه إنك نحن أنا أنت بسم يا أيها وما ولا وقد فلا بما لما لكل فإن وإن وإنما وإذا إني كنت يكون تكون لله اللهم شيء',
);
const likelyForm =
  /^(?:من|ما|لا|على|كل|مع|عليه|له|والله|قل|[وف]?[بكل]?ال.{2,}|[وف]?لل.{2,}|.{2,}[ةى]|[أإ].+|.{2,}(?:ون|هم|كم|نا))$/;
/** Arabic phrases that Persian texts add to names. */
const honorific =
  /علي[هة]ا? السلام|عليهما? السلام|صل[يى] الله عليه(?: و ?[آا]له)?(?: و ?سلم)?|(?:رحم[ةهت]|رضوان|سلام) الله علي(?:ه|ها|هما?)/g;
/** Words in Persian use that look as if they had the Arabic article «ال». */
const loans =
  /^(?:[وب]?ال(?:بته|ان|ها|هام|ماس|تماس|زام|زامي|زامی|حاق|تهاب|گو|مپ|كت|کت|كل|کل|بوم|فبا|ياف|یاف|قا|هي|هی)|بالا|والا|والي|والی|كالا|کالا|فال)/;

/** Return whether a word has several vowel signs. Persian writes one at most: a tanwin, a shadda, a final kasra. */
function isVowelled(word: string): boolean {
  return (word.match(/[\u064B-\u0652\u0670]/g)?.length ?? 0) >= 2;
}
