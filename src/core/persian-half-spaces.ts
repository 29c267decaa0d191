import { clauseWords, evenNouns, pluralEndings, rarelyIndefinite, rarelyPlural, singularMarkers } from './persian-affixes.ts';
import { isPair, joinOf } from './persian-joins.ts';
import { type Lexicon, removeHalfSpaces } from './persian-lexicon.ts';
import { createSpeller, isJoining, joinParts, type Reading, type Speller } from './persian-spelling.ts';
import { halfSpace } from './persian.ts';

/** A place in a text where a half-space (U+200C) is missing, or a space stands for it. */
export interface HalfSpaceProposal {
  /** Offsets of the words concerned, in UTF-16 units. */
  start: number;
  end: number;
  /** The words as they should be written. */
  proposed: string;
  /** `missing`: nothing stands where the half-space belongs; `space`: a space does. */
  kind: 'missing' | 'space';
  /** Whether the words can be nothing else, so that they may be changed without asking. */
  isCertain: boolean;
}

/** Finds where half-spaces are missing in a text. What can be read in two ways is left alone. */
export type HalfSpaceFinder = (text: string) => HalfSpaceProposal[];

/** Make the finder of a lexicon. It remembers the words that it has seen. */
export function createHalfSpaceFinder(lexicon: Lexicon): HalfSpaceFinder {
  const read = createSpeller(lexicon);
  return (text) => {
    const words = listWords(text);
    const spelled = words.map((word, at) => spell(word.text, contextOf(text, words, at), lexicon, read));
    const proposals: HalfSpaceProposal[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const start = at;
      let { text: proposed, isCertain } = spelled[at]!;
      for (; at + 1 < words.length && words[at + 1]!.isAfterSpace; at += 1) {
        const [one, and, two] = words.slice(at, at + 3);
        if (two?.isAfterSpace && isPair(one!.text, and!.text, two.text)) {
          proposed = `${joinParts(proposed, 'و')}${two.text}`;
          isCertain = false;
          at += 1;
          continue;
        }
        const join = joinOf(
          removeHalfSpaces(words[at]!.text),
          removeHalfSpaces(words[at + 1]!.text),
          contextOf(text, words, at + 1).next,
          lexicon,
          read,
        );
        if (!join) break;
        proposed += join.joiner + spelled[at + 1]!.text;
        isCertain &&= join.isCertain && spelled[at + 1]!.isCertain;
      }
      const first = words[start]!;
      const end = words[at]!.start + words[at]!.text.length;
      if (proposed !== text.slice(first.start, end)) {
        proposals.push({ start: first.start, end, proposed, kind: at > start ? 'space' : 'missing', isCertain });
      }
    }
    return proposals;
  };
}

/** Write a text with all the half-spaces that a finder proposes. */
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
  /** Whether one space, and nothing else, stands before it. */
  isAfterSpace: boolean;
}

interface Context {
  previous: string;
  /** `''` where the clause ends; nothing where a number or another script follows. */
  next: string | undefined;
}

interface Spelled {
  text: string;
  isCertain: boolean;
}

// Letters with vowel signs and half-spaces.
const word = /[\u0620-\u065F\u0670-\u06D3\u06D5](?:[\u0620-\u065F\u0670-\u06D3\u06D5]|\u200C(?=[\u0620-\u064A\u0670-\u06D3]))*/g;
const endingWords: ReadonlySet<string> = new Set(pluralEndings);
const shortest = 4;
const dearest = 2.4;
const margin = 0.3;

function listWords(text: string): TextWord[] {
  let end = -1;
  return [...text.matchAll(word)].map(({ 0: found, index }) => {
    const isAfterSpace = end >= 0 && index - end === 1 && /[ \u00A0]/.test(text.charAt(end));
    end = index + found.length;
    return { text: found, start: index, isAfterSpace };
  });
}

