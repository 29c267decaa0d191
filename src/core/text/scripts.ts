import { toLatinDigits } from './persian.ts';

/**
 * Write a superscript or subscript without markup: in Unicode's characters if it has all of them, numbers and formulas
 * otherwise with a sign (`^`, `_`), and anything else as it is.
 *
 * @example writeScript('sup', '۶') // '⁶'
 * @example writeScript('sup', 'x/2') // '^(x/2)'
 * @example writeScript('sub', 'کل') // 'کل'
 */
export function writeScript(kind: 'sup' | 'sub', text: string): string {
  const plain = toLatinDigits(text).replaceAll('−', '-');
  const table = kind === 'sup' ? superscripts : subscripts;
  const characters = Array.from(plain, (character) => table.get(character));
  // Letters alone are an abbreviation, as in «1st», unless they are a variable.
  if (characters.every((character) => character !== undefined) && /^.?$|[^a-z]/.test(plain)) return characters.join('');
  if (!formula.test(plain)) return text;
  const sign = kind === 'sup' ? '^' : '_';
  return /^-?[\p{L}\d]+$/u.test(plain) ? sign + text : `${sign}(${text})`;
}

const superscripts = createTable('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const subscripts = createTable('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
/** A number or an expression; words of more than three letters are none. */
const formula = /^(?=.*[\d+=*/^-]|.$)(?:[\d.,٫٬+=*/^() -]|\p{Script=Latin}{1,3}(?!\p{L}))+$/u;

function createTable(from: string, to: string): ReadonlyMap<string, string> {
  const characters = [...to];
  return new Map([...from].map((character, index) => [character, characters[index]!]));
}
