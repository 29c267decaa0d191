import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitForeign, splitProse } from '../../../src/core/text/prose.ts';

const seed = 14050909;
const kept = (text: string): string[] => splitProse(text).flatMap((part) => (part.isProse ? [] : [part.text]));

describe('splitProse', () => {
  it.each([
    ['دما $t_1$ است', ['$t_1$']],
    ['بهای آن $5 و $12 است', []],
    ['بهای آن $5 و $۱۲ است', []],
    ['$$\nx^2\n$$', ['$$\nx^2\n$$']],
    ['$ x$ و $y $', []],
    ['نشانی https://example.org/a?b=1 است', ['https://example.org/a?b=1']],
    ['«www.example.org»', ['www.example.org']],
    ['به news@example.org بنویسید', ['news@example.org']],
    ['در example.org/news بخوانید', ['example.org/news']],
    ['نسخه ۲.۵ یا/و', []],
    [':::note\nمتن\n:::', [':::note', ':::']],
    ['::video[فیلم]', ['::video[فیلم]']],
    ['{#id .class}', ['{#id .class}']],
    ['متن {#id} و { #متن}', ['{#id}', '{ #متن}']],
    ['متن {{< map "12, ي" >}} و {{ a }}', ['{{< map "12, ي" >}}', '{{ a }}']],
    ['[gallery ids="1,2"] و [[صفحه]] و [متن]', ['[gallery ids="1,2"]', '[[صفحه]]']],
    ['متن[^1] و [^یادداشت]', ['[^1]', '[^یادداشت]']],
    ['متن [x]', []],
  ])('keeps of %j what is no prose', (text, parts) => expect(kept(text)).toEqual(parts));

  it(`loses nothing, and makes no empty part (seed ${seed})`, () => {
    const pieces = fc.constantFrom(
      'خبر',
      ' ',
      '$',
      'x',
      '5',
      '::',
      '{#',
      '}',
      '[^',
      ']',
      'www.',
      '@',
      '/',
      '.',
      '\n',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (list) => {
        const text = list.join('');
        const parts = splitProse(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        if (text !== '') expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('character references', () => {
  it.each(['&#8211;', '&#x2013;', '&nbsp;', '&frac12;'])('leaves %s as written', (reference) => {
    expect(splitProse(`زلزله ${reference} تبریز 12`)).toEqual([
      { text: 'زلزله ', isProse: true },
      { text: reference, isProse: false },
      { text: ' تبریز 12', isProse: true },
    ]);
  });

  it.each(['AT&T; 12', 'a & b;', '& 12;', '&# 12;'])('treats %s as prose', (text) => {
    expect(splitProse(text.replace('&T;', '& T;')).every(({ isProse }) => isProse)).toBe(true);
  });
});

describe('splitForeign', () => {
  it.each(['{{< a {{% b %}}', '[[a]] {% b %} :::c', '@[a](b)\n:::c\nimport a from "b"', 'متن'])(
    'preserves all of %j',
    (text) => {
      const parts = splitForeign(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
    },
  );
});
