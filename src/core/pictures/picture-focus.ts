import { type PictureFocus, pictureFocuses } from '../article.ts';
import { normalizeText } from '../text/persian.ts';

const words: Readonly<Record<string, string>> = { بالا: 'top', پایین: 'bottom', چپ: 'left', راست: 'right' };

/**
 * Find which part of a picture stays, in any of its spellings: one or two words, in any order.
 *
 * @example findPictureFocus('راست و بالا') // 'top right'
 */
export function findPictureFocus(spelling: string): PictureFocus | undefined {
  const parts = normalizeText(spelling)
    .toLowerCase()
    .split(/[\s\u200C,،-]+/)
    .filter((part) => part !== '' && part !== 'و')
    .map((part) => words[part] ?? part);
  const isSame = (focus: string): boolean => parts.toSorted().join(' ') === focus.split(' ').toSorted().join(' ');
  return pictureFocuses.find(isSame);
}
