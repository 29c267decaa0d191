import { beforeMay, pluralEndings } from './affixes.ts';
import { countLetters, letterNames } from './abbreviations.ts';
import { beforeSurname } from './given-names.ts';
import { isPair, isVerbPrefix, joinOf } from './spaced-words.ts';
import { isJoining, joinParts, removeHalfSpaces, visibleForm } from './joining.ts';
import type { Lexicon } from './lexicon.ts';
import { choosePlural, type WordContext } from './plurals.ts';
import type { Reading, Speller } from './reading.ts';
import { createSpeller } from './joined-words.ts';
import { halfSpace } from '../text/persian.ts';

/** A place in a text where a half-space (U+200C) is missing or was written as a space. */
export interface HalfSpaceProposal {
  /** Range of the words concerned, in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
  /** The words in their proposed spelling. */
  proposed: string;
  /** `missing`: there is nothing in place of the half-space; `space`: there is a space. */
  kind: 'missing' | 'space';
  /** Whether no other reading is possible, so that the words may be changed without review. */
  isCertain: boolean;
}

/** Finds missing half-spaces in a text. Ambiguous words are skipped. */
export type HalfSpaceFinder = (text: string) => HalfSpaceProposal[];

/**
 * Create the finder for a lexicon. It caches the readings of words.
 *
 * @example createHalfSpaceFinder(lexicon)('میشود')[0]?.proposed // 'می‌شود'
 */
export function createHalfSpaceFinder(lexicon: Lexicon): HalfSpaceFinder {
  const read = createSpeller(lexicon);
  return (text) => {
    const words = listWords(text);
    const edited = words.filter((each) => each.text.includes(halfSpace)).length;
    const spelled = words.map((each, at) => {
      const isEdited = edited > (each.text.includes(halfSpace) ? 1 : 0);
      return spell(each.text, () => contextOf(text, words, at), lexicon, read, isEdited);
    });
    const proposals: HalfSpaceProposal[] = [];
    const loose = new Set<HalfSpaceProposal>();
    let hasLostToSpaces = false;
    for (let at = 0; at < words.length; at += 1) {
      const start = words[at]!.start;
      let { text: proposed, isCertain } = spelled[at]!;
      let joined = joinNext(proposed, text, words, at, lexicon, read);
      const kind = joined ? 'space' : 'missing';
      let isLoose = false;
      for (; joined; joined = joinNext(proposed, text, words, at, lexicon, read)) {
        at += joined.count;
        const last = spelled[at]!;
        proposed = proposed + joined.joiner + last.text;
        isCertain &&= joined.isCertain && last.isCertain;
        isLoose ||= joined.isLoose ?? false;
        hasLostToSpaces ||= joined.isCertain;
      }
      const end = words[at]!.start + words[at]!.text.length;
      if (proposed === text.slice(start, end)) continue;
      const proposal = { start, end, proposed, kind, isCertain } as const;
      proposals.push(proposal);
      if (isLoose) loose.add(proposal);
    }
    // Spaces are intentional in a text that has half-spaces, or has lost them with nothing in their place.
    const meansSpaces =
      !hasLostToSpaces && (text.includes(halfSpace) || proposals.some(({ kind }) => kind === 'missing'));
    return meansSpaces ? proposals.filter((proposal) => !loose.has(proposal)) : proposals;
  };
}

/** Apply all proposals of a finder to a text. */
export function restoreHalfSpaces(text: string, find: HalfSpaceFinder): string {
  let written = '';
  let end = 0;
  for (const proposal of find(text)) {
    written += text.slice(end, proposal.start) + proposal.proposed;
    end = proposal.end;
  }
  return written + text.slice(end);
}

interface TextWord {
  text: string;
  start: number;
  /** Whether it is preceded by exactly one space. */
  isAfterSpace: boolean;
}

interface Spelled {
  text: string;
  isCertain: boolean;
}

