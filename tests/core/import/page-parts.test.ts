import { describe, expect, it } from 'vitest';
import { splitPage } from '../../../src/core/import/page-parts.ts';

const paragraph = 'این بند خبر است و بیش از هشت واژه دارد تا بند شمرده شود.';
const other = 'بند دیگر خبر نیز چنین است و با نقطه به پایان می‌رسد.';
const page = (...lines: string[]) => splitPage(lines.join('\n'));

describe('the parts of a scraped page', () => {
  it('are the lines above the text, the text, and labelled values', () => {
    const { head, body, values } = page(
      'خانه',
      'پل تازه باز شد',
      '',
      paragraph,
      '',
      other,
      '',
      'منبع: ایسنا',
      'برچسب‌ها: پل، شهر',
    );
    expect(head).toEqual(expect.arrayContaining(['پل تازه باز شد']));
    expect(body).toEqual([paragraph, other]);
    expect([values.source, values.tags]).toEqual([['ایسنا'], ['پل، شهر']]);
  });

  it('take a stamp off the line that it opens', () => {
    expect(page(`date 2025-10-16 ${paragraph}`)).toMatchObject({ body: [paragraph], values: { date: ['2025-10-16'] } });
  });

  it('hold titles of related news apart from the text', () => {
    const { body, related } = page('پل تازه', paragraph, other, 'خبرهای مرتبط', '- پل کهنه بسته شد');
    expect(body).toEqual([paragraph, other]);
    expect(related).toEqual(['پل کهنه بسته شد']);
  });

  it('end with the text: comments are none of it', () => {
    const { body, leftOut } = page('پل تازه', paragraph, other, 'نظرات', paragraph, 'منبع: خواننده');
    expect(body).toEqual([paragraph, other]);
    expect(leftOut).toBe(3);
  });

  it('of a text of short lines are a headline and the rest', () => {
    expect(page('پل تازه', 'باز شد', 'امروز')).toMatchObject({ head: ['پل تازه'], body: ['باز شد', 'امروز'] });
    expect(page('پل تازه')).toMatchObject({ head: [], body: ['پل تازه'] });
  });
});
