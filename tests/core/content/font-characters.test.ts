import { describe, expect, it } from 'vitest';
import {
  fontCharacters,
  formatFontGap,
  joinFontGaps,
  missingCharacters,
} from '../../../src/core/content/font-characters.ts';

describe('the characters of the font', () => {
  it('are unique', () => {
    expect(new Set(fontCharacters).size).toBe([...fontCharacters].length);
  });

  it.each([
    ['Persian with half-spaces and marks', 'می‌خواهم؛ «۱٬۲۳۴٫۵» ۱۲٪، قرآنِ کریم، مسئلهٔ رأی'],
    ['names in Kurdish and Turkish', 'ڕۆژاڤا، کوردستانێ، Erdoğan، Işık، Zoë'],
    ['what no font of a newspaper has', '😀👍🏽 ← ☎ Москва 東京 ﷺ Ω שלום'],
    ['spaces, line ends and invisible characters', '\u00A0\t\n\u200C\u2066\uFEFF'],
  ])('lack nothing of %s', (_, text) => {
    expect(missingCharacters(text)).toBe('');
  });

  it('lack characters that are rare in their scripts, listed once and sorted', () => {
    expect(missingCharacters('Ḥāfeẓ ٹھ † Ḥāfeẓ')).toBe('āٹھḤẓ†');
  });
});

describe('the warning', () => {
  it('lists all characters and the first file that lacks some', () => {
    const gap = joinFontGaps([
      { characters: 'ā', file: 'content/articles/a.md' },
      { characters: 'āḤ', file: 'content/articles/b.md' },
    ]);
    expect(gap).toEqual({ characters: 'āḤ', file: 'content/articles/a.md' });
    expect(joinFontGaps([])).toBeUndefined();
    expect(formatFontGap(gap!, 'en')).toBe(
      'Warning: the font lacks ā (U+0101), Ḥ (U+1E24), which readers see in a fallback font, as in content/articles/a.md. To add them: src/core/fonts/characters.ts, then npm run font.',
    );
    expect(formatFontGap(gap!, 'fa')).toContain('ā (U+0101)، Ḥ (U+1E24)');
  });

  it('is one line, however much is missing', () => {
    const characters = [...'ĀāĂăĄąĆćĈĉĊċČč'].join('');
    expect(formatFontGap({ characters, file: 'a.md' }, 'en')).toMatch(/^[^\n]*\(U\+010B\) and more, which[^\n]*$/);
  });
});