// Letters with vowel signs, and half-spaces between them.
const word =
  /[\u0620-\u065F\u0670-\u06D3\u06D5](?:[\u0620-\u065F\u0670-\u06D3\u06D5]|\u200C(?=[\u0620-\u064A]|[\u0670-\u06D3]))*/g;
const endings: ReadonlySet<string> = new Set(pluralEndings);
const minLength = 4;
const longestAbbreviation = 7;
/** The highest cost of a reading that is proposed, and how much cheaper than every alternative it must be. */
const maxCost = 2.4;
/**
 * The highest cost in a text with half-spaces in other words, which has not lost them: compounds that no dictionary
 * has, or that it also has in joined form, stay as written.
 */
const maxCostIfEdited = 1.1;
const minMargin = 0.3;

function listWords(text: string): TextWord[] {
  let end = -1;
  return [...text.matchAll(word)].map(({ 0: found, index }) => {
    const isAfterSpace = end >= 0 && index - end === 1 && /[ \u00A0]/.test(text.charAt(end));
    end = index + found.length;
    return { text: found, start: index, isAfterSpace };
  });
}

function contextOf(text: string, words: readonly TextWord[], at: number): WordContext {
  const { isAfterSpace, start, text: own } = words[at]!;
  const next = words[at + 1];
  const [, mark, digit] =
    /^(?:([.،؛:؟!»)\n])|[ \u00A0]([0-9۰-۹٠-٩]))/.exec(text.slice(start + own.length).slice(0, 2)) ?? [];
  return {
    previous: isAfterSpace ? words[at - 1]!.text : '',
    next: next?.isAfterSpace ? next.text : mark === undefined ? digit : '',
  };
}

/** Find how a word joins the ones after it: the characters in between, and the number of words added. */
function joinNext(
  word: string,
  text: string,
  words: readonly TextWord[],
  at: number,
  lexicon: Lexicon,
  read: Speller,
): { joiner: string; isCertain: boolean; isLoose?: boolean; count: number } | undefined {
  const [second, third] = words.slice(at + 1, at + 3);
  if (!second?.isAfterSpace) return undefined;
  const abbreviation = joinLetters(word, words, at);
  if (abbreviation) return abbreviation;
  if (isMonth(word, text, words, at)) return undefined;
  if (third?.isAfterSpace && isPair(word, second.text, third.text)) {
    return { joiner: joinParts(word, second.text).slice(word.length), isCertain: false, isLoose: true, count: 2 };
  }
  const letters = removeHalfSpaces(second.text);
  const next = (): string | undefined => contextOf(text, words, at + 1).next;
  const join = joinOf(removeHalfSpaces(word), letters, next, lexicon, read);
  if (join || !word.includes(halfSpace)) return join && { ...join, count: 1 };
  const part = word.slice(word.lastIndexOf(halfSpace) + 1);
  const last = isVerbPrefix(part) || part === 'بی' ? undefined : joinOf(part, letters, next, lexicon, read);
  return last && { ...last, count: 1 };
}

/** Join the letters of an abbreviation, some of which may already be joined: «بی‌بی سی». */
function joinLetters(
  word: string,
  words: readonly TextWord[],
  at: number,
): { joiner: string; isCertain: boolean; count: number } | undefined {
  const parts = word.split(halfSpace);
  // Every abbreviation begins with the name of a letter, and few words do.
  if (!letterNames.has(parts[0]!)) return undefined;
  const following = words.slice(at + 1, at + longestAbbreviation);
  const end = following.findIndex(({ isAfterSpace }) => !isAfterSpace);
  const spaced = following.slice(0, end === -1 ? undefined : end).map(({ text }) => text);
  const count = countLetters([...parts, ...spaced]) - parts.length;
  if (count < 1) return undefined;
  const joined = spaced.slice(0, count - 1).reduce(joinParts, word);
  return { joiner: joined.slice(word.length) + (isJoining(joined) ? halfSpace : ''), isCertain: false, count };
}

