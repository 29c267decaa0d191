import {
  boundParts,
  comparable,
  degreeEndings,
  enclitics,
  freeParts,
  joinedDegrees,
  pluralEndings,
  prefixes,
  spokenForms,
  unbendable,
} from './persian-affixes.ts';
import { type Lexicon, removeHalfSpaces } from './persian-lexicon.ts';
import { isJoining, joinParts, type Speller } from './persian-spelling.ts';
import { halfSpace } from './persian.ts';

/** What belongs in the place of a space. */
export interface Join {
  /** A half-space (U+200C), or nothing where it could not be seen. */
  joiner: '' | typeof halfSpace;
  /** Whether the two words can be nothing else. */
  isCertain: boolean;
}

/**
 * Tell whether two words with a space between them are one word, as in «می شود», «کتاب ها» and «برنامه ریزی».
 *
 * @param next The word after them, or `''` where the clause ends.
 */
export function joinOf(first: string, second: string, next: string, lexicon: Lexicon, read: Speller): Join | undefined {
  return (
    joinVerb(first, second, lexicon) ??
    joinEnding(first, second, lexicon, read) ??
    joinEnclitic(first, second, next, read) ??
    joinCompound(first, second, next, lexicon)
  );
}

const plurals: ReadonlySet<string> = new Set(pluralEndings.map(removeHalfSpaces));
const degrees: ReadonlySet<string> = new Set(degreeEndings.map(removeHalfSpaces));
const encliticSet: ReadonlySet<string> = new Set(enclitics);

function joinVerb(first: string, second: string, lexicon: Lexicon): Join | undefined {
  const stem = /(?:^|بر|باز|در|فرو|فرا|وا|سر)(ن?می)$/.exec(first);
  if (!stem) return undefined;
  const isKnown = lexicon.find(stem[1]! + second).some(({ text }) => text === stem[1]! + halfSpace + second);
  return isKnown || spokenForms.has(second) ? certain(first, second) : undefined;
}

function joinEnding(first: string, second: string, lexicon: Lexicon, read: Speller): Join | undefined {
  if (first.length < 2 || unbendable.has(first)) return undefined;
  if (plurals.has(second)) return certain(first, second);
  if (!degrees.has(second)) return undefined;
  if (joinedDegrees.has(first + second)) return { joiner: '', isCertain: false };
  const isComparable = comparable.has(first) || read(first).some(({ isAdjective }) => isAdjective);
  if (isComparable) return certain(first, second);
  return second.startsWith('ترین') && lexicon.find(first).length > 0 ? uncertain(first, second) : undefined;
}

function joinEnclitic(first: string, second: string, next: string, read: Speller): Join | undefined {
  if (!encliticSet.has(second) || !/[هی]$/.test(first) || first.length < 3 || unbendable.has(first)) return undefined;
  const [reading] = read(first);
  if (!reading || reading.cost > 2) return undefined;
  if (first.endsWith('ی')) {
    const takes = reading.isNoun || reading.isAdjective;
    return takes && second !== 'ات' && second !== 'ای' ? uncertain(first, second) : undefined;
  }
  // «ای» calls somebody where a name follows; «اش» and «ام» hardly mean anything by themselves.
  return { ...uncertain(first, second), isCertain: /^(?:اند|ایم|اید)$/.test(second) || next === '' };
}

function joinCompound(first: string, second: string, next: string, lexicon: Lexicon): Join | undefined {
  const known = lexicon.find(first + second);
  const isKnown = known.some(({ text }) => text === first + halfSpace + second);
  if (boundParts.has(second) && (isKnown || isWord(first, lexicon))) return uncertain(first, second);
  if (!isKnown) return undefined;
  if (participles.test(second)) return undefined;
  if (first === 'بی' || (prefixes.has(first) && !determiners.has(first))) return uncertain(first, second);
  return freeParts.has(second) && !determiners.has(first) ? uncertain(first, second) : undefined;
}

const participles = /^(?:زده|شده|کرده|خورده|دیده|داده|رفته|گرفته|یافته|کشیده|نشده|آمده|مانده)$/;
const determiners: ReadonlySet<string> = new Set(['یک', 'این', 'آن', 'هر', 'هیچ', 'همان', 'همین', 'به']);

function isWord(word: string, lexicon: Lexicon): boolean {
  return word.length > 1 && lexicon.find(word).some(({ isNoun, isAdjective }) => isNoun || isAdjective);
}

function certain(first: string, second: string): Join {
  return { ...uncertain(first, second), isCertain: true };
}

function uncertain(first: string, second: string): Join {
  return { joiner: joinParts(first, second) === first + second || !isJoining(first) ? '' : halfSpace, isCertain: false };
}
