import { describe, expect, it } from 'vitest';
import { insertText } from '../../../src/core/paste/insert-text.ts';

describe('insertText', () => {
  it.each([
    ['✂', 'نو'],
    ['یک\n\n✂\n\nدو', 'یک\n\nنو\n\nدو'],
    ['یک ✂ دو', 'یک\n\nنو\n\nدو'],
    ['یک✂', 'یک\n\nنو'],
    ['- یک✂\n- دو\n\nسه', '- یک\n- دو\n\nنو\n\nسه'],
    ['## سر✂تیتر\n\nدو', '## سرتیتر\n\nنو\n\nدو'],
    ['| الف✂ |\n| --- |\n| ب |', '| الف |\n| --- |\n| ب |\n\nنو'],
    ['> نقل✂ قول', '> نقل قول\n\nنو'],
  ])('splits paragraphs and follows other blocks: %j', (text, expected) => {
    expect(insertText(text, '✂', 'نو\n')).toBe(expected);
  });

  it('gives no number of a footnote twice', () => {
    expect(insertText('یک[^2]✂\n\n[^2]: دو', '✂', 'سه[^1]\n\n[^1]: چهار')).toBe(
      'یک[^2]\n\nسه[^3]\n\n[^3]: چهار\n\n[^2]: دو',
    );
  });
});