/** Return whether «می» is the month of May: «در ماه می», «۱۵ می», «نیمهٔ می». */
function isMonth(word: string, text: string, words: readonly TextWord[], at: number): boolean {
  if (word !== 'می') return false;
  const { start, isAfterSpace } = words[at]!;
  return (
    /[0-9۰-۹٠-٩][ \u00A0]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    (isAfterSpace && beforeMay.has(removeHalfSpaces(words[at - 1]!.text)))
  );
}

/** Spell a word; if it has half-spaces, the parts between them are spelled separately. */
function spell(text: string, context: () => WordContext, lexicon: Lexicon, read: Speller, isEdited: boolean): Spelled {
  if (!text.includes(halfSpace)) return spellPart(text, context, lexicon, read, isEdited);
  if (lexicon.find(removeHalfSpaces(text)).some((known) => known.text === text)) return { text, isCertain: true };
  const parts = text.split(halfSpace);
  const isVerb = /^ن?می$/.test(parts[0]!);
  const spelled = parts.map((part, at) =>
    at > 0 && (isVerb || part.length < longestEnding)
      ? { text: part, isCertain: true }
      : spellPart(part, () => noContext, lexicon, read, isEdited),
  );
  return { text: spelled.map((part) => part.text).join(halfSpace), isCertain: spelled.every((part) => part.isCertain) };
}

const noContext: WordContext = { previous: '', next: undefined };
/** Parts after a half-space that are shorter than this are endings. */
const longestEnding = 6;

function spellPart(
  letters: string,
  context: () => WordContext,
  lexicon: Lexicon,
  read: Speller,
  isEdited: boolean,
): Spelled {
  const unchanged = { text: letters, isCertain: true };
  if (letters.length < minLength || endings.has(letters) || isPlainWord(letters, lexicon)) return unchanged;
  const [best, ...others] = read(letters);
  if (!best || best.cost > (isEdited ? maxCostIfEdited : maxCost)) return unchanged;
  if (isEdited && isVariant(best, letters, lexicon)) return unchanged;
  // The word after a given name is a surname, which has its own spelling: «محسن کوهکن».
  if (isEdited && isPlainCompound(best) && beforeSurname.has(context().previous)) return unchanged;
  const rival = others.find((reading) => visibleForm(reading.text) !== visibleForm(best.text));
  const isClear = !rival || rival.cost - best.cost >= minMargin;
  const chosen = isClear ? best : choosePlural([best, rival], context(), lexicon);
  if (!chosen || visibleForm(chosen.text) === letters) return unchanged;
  return { text: chosen.text, isCertain: isClear && isSure(chosen) };
}

/** Most words are in the lexicon and need no further reading unless they could be plurals or comparatives. */
function isPlainWord(letters: string, lexicon: Lexicon): boolean {
  const found = lexicon.find(letters);
  return found.length === 1 && found[0]!.text === letters && !/ها|تر/.test(letters);
}

/** Return whether a reading is a compound of two words, neither inflected nor Arabic («علیه‌السلام»). */
function isPlainCompound({ text, pluralOf }: Reading): boolean {
  return pluralOf === undefined && !verb.test(text) && !/\u200C(?:ال|ا[میشت]|ای[مد]|اند)/.test(text);
}

/** Return whether the dictionary also has a compound in joined form. Verbs and plurals have only one right spelling. */
function isVariant({ text, cost, pluralOf }: Reading, letters: string, lexicon: Lexicon): boolean {
  if (pluralOf !== undefined || verb.test(text)) return false;
  // A negative cost was lowered to favour this spelling: «سرخ‌پوشان».
  return cost < 0 || lexicon.find(letters).some((known) => known.text === letters);
}

const verb = /^(?:بر|باز|در|فرو|فرا|وا|سر)?ن?می\u200C/;

function isSure({ text, cost, pluralOf }: Reading): boolean {
  return cost < 0.5 && (pluralOf !== undefined || verb.test(text));
}
