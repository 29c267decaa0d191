import { describe, expect, it } from 'vitest';
import { fieldWording } from '../../../src/core/problems/fields.ts';
import { findWordingFaults, sayProblem } from '../../support/wording-rules.ts';

it.each(Object.entries(fieldWording))('the wording of %s is complete in both languages', (_, wording) => {
  expect(findWordingFaults(wording)).toEqual([]);
});

describe('problems with fields, as writers read them', () => {
  it('a value of the wrong kind, named in the language of the message', () => {
    const values = {
      expectedKind: 'list',
      foundKind: 'text',
      foundText: ' «ایران»',
      example: 'tags: [ایران]',
      noteKind: '',
    };
    expect(sayProblem('field-type', values, 'en')).toEqual([
      'expected a list, found the text «ایران».',
      'Write:  tags: [ایران]',
    ]);
    expect(sayProblem('field-type', values, 'fa')).toEqual([
      'این‌جا فهرست لازم است، نه متنِ «ایران».',
      'بنویسید:  tags: [ایران]',
    ]);
  });

  it('a field that is missing, with a note', () => {
    const values = { example: 'image: {src: a.jpg, alt: …}', noteKind: 'altNote' };
    expect(sayProblem('field-missing', values, 'en')).toEqual([
      'this field is required.',
      'Write:  image: {src: a.jpg, alt: …}  (alt: what is seen, for those who can’t see it)',
    ]);
    expect(sayProblem('field-missing', values, 'fa')).toEqual([
      'این فیلد لازم است.',
      'بنویسید:  image: {src: a.jpg, alt: …}  (در alt بنویسید چه دیده می‌شود، برای کسی که تصویر را نمی‌بیند)',
    ]);
  });

  it('a field that does not exist', () => {
    const values = { nearest: 'tags', fields: 'title, tags' };
    expect(sayProblem('field-unknown', values, 'en')).toEqual([
      'there is no such field; the nearest is «tags».',
      'Write:  tags: …  or remove it. All fields: title, tags',
    ]);
    expect(sayProblem('field-unknown', values, 'fa')).toEqual([
      'چنین فیلدی نیست؛ نزدیک‌ترین «tags» است.',
      'بنویسید:  tags: …  یا آن را حذف کنید. همهٔ فیلدها: title, tags',
    ]);
  });
});
