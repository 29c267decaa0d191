import { expect, it } from 'vitest';
import { arrangeLive } from '../../../src/core/live/arrange-live.ts';
import { searchedText } from '../../../src/core/search/searched-text.ts';
import { makeDate } from '../../support/make-site.ts';

it('the search knows the entries of live coverage before the hour of the newest, and all once it has ended', () => {
  const html = '<p>مقدمه.</p><h2>۰۸:۵۰ یک</h2><p>الف.</p><h2>۰۹:۰۵ دو</h2><p>ب.</p><h2>۰۹:۴۰ سه</h2><p>پ.</p>';
  const { html: arranged, last } = arrangeLive(html, makeDate('1405/09/01 08:00'));
  const article = { live: { last }, body: { html: arranged, text: 'همه' } };
  expect(searchedText({ ...article, isLive: true })).toBe('مقدمه.\n۰۸:۵۰ یک\nالف.');
  expect(searchedText(article)).toBe('همه');
  expect(searchedText({ isLive: true, live: {}, body: article.body })).toBe('همه');
});