function contextOf(text: string, words: readonly TextWord[], at: number): Context {
  const { isAfterSpace, start, text: own } = words[at]!;
  const next = words[at + 1];
  const rest = text.slice(start + own.length, start + own.length + 2);
  return {
    previous: isAfterSpace ? words[at - 1]!.text : '',
    next: next?.isAfterSpace ? next.text : /^[.،؛:؟!»)\n]/.test(rest) ? '' : undefined,
  };
}

/** Spell a word; the parts between the half-spaces that it has are spelled one by one. */
function spell(text: string, context: Context, lexicon: Lexicon, read: Speller): Spelled {
  if (!text.includes(halfSpace)) return spellPart(text, context, lexicon, read);
  const letters = removeHalfSpaces(text);
  if (lexicon.find(letters).some((known) => known.text === text)) return { text, isCertain: true };
  const parts = text.split(halfSpace);
  const isVerb = /^ن?می$/.test(parts[0]!);
  const spelled = parts.map((part, at) =>
    at > 0 && (isVerb || part.length < 6) ? { text: part, isCertain: true } : spellPart(part, { previous: '', next: 'ها' }, lexicon, read),
  );
  return { text: spelled.map((part) => part.text).join(halfSpace), isCertain: spelled.every((part) => part.isCertain) };
}

function spellPart(letters: string, context: Context, lexicon: Lexicon, read: Speller): Spelled {
  const keep = { text: letters, isCertain: true };
  if (letters.length < shortest || endingWords.has(letters)) return keep;
  const [best, ...others] = read(letters);
  if (!best || best.cost > dearest) return keep;
  const rival = others.find((reading) => seen(reading.text) !== seen(best.text));
  const isClear = !rival || rival.cost - best.cost >= margin;
  const chosen = isClear ? best : weigh([best, rival], context, lexicon);
  if (!chosen || seen(chosen.text) === letters) return keep;
  return { text: chosen.text, isCertain: isClear && isSure(chosen) };
}

/** A word as readers see it: without the half-spaces after letters that do not join. */
function seen(text: string): string {
  return text.replace(/(.)\u200C/gu, (pair, letter: string) => (isJoining(letter) ? pair : letter));
}

function isSure({ text, cost, pluralOf }: Reading): boolean {
  return cost < 0.5 && (pluralOf !== undefined || /^(?:بر|باز|در|فرو|فرا|وا|سر)?ن?می\u200C/.test(text));
}

/**
 * Decide between a plural and an enclitic, such as «حرف‌های» and «حرفه‌ای»: by what stands around the word, then by how
 * much more often one of the two nouns is a part of compounds. Where that says nothing, nothing is chosen.
 */
function weigh(pair: readonly [Reading, Reading], { previous, next }: Context, lexicon: Lexicon): Reading | undefined {
  const plural = pair.find(({ pluralOf }) => pluralOf !== undefined);
  const enclitic = pair.find(({ encliticOf }) => encliticOf !== undefined);
  if (!plural || !enclitic) return undefined;
  if (plural.text.endsWith('های') && (next === '' || clauseWords.has(next ?? '') || singularMarkers.has(previous))) return enclitic;
  if (!isJoining(plural.pluralOf!)) return rarelyPlural.has(plural.pluralOf!) ? enclitic : plural;
  if (rarelyIndefinite.has(enclitic.encliticOf!)) return plural;
  if (rarelyPlural.has(plural.pluralOf!)) return enclitic;
  // «بیانی» is an adjective of «بیانیه».
  if (plural.pluralOf!.endsWith('ی')) return enclitic;
  if (evenNouns.has(plural.pluralOf!)) return undefined;
  const count = (text: string): number => lexicon.countCompounds(text) + 1;
  const ratio = count(plural.pluralOf!) / count(enclitic.encliticOf!);
  return ratio > oddsOfClear ? plural : ratio < 1 / oddsOfClear ? enclitic : undefined;
}

const oddsOfClear = 2.7;
