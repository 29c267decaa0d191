import { stopWords } from '../../words/stems.ts';
import { foldWord } from '../../words/terms.ts';
import { findWords, type SearchWord } from '../../words/words.ts';
import { distanceOf, soundOf } from './distance.ts';
import { readAsLatin, readAsPersian } from './keyboards.ts';
import { spellLetters, transliterationCost } from './transliteration.ts';
import { leastCost, type Pause, type Vocabulary } from './vocabulary.ts';

/** The data of an index that corrections need. */
export interface KnownWords {
  vocabulary: Vocabulary;
  /** Return whether articles contain each word of a text, stop words aside. */
  isKnown(text: string): Promise<boolean>;
  pause: Pause;
}

// Typing of fewer letters is a word on the other layout by chance.
const shortestTyped = 3;

/**
 * List better queries in place of one with unknown words, best first: as it would be on the keyboard's other layout; and
 * with each unknown word replaced, a Latin one by the Persian word with its pronunciation, a Persian one by the nearest
 * known word. Numbers are no misspellings.
 *
 * @param unknown The unknown words, as the reader wrote them.
 */
export async function mendQuestion(question: string, unknown: readonly string[], known: KnownWords): Promise<string[]> {
  const missing = new Set(unknown);
  const typed = await retype(question, missing, known);
  if (typed !== undefined) return [typed];
  const mended = await replaceWords(question, (_, text) => (missing.has(text) ? mendWord(text, known) : undefined));
  return mended === undefined ? [] : [mended];
}

/**
 * Find a query of the same sound whose words are far more common: «اتاق» for «اطاق». A rare word may also be a slip by one
 * letter, and a Latin one Persian.
 */
export async function likelierQuestion(question: string, known: KnownWords): Promise<string | undefined> {
  const words = findWords(question);
  for (const [index, { surface, start, end }] of words.entries()) {
    const next = words[index + 1];
    if (!next || !isPersian(surface + next.surface) || question.slice(end, next.start).trim() !== '') continue;
    const joined = await likelierWord(surface + next.surface, known, false);
    if (joined !== undefined) return question.slice(0, start) + joined + question.slice(next.end);
  }
  return replaceWords(question, ({ surface }) => likelierWord(surface, known, true));
}

/** Replace words of a question; `undefined` if none is. */
async function replaceWords(
  question: string,
  better: (word: SearchWord, text: string) => Promise<string | undefined> | undefined,
): Promise<string | undefined> {
  let [mended, end] = ['', 0];
  for (const word of findWords(question)) {
    const text = question.slice(word.start, word.end);
    const replacement = stopWords.has(word.surface) ? undefined : await better(word, text);
    if (replacement === undefined || replacement === text) continue;
    mended += question.slice(end, word.start) + replacement;
    end = word.end;
  }
  return end === 0 ? undefined : mended + question.slice(end);
}

/** Read text typed on the keyboard's other layout: all of it, or only what is unknown. */
async function retype(
  question: string,
  missing: ReadonlySet<string>,
  { isKnown }: KnownWords,
): Promise<string | undefined> {
  const isTyped = (chunk: string): boolean => /^[!-~]*[a-z][!-~]*$/i.test(chunk);
  const isMissing = (chunk: string): boolean =>
    findWords(chunk).some(({ start, end }) => missing.has(chunk.slice(start, end)));
  const chunks = question.split(/(\s+)/);
  if (!chunks.some((chunk) => isTyped(chunk) && isMissing(chunk))) return undefined;
  for (const isChosen of [isTyped, (chunk: string) => isTyped(chunk) && isMissing(chunk)]) {
    // Quotation marks and a minus keep their meaning; keys with letters are read as such.
    for (const layout of [0, 1]) {
      const read = chunks.map((chunk) => (isChosen(chunk) ? readAsPersian(chunk)[layout] : chunk) ?? chunk);
      const words = read.filter((_, index) => isChosen(chunks[index]!)).join(' ');
      const isLong = findWords(words).some(({ surface }) => isPersian(surface) && surface.length >= shortestTyped);
      if (isLong && (await isKnown(words))) return read.join('');
    }
  }
  return undefined;
}

