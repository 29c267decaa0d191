import { expect, it } from 'vitest';
import { arrangeLive } from '../../../src/core/live/arrange-live.ts';
import { searchedText } from '../../../src/core/search/searched-text.ts';
import { makeDate } from '../../support/make-site.ts';

it('the search knows the entries of live coverage before an hour, and all once it has ended', () => {
  const html = '<p>مقدمه.</p><h2>۰۸:۵۰ یک</h2><p>الف.</p><h2>۰۹:۰۵ دو</h2><p>ب.</p><h2>۰۹:۴۰ سه</h2><p>پ.</p>';
  const { html: arranged } = arrangeLive(html, makeDate('1405/09/01 08:00'));
  const article = { body: { html: arranged, text: 'همه' } };
  expect(searchedText({ ...article, searchedTo: '2026-11-22T09' })).toBe('مقدمه.\n۰۸:۵۰ یک\nالف.');
  expect(searchedText({ ...article, searchedTo: '2026-11-22T08' })).toBe('مقدمه.');
  expect(searchedText({ ...article, searchedTo: '2026-11-23T00' })).toContain('سه');
  expect(searchedText(article)).toBe('همه');
});
