import { describe, expect, it } from 'vitest';
import { articleMinutes, minutesDuration, readingMinutes } from '../../../src/core/content/reading-time.ts';
import { makeArticle, makeDate } from '../../support/make-site.ts';

const words = (count: number): string => 'واژه '.repeat(count);

describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [1, 1],
    [299, 1],
    [300, 2],
    [700, 4],
    [12_000, 60],
  ])('of %i words are %i', (count, minutes) => expect(readingMinutes([words(count)])).toBe(minutes));

  it('counts a word joined by half-spaces as one, and signs as none', () => {
    expect(readingMinutes(['می\u200Cشود\n'.repeat(300)])).toBe(2);
    expect(readingMinutes(['– «\n'.repeat(3000)])).toBe(1);
    expect(readingMinutes(['iPhone ۱۷ '.repeat(150)])).toBe(2);
  });

  it('is formatted as a duration for machines', () => {
    expect(minutesDuration(12)).toBe('PT12M');
  });
});

describe("an article's reading time", () => {
  const minutesOf = (fields: Parameters<typeof makeArticle>[0]): number => articleMinutes(makeArticle(fields));

  it('counts its text, its own lead and its corrections', () => {
    const corrections = [{ date: makeDate('1404/07/25'), text: words(400) }];
    expect(minutesOf({ text: words(400) })).toBe(2);
    expect(minutesOf({ text: words(400), lead: words(400), hasOwnLead: true })).toBe(4);
    expect(minutesOf({ text: words(400), lead: words(400), hasOwnLead: true, corrections })).toBe(6);
  });

  it('counts a lead that is the first paragraph once', () => {
    expect(minutesOf({ text: words(400), lead: words(400), hasOwnLead: false })).toBe(2);
  });

  it('ignores the pageâs markup', () => {
    expect(minutesOf({ text: 'متن', html: `<p>متن</p>${'<!-- یک دو سه -->'.repeat(2000)}` })).toBe(1);
  });
});
