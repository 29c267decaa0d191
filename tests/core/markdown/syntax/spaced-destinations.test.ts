import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);

function childrenOf(markdown: string) {
  const [paragraph] = parseMarkdown(markdown).children;
  return paragraph && 'children' in paragraph ? paragraph.children : [];
}

describe('addresses with spaces', () => {
  it.each([
    ['![شهر](عکس من.jpg)', { type: 'image', alt: 'شهر', url: 'عکس من.jpg', title: null }],
    ['![شهر](عکس  دو  من.jpg "شرح | عکس")', { type: 'image', url: 'عکس  دو  من.jpg', title: 'شرح | عکس' }],
    ["![شهر]( عکس (۱) من.JPG 'شرح' )", { type: 'image', url: 'عکس (۱) من.JPG', title: 'شرح' }],
    ['![شهر](عکس من)', { type: 'image', url: 'عکس من' }],
    ['[گزارش](گزارش سالانه.pdf)', { type: 'link', url: 'گزارش سالانه.pdf' }],
    ['[گزارش](../07/خبر من.md#بخش)', { type: 'link', url: '../07/خبر من.md#بخش' }],
    ['[بخش](#بخش دوم)', { type: 'link', url: '#بخش دوم' }],
    ['[سایت](https://example.org/a b)', { type: 'link', url: 'https://example.org/a b' }],
    ['[تماس](tel:021 1234567)', { type: 'link', url: 'tel:021 1234567' }],
    ['[**متن** درشت](a b.pdf)', { type: 'link', children: [{ type: 'strong' }, { value: ' درشت' }] }],
  ])('are recognised in %s', (markdown, expected) => {
    expect(childrenOf(markdown)).toMatchObject([expected]);
  });

  it.each([
    '[او](رئیس جمهور) گفت',
    '[متن](توضیح در ۲.۵ متر)',
    '\\[گزارش](گزارش سالانه.pdf)',
    '[گزارش] (گزارش سالانه.pdf)',
    '[گزارش](گزارش سالانه.pdf',
    '[گزارش](گزارش\nسالانه.pdf)',
  ])('are not recognised in other text: %s', (markdown) => {
    expect(childrenOf(markdown).map(({ type }) => type)).not.toContain('link');
  });

  it.each([
    ['a title in parentheses', '[a](b.jpg (c d))', { url: 'b.jpg', title: 'c d' }],
    ['a title', '[a](b "c d.pdf")', { url: 'b', title: 'c d.pdf' }],
    ['an address in angle brackets', '[a](<b c.pdf>)', { url: 'b c.pdf' }],
  ])('are left to CommonMark for %s', (_, markdown, expected) =>
    expect(childrenOf(markdown)).toMatchObject([expected]),
  );

  it('are not recognised around another link', () => {
    expect(childrenOf('[الف [ب](پ ت.pdf) ث](ج چ.pdf)').map(({ type }) => type)).toEqual(['text', 'link', 'text']);
    expect(childrenOf('[![الف](ب پ.jpg)](ت ث.pdf)')).toMatchObject([{ type: 'link', children: [{ type: 'image' }] }]);
  });

  it(`are parsed like the same address in angle brackets (seed ${seed})`, () => {
    const word = fc.constantFrom('عکس', 'a', '۱', 'x-y', '(۲)', '%20', 'و', '&amp;', '*', '_');
    const names = fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => `${words.join(' ')}.jpg`);
    const titles = fc.constantFrom('', ' "شرح"', " 'شرح'");
    const withoutPositions = (markdown: string) =>
      JSON.parse(JSON.stringify(childrenOf(markdown), (key, value) => (key === 'position' ? undefined : value)));
    fc.assert(
      fc.property(fc.constantFrom('![', '['), names, titles, (start, name, title) => {
        expect(withoutPositions(`${start}متن](${name}${title})`)).toEqual(
          withoutPositions(`${start}متن](<${name}>${title})`),
        );
      }),
      { seed, numRuns: countRuns(300, 5000) },
    );
  });
});
