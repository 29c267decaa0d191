import { expect, it } from 'vitest';
import { textFields, withoutTexts } from '../../../src/core/proofreading/source-fields.ts';

const data = {
  title: 'عنوان',
  date: '1404/07/24',
  tags: ['شهر', 'مترو'],
  source: { name: 'ایسنا', url: 'https://isna.ir' },
  image: { src: 'a.jpg', alt: 'پل' },
  corrections: [{ date: '1404/07/25', text: 'متن اصلاحیه' }],
  draft: null,
};

it('lists the texts that readers see, with their paths', () => {
  expect(textFields(data)).toEqual([
    { path: ['title'], text: 'عنوان' },
    { path: ['tags', 0], text: 'شهر' },
    { path: ['tags', 1], text: 'مترو' },
    { path: ['source', 'name'], text: 'ایسنا' },
    { path: ['image', 'alt'], text: 'پل' },
    { path: ['corrections', 0, 'text'], text: 'متن اصلاحیه' },
  ]);
});

it('blanks exactly these', () => {
  const rest = withoutTexts(data);
  expect(textFields(rest).every(({ text }) => text === '')).toBe(true);
  expect(rest).toMatchObject({ date: '1404/07/24', source: { url: 'https://isna.ir' }, image: { src: 'a.jpg' } });
  expect(withoutTexts({ ...data, title: 'دیگر' })).toEqual(rest);
  expect(withoutTexts({ ...data, date: '1404/07/25' })).not.toEqual(rest);
});