async function mendWord(text: string, known: KnownWords): Promise<string | undefined> {
  const [, latin, digits = ''] = /^([a-z]+)(\d*)$/.exec(plainLatin(text)) ?? [];
  if (latin !== undefined) {
    const found = await pronounce(latin, text === text.toUpperCase() || digits !== '', known);
    return found === undefined || digits === '' ? found : `${found} ${digits}`;
  }
  const wanted = foldWord(text);
  if (!isPersian(wanted)) return undefined;
  const nearest = await nearestWord(wanted, known);
  if (nearest !== undefined) return nearest;
  for (const typed of readAsLatin(text)) {
    if (!/^[a-z]+$/.test(typed) || typed.length < shortestTyped) continue;
    const found = (await known.isKnown(typed)) ? typed : await pronounce(typed, false, known);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Distance up to which a word of this length is a slip rather than another word. */
const slips = [0, 0, 0, 0.6, 1, 1.1, 1.1, 1.6, 1.6];
const mostSlips = 2;

/** Find the known word nearest to an unknown one, by its letters. Ties go to the most common word. */
export async function nearestWord(
  wanted: string,
  { vocabulary, pause }: Pick<KnownWords, 'vocabulary' | 'pause'>,
): Promise<string | undefined> {
  const limit = slips[wanted.length] ?? mostSlips;
  if (limit === 0) return undefined;
  const best = await leastCost(vocabulary, limit, pause, ({ letters }, most) => distanceOf(wanted, letters, most));
  return best?.spelling;
}

// The cost of a transliteration may be this much by letter, and in all; an eighth more articles are worth the last.
const [costPerLetter, freeCost, mostCost, commonness] = [0.08, 0.05, 1, 0.04];
const longestAbbreviation = 5;

/** Find the word that is pronounced like a Latin one, or like the names of its letters. */
async function pronounce(latin: string, isAbbreviation: boolean, known: KnownWords): Promise<string | undefined> {
  const spelled = latin.length <= longestAbbreviation ? spellLetters(latin) : undefined;
  const isSpelled = spelled !== undefined && (await known.isKnown(spelled));
  if (isSpelled && isAbbreviation) return spelled;
  const limit = Math.min(mostCost, freeCost + costPerLetter * latin.length);
  const best =
    latin.length < 2
      ? undefined
      : await leastCost(known.vocabulary, limit, known.pause, ({ letters, count }, most) => {
          const cost = transliterationCost(latin, letters, Math.min(limit, most + commonness * count));
          return cost > limit ? limit + 1 : cost - commonness * count;
        });
  return best?.spelling ?? (isSpelled ? spelled : undefined);
}

// Binary logarithms: eight times as many articles; sixteen times for a slip by a letter in a word of at most three.
const [farMore, farMoreForSlips, rare] = [3, 4, 1];
const shortestSlip = 5;

async function likelierWord(surface: string, known: KnownWords, allowsSlips: boolean): Promise<string | undefined> {
  const { vocabulary, pause } = known;
  const latin = /^[a-z]{3,}$/.test(surface);
  if (!latin && (!isPersian(surface) || surface.length < 3)) return undefined;
  const words = vocabulary.flat();
  const own = Math.max(0, ...words.filter(({ letters }) => letters === surface).map(({ count }) => count));
  if (latin) {
    const spelling = allowsSlips ? await pronounce(surface, false, known) : undefined;
    const found = words.find((word) => word.spelling === spelling);
    return found && found.count >= own + farMore ? spelling : undefined;
  }
  const sound = soundOf(surface);
  const best = await leastCost(vocabulary, 2, pause, (word) => {
    if (word.letters === surface || word.count < own + farMore) return Number.POSITIVE_INFINITY;
    if (word.sound === sound) return 0;
    const isSlip = allowsSlips && surface.length >= shortestSlip && own <= rare && word.count >= own + farMoreForSlips;
    const isForm = word.letters.startsWith(surface) || surface.startsWith(word.letters);
    return isSlip && !isForm && distanceOf(surface, word.letters, 1) <= 1 ? 1 : Number.POSITIVE_INFINITY;
  });
  return best?.spelling;
}

function plainLatin(text: string): string {
  return foldWord(text.normalize('NFD').replace(/\p{M}/gu, ''));
}

function isPersian(word: string): boolean {
  return /^[\u0620-\u06FF]+$/.test(word) && !/\d/.test(word);
}
