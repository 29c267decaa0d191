import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommentForm, isMail, isSlug, parseForm } from '../../../src/core/comments/form.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 22);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a form', () => {
  it(`is read as browsers write it, seed ${seed}`, () => {
    const value = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().replaceAll('\0', ''));
    fc.assert(
      fc.property(value, value, value, (name, text, mail) => {
        const body = new URLSearchParams({ slug: 'شهر', name, text, mail }).toString();
        expect(parseForm(bytes(body))).toEqual({
          slug: 'شهر',
          name,
          text,
          mail,
          re: '',
          website: '',
          token: '',
        } satisfies CommentForm);
      }),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });

  it(`of any bytes never throws, seed ${seed}`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
        const form = parseForm(body);
        expect(typeof form === 'string' || isSlug(form.slug)).toBe(true);
      }),
      { seed, numRuns: countRuns(300, 50_000) },
    );
  });

  it.each([
    ['slug=a&text=%C3%28', 'encoding'],
    ['slug=a&text=%ED%A0%80', 'encoding'],
    ['slug=a&text=%00', 'encoding'],
    ['slug=a&slug=a', 'form'],
    ['slug=a&other=', 'form'],
    ['slug=a&&', 'form'],
    ['slug=', 'form'],
    ['slug=a%2Fb', 'form'],
    ['slug=.hidden', 'form'],
    ['slug=a%0Ab', 'form'],
    [`slug=${'a'.repeat(250)}`, 'form'],
    ['', 'form'],
  ])('«%s» is refused: %s', (body, code) => expect(parseForm(bytes(body))).toBe(code));

  it('keeps what looks like a code and is none', () => {
    expect(parseForm(bytes('slug=a&text=100%+%zz%4'))).toMatchObject({ text: '100% %zz%4' });
  });
});

it.each([
  ['a@example.org', true],
  ['a.b+c@mail.example.co.ir', true],
  ['a@localhost', false],
  ['a@-example.org', false],
  ['a@example.org\r\nBcc: b@example.org', false],
  ['a b@example.org', false],
  ['نگار@example.org', false],
  ['a@@example.org', false],
  ['@example.org', false],
  [`${'a'.repeat(65)}@example.org`, false],
])('«%s» is an e-mail address: %s', (mail, expected) => expect(isMail(mail)).toBe(expected));
