import { memoize } from '../../text/memoize.ts';

/*
 * How Latin letters are written in Persian, in names and in Persian with Latin letters («فینگلیش»): «letters:Persian,
 * Persian=cost». An empty Persian part is a letter that is not written. «^» is the beginning of a word, «$» its end.
 */
const rules = readRules(
  'b:ب c:ک,س,چ=.6 d:د f:ف g:گ,ج=.3,ق=.3,غ=.3 h:ه,ح,=.4 j:ج,ژ=.2,ی=.5 k:ک,ق=.4,خ=.6 l:ل m:م n:ن p:پ q:ق,غ=.2,ک=.2 r:ر ' +
    's:س,ص=.1,ث=.2,ز=.4,ز$=.2,ش=.5 t:ت,ط=.1 v:و,ف=.5 w:و y:ی,ای=.1,=.4,یا$=.3,و=.25 z:ز,ذ=.15,ض=.15,ظ=.15 x:کس,ز=.5 ' +
    'sh:ش ch:چ,ش=.4,خ=.4,ک=.4 kh:خ gh:ق,غ zh:ژ th:ت,ث=.1,ذ=.3 ph:ف ck:ک cc:کس=.1,چ=.3 sch:ش tch:چ qu:کو,ک=.2 wh:و ts:تس dj:ج ' +
    'a:ا,=.15,ه$,ع^=.1,ع=.2,ی=.5,و=.6,عا=.2 aa:ا e:,ه$,ا^,ه=.1,ی=.25,ع=.2,ا=.4,یی=.2 i:ی,ای,=.2,ا^=.1,ع=.3,یی=.1 ' +
    'o:و,=.1,ا^=.1,او^,ع=.3,ا=.35 u:و,=.2,ا=.3,یو^,یو=.2,او^,ع=.3,ی=.5 ee:ی,ای^ oo:و,او^ ou:و,او^ ow:او,و=.1 au:ا,او,و=.2 ' +
    'aw:او ea:ی,ه$=.1,یا,=.3 ei:ی,ای,یی=.05,=.3 ey:ی,یه$=.2,ای ay:ی,ای ai:ی,ای,=.4 ie:ی,یه oa:و eu:و,یو io:یو,یون=.9 ia:یا,یه$',
);
/** Persian letters without a Latin one. */
const unwritten: Readonly<Record<string, number>> = { ع: 0.3, ا: 0.6, ی: 0.6, و: 0.6, ه: 0.6 };
/** Before two consonants, Persian begins a word with a vowel: «استنفورد». */
const helpingVowel = 0.15;
const other = 1;

interface Rule {
  persian: string;
  cost: number;
  place: string | undefined;
}

function readRules(text: string): ReadonlyMap<string, readonly Rule[]> {
  return new Map(
    text.split(' ').map((entry): [string, Rule[]] => {
      const [latin, ways] = entry.split(':') as [string, string];
      return [
        latin,
        ways.split(',').map((way) => {
          const [, persian = '', place, cost = 0] = /^([^^$=]*)([$^]?)(?:=(.*))?$/.exec(way)!;
          return { persian, place: place || undefined, cost: Number(cost) };
        }),
      ];
    }),
  );
}

const longestRule = 3;

/**
 * Estimate how far a Persian word is from being the pronunciation of a Latin one: 0 if each letter has its usual
 * counterpart, about 1 for each letter without one. Vowels may be left out, as Persian does.
 *
 * @param latin In lower case, without accents.
 * @param persian Folded.
 * @param limit The result is above it if the cost is; then the exact number is not computed.
 * @example transliterationCost('tehran', 'تهران', 1) // 0
 */
export function transliterationCost(latin: string, persian: string, limit: number): number {
  const [rows, columns] = [latin.length, persian.length];
  if (columns > rows + 2 || 3 * columns < rows || !canBegin(latin, persian)) return limit + 1;
  const costs = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY));
  costs[0]![0] = 0;
  for (let row = 0; row <= rows; row++) {
    let least = Number.POSITIVE_INFINITY;
    for (let column = 0; column <= columns; column++) {
      const cost = costs[row]![column]!;
      if (cost > limit) continue;
      if (cost < least) least = cost;
      const reach = (toRow: number, toColumn: number, step: number): void => {
        if (cost + step < costs[toRow]![toColumn]!) costs[toRow]![toColumn] = cost + step;
      };
      if (column < columns) reach(row, column + 1, insertionCost(latin, persian, row, column));
      if (row === rows) continue;
      // Doubled consonants are written once.
      reach(row + 1, column, latin[row] === latin[row - 1] && !/[aeiou]/.test(latin[row]!) ? 0 : other);
      for (let length = 1; length <= Math.min(longestRule, rows - row); length++) {
        for (const { persian: letters, cost: step, place } of rules.get(latin.slice(row, row + length)) ?? []) {
          if (place === '^' && row > 0) continue;
          if (place === '$' && row + length < rows) continue;
          if (persian.startsWith(letters, column)) reach(row + length, column + letters.length, step);
        }
      }
    }
    if (least === Number.POSITIVE_INFINITY && row < rows && isBeyond(costs, row, limit)) return limit + 1;
  }
  return costs[rows]![columns]!;
}

/** Whether a Persian word begins with a letter of a Latin one, which saves the estimate for most words. */
function canBegin(latin: string, persian: string): boolean {
  return /^[aeiou]/.test(latin)
    ? /^[اعیوه]/.test(persian)
    : persian.startsWith('ا') || beginnings(latin.slice(0, longestRule)).includes(persian[0] ?? '');
}

const beginnings = memoize(100, (latin: string): string =>
  [1, 2, longestRule]
    .flatMap((length) => rules.get(latin.slice(0, length))?.map(({ persian }) => persian[0] ?? latin) ?? [])
    .join(''),
);

/** Whether no later row can be reached within the limit. */
function isBeyond(costs: readonly Float64Array[], row: number, limit: number): boolean {
  return costs.slice(row, row + longestRule + 1).every((each) => each.every((cost) => cost > limit));
}

function insertionCost(latin: string, persian: string, row: number, column: number): number {
  const letter = persian[column]!;
  if (row === 0 && column === 0 && letter === 'ا' && /^[^aeiou]{2}/.test(latin)) return helpingVowel;
  return unwritten[letter] ?? other;
}

/** Names of the Latin letters in Persian. */
const names = 'ای بی سی دی ای اف جی اچ آی جی کی ال ام ان او پی کیو آر اس تی یو وی دبلیو ایکس وای زد'.split(' ');

/**
 * Spell an abbreviation by the names of its letters, as Persian writes many.
 *
 * @param latin In lower case; only a–z.
 * @example spellLetters('bbc') // 'بی‌بی‌سی'
 */
export function spellLetters(latin: string): string {
  return [...latin].map((letter) => names[letter.charCodeAt(0) - 'a'.charCodeAt(0)]).join('\u200C');
}
