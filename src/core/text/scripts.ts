import { toLatinDigits } from './persian.ts';

/**
 * Write a superscript or subscript without markup: in Unicode characters if all of them exist; otherwise numbers and
 * formulas get a `^` or `_`, and any other text is unchanged.
 *
 * @example writeScript('sup', '۶') // '⁶'
 * @example writeScript('sup', 'x/2') // '^(x/2)'
 * @example writeScript('sub', 'کل') // 'کل'
 */
export function writeScript(kind: 'sup' | 'sub', text: string): string {
  const plain = plainOf(text);
  const characters = scriptOf(kind, text);
  // Several letters are an abbreviation, as in «1st»; a single one is a variable.
  if (characters !== undefined && /^.?$|[^a-z]/.test(plain)) return characters;
  if (!formula.test(plain)) return text;
  const sign = kind === 'sup' ? '^' : '_';
  return /^-?[\p{L}\d]+$/u.test(plain) ? sign + text : `${sign}(${text})`;
}

/** Convert a text to Unicode's superscript or subscript characters; `undefined` if one of them does not exist. */
export function scriptOf(kind: 'sup' | 'sub', text: string): string | undefined {
  const table = kind === 'sup' ? superscripts : subscripts;
  const characters = Array.from(plainOf(text), (character) => table.get(character));
  return characters.includes(undefined) ? undefined : characters.join('');
}

function plainOf(text: string): string {
  return toLatinDigits(text).replaceAll('−', '-');
}

const superscripts = createTable('0123456789+-=()ni′″', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ′″');
const subscripts = createTable('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
/** A number or an expression without words of more than three letters. */
const formula = /^(?=.*[\d+=*/^-]|.$)(?:[\d.,٫٬+=*/^() -]|\p{Script=Latin}{1,3}(?!\p{L}))+$/u;

function createTable(from: string, to: string): ReadonlyMap<string, string> {
  const characters = [...to];
  return new Map([...from].map((character, index) => [character, characters[index]!]));
}
