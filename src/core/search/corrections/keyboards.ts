/*
 * The keys of a Latin keyboard, and the letters on them in the Persian layouts of Windows: the standard one (ISIRI
 * 9147) and the older one, which differ in پ, ژ and ئ.
 */
const keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,\\`";
const layouts = ['ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپوژپ', 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئوپپ'];
const shiftKeys = 'HCSADFGJM';
const shifted = 'آژئؤإأإةء';

/**
 * Read text that was typed on Latin keys as it would be on Persian ones, in each layout. Digits, spaces and keys without
 * a letter stay.
 *
 * @example readAsPersian('jivhk')[0] // 'تهران'
 */
export function readAsPersian(typed: string): string[] {
  const isAllUpper = typed === typed.toUpperCase();
  const read = (letters: string): string =>
    [...typed]
      .map((key) => {
        const shift = isAllUpper ? -1 : shiftKeys.indexOf(key);
        const at = keys.indexOf(key.toLowerCase());
        return shift >= 0 ? shifted[shift]! : at >= 0 ? letters[at]! : key;
      })
      .join('');
  return [...new Set(layouts.map(read))];
}

/**
 * Read text that was typed on Persian keys as it would be on Latin ones, in each layout.
 *
 * @example readAsLatin('حثقسحخمهس')[0] // 'perspolis'
 */
export function readAsLatin(typed: string): string[] {
  const plain = typed
    .replace(/[ي\u0649]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/\u200C/g, '');
  const read = (letters: string): string =>
    [...plain]
      .map((letter) => {
        const shift = shifted.indexOf(letter);
        const at = letters.indexOf(letter);
        return at >= 0 ? keys[at]! : shift >= 0 ? shiftKeys[shift]!.toLowerCase() : letter;
      })
      .join('');
  return [...new Set(layouts.map(read))];
}
