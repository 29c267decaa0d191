import {
  clauseWords,
  comparable,
  degreeEndings,
  enclitics,
  joinedDegrees,
  neverPlural,
  pluralEndings,
  spokenForms,
  unbendable,
} from './affixes.ts';
import { letterNames } from './abbreviations.ts';
import { endsInSilentHeh, isJoining, removeHalfSpaces } from './joining.ts';
import type { Lexicon } from './lexicon.ts';
import {
  adjectivalCounts,
  boundParts,
  companions,
  determiners,
  fixedCompounds,
  fixedPairs,
  freeParts,
  numerals,
  openParts,
  prefixes,
  standaloneParts,
  ownTimes,
} from './parts.ts';
import { preferredSpellings } from './spellings.ts';
import type { Speller } from './reading.ts';
import { halfSpace } from '../text/persian.ts';

/** The replacement for a space. */
export interface Join {
  /** A half-space (U+200C), or nothing where it would be invisible. */
  joiner: '' | typeof halfSpace;
  /** Whether no other reading of the two words is possible. */
  isCertain: boolean;
  /** Whether carefully edited texts often write them as two words: «حمل و نقل», «سه ماهه», «ذوب آهن». */
  isLoose?: boolean;
}

/**
 * Decide whether two words separated by a space are one word, as in «می شود», «کتاب ها» and «برنامه ریزی».
 *
 * @param next Returns the following word or digit, or `''` at the end of the clause.
 * @returns How to join them, or `undefined` if they are two words.
 */
export function joinOf(
  first: string,
  second: string,
  next: () => string | undefined,
  lexicon: Lexicon,
  read: Speller,
): Join | undefined {
  return (
    joinVerb(first, second, lexicon) ??
    joinEnding(first, second, next, lexicon, read) ??
    joinEnclitic(first, second, next, lexicon, read) ??
    joinCompound(first, second, next, lexicon, read)
  );
}

/** Return whether three words are one, as in «حمل و نقل». */
export function isPair(first: string, and: string, second: string): boolean {
  return and === 'و' && fixedPairs.has(`${first}${halfSpace}و${second}`);
}

const counted: ReadonlySet<string> = new Set([...adjectivalCounts].map(removeHalfSpaces));
const numeralSet: ReadonlySet<string> = new Set(numerals);
// Endings that are separate words after a space: «خرید هاست», «پایان ترم», «یک ترند».
const alsoWords: ReadonlySet<string> = new Set(['هاست', 'هایند', 'ترم', 'ترند']);
const plurals: ReadonlySet<string> = new Set(pluralEndings.filter((ending) => !alsoWords.has(ending)));
const degrees: ReadonlySet<string> = new Set(
  degreeEndings.map(removeHalfSpaces).filter((ending) => !alsoWords.has(ending)),
);
const encliticSet: ReadonlySet<string> = new Set(enclitics);

/** Return whether a word is «می» or «نمی», with or without a preverb. */
export function isVerbPrefix(word: string): boolean {
  return verbPrefix.test(word);
}

// Matches whole words only: «تاکسیدرمی» merely ends the same way.
const verbPrefix = /^(?:بر|باز|در|فرو|فرا|وا|سر|ور)?(ن?می)$/;

function joinVerb(first: string, second: string, lexicon: Lexicon): Join | undefined {
  const stem = verbPrefix.exec(first);
  if (!stem) return undefined;
  if (isListed(stem[1]!, second, lexicon) || spokenForms.has(second)) return certain(first);
  // A verb missing from the lexicon; only verbs follow «می».
  return lexicon.find(second).length === 0 && /(?:م|د|ی)$/.test(second) ? uncertain(first) : undefined;
}

function joinEnding(
  first: string,
  second: string,
  next: () => string | undefined,
  lexicon: Lexicon,
  read: Speller,
): Join | undefined {
  if (first.length < 2) return undefined;
  if (plurals.has(second)) {
    if (neverPlural.has(first) || clauseWords.has(first)) return undefined;
    // «های» needs a noun or an adjective after it: «های و هوی» has none.
    const isOpen = second === 'های' && (next() === '' || clauseWords.has(next() ?? '') || next() === 'های');
    return isOpen ? uncertain(first) : certain(first);
  }
  if (!degrees.has(second)) return undefined;
  if (joinedDegrees.has(first + second)) return { joiner: '', isCertain: false };
  const isComparable = comparable.has(first) || read(first).some(({ isAdjective }) => isAdjective);
  if (isComparable) return certain(first);
  // After a noun, «تر» is an adjective («لباس تر»), and «تری» may be a name.
  const known = lexicon.find(first);
  const isNoun = second !== 'ترین' && known.some((word) => word.isNoun);
  return known.length > 0 && first.length > 2 && !isNoun ? uncertain(first) : undefined;
}

function joinEnclitic(
  first: string,
  second: string,
  next: () => string | undefined,
  lexicon: Lexicon,
  read: Speller,
): Join | undefined {
  if (!encliticSet.has(second) || first.length < 3 || unbendable.has(first)) return undefined;
  if (letterNames.has(next() ?? '') || (second === 'ای' && /^(?:میل|کاش|وای)$/.test(next() ?? ''))) return undefined;
  const [reading] = read(first);
  if (!reading || reading.cost > 2) return undefined;
  // «خوشحال‌اند»
  if (second === 'اند' && reading.isAdjective && !endsInSilentHeh(first, lexicon)) return uncertain(first);
  if (!endsInSilentHeh(first, lexicon) && !first.endsWith('ی')) return undefined;
  if (first.endsWith('ی')) {
    const canTakeEnclitic = reading.isNoun || reading.isAdjective;
    const isCall = second === 'ای' && next() !== '' && !clauseWords.has(next() ?? '');
    return canTakeEnclitic && second !== 'ات' && second !== 'ی' && !isCall ? uncertain(first) : undefined;
  }
  // «ای» is a vocative before a name; «اش» and «ام» rarely occur as words.
  return { ...uncertain(first), isCertain: /^(?:ی|اند|ایم|اید)$/.test(second) || next() === '' };
}

function joinCompound(
  first: string,
  second: string,
  next: () => string | undefined,
  lexicon: Lexicon,
  read: Speller,
): Join | undefined {
  if (clauseWords.has(second)) return undefined;
  if (numeralSet.has(first) && counted.has(second)) return isJoining(first) ? loose(first) : undefined;
  if (first === 'بی') {
    const isPhrase =
      (letterNames.has(second) && letterNames.has(next() ?? '')) || (/^(?:بند|قید|سر)$/.test(second) && next() === 'و');
    return !isPhrase && isWithout(second, lexicon, read) ? loose(first) : undefined;
  }
  // Only some words form one word with «هم», unlike «من هم فکر می‌کنم».
  if (first === 'هم' && !companions.has(second)) return undefined;
  const compound = first + halfSpace + second;
  if (
    (isListedFirst(first) && (fixedCompounds.has(compound) || preferredSpellings.has(compound))) ||
    lexicon.isOwn(compound)
  )
    return uncertain(first);
  // Before a number, a noun is a separate word: «موضوع بند ۲».
  if (/^[0-9۰-۹٠-٩]$/.test(next() ?? '') && lexicon.find(second).some(({ isNoun, text }) => isNoun && text === second))
    return undefined;
  return partsOf(second).some((part) => isCompound(first, part, lexicon)) ? looseUnlessArabic(first) : undefined;
}

/** Checked before a compound is assembled, which takes longer. */
const listedFirst: ReadonlySet<string> = new Set(
  [...fixedCompounds, ...preferredSpellings].map((compound) => compound.slice(0, compound.indexOf(halfSpace))),
);

function isListedFirst(first: string): boolean {
  return listedFirst.has(first) || first.includes(halfSpace);
}

function isCompound(first: string, part: string, lexicon: Lexicon): boolean {
  if (boundParts.has(part) && isWord(first, lexicon)) {
    // «پرسپولیس طلب دارد», «نتایج آرای شورا»: these parts also occur alone, so only known compounds count.
    return !standaloneParts.has(part) ? !determiners.has(first) : isListed(first, part, lexicon);
  }
  if (lexicon.countCompounds(first) === 0 || determiners.has(first) || clauseWords.has(part) || first === part) {
    return false;
  }
  const isFree = freeParts.has(part);
  if ((openParts.has(part) && !isFree) || !isListed(first, part, lexicon)) return false;
  if (isFree || boundParts.has(part) || prefixes.has(first)) return true;
  const parts = lexicon.find(part);
  if (parts.length === 0) return true;
  if (ownTimes.has(part)) return false;
  const isNoun = endsInSilentHeh(first, lexicon) && !lexicon.find(first).some(({ isAdjective }) => isAdjective);
  return isNoun && !parts.some((word) => word.isAdjective || isDirection(part));
}

/** «کرهٔ شمالی» is a country with an adjective. */
function isDirection(word: string): boolean {
  return /^(?:شمال|جنوب|شرق|غرب)ی$/.test(word);
}

/** The second part of a compound, with and without the endings of «سرمایه داران» and «تشکیل دهندهٔ». */
function partsOf(word: string): string[] {
  const endings = ['ٔ', 'ان', 'انی', 'انه', 'انهٔ', 'ی'];
  return [word, ...endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length))];
}

function isListed(first: string, second: string, lexicon: Lexicon): boolean {
  return lexicon.find(first + second).some(({ text }) => text === first + halfSpace + second);
}

/** Return whether «بی» makes an adjective of a word: «بی‌خبر», but not «بی آنکه». */
function isWithout(noun: string, lexicon: Lexicon, read: Speller): boolean {
  if (isListed('بی', noun, lexicon)) return true;
  const [reading] = read(noun);
  return (
    noun.length > 2 && !/^(?:آن|این|بی)/.test(noun) && reading !== undefined && reading.isNoun && reading.cost < 1.3
  );
}

function isWord(word: string, lexicon: Lexicon): boolean {
  return word.length > 1 && lexicon.find(word).some(({ isNoun, isAdjective }) => isNoun || isAdjective);
}

function certain(first: string): Join {
  return { ...uncertain(first), isCertain: true };
}

/** Join loosely, unless the first word is Arabic: every writer treats «دایرة المعارف» as one word. */
function looseUnlessArabic(first: string): Join {
  return first.endsWith('ة') ? uncertain(first) : loose(first);
}

function loose(first: string): Join {
  return { ...uncertain(first), isLoose: true };
}

function uncertain(first: string): Join {
  return { joiner: isJoining(first) ? halfSpace : '', isCertain: false };
}
