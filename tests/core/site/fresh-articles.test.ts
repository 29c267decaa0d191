import { describe, expect, it } from 'vitest';
import { freshArticles, isFresh } from '../../../src/core/site/fresh-articles.ts';

const hour = 3_600_000;
const now = 1000 * hour;
const articles = (...epochs: number[]): { date: { epoch: number } }[] => epochs.map((epoch) => ({ date: { epoch } }));
const epochsOf = (...epochs: number[]): number[] =>
  freshArticles(articles(...epochs) as never[], now).map(({ date }: { date: { epoch: number } }) => date.epoch);

describe('the articles of the news sitemap', () => {
  it('are those of the last two days', () => {
    expect(isFresh(now - 48 * hour, now)).toBe(false);
    expect(isFresh(now - 48 * hour + 1, now)).toBe(true);
    expect(epochsOf(now, now - 47 * hour, now - 48 * hour, now - 49 * hour)).toEqual([now, now - 47 * hour]);
  });

  it('are all there are where all are fresh, and none where none is', () => {
    expect(epochsOf(now, now - hour)).toEqual([now, now - hour]);
    expect(epochsOf(now - 50 * hour)).toEqual([]);
    expect(epochsOf()).toEqual([]);
  });

  it('are at most a thousand, the newest', () => {
    const many = Array.from({ length: 1005 }, (_, index) => now - index);
    expect(epochsOf(...many)).toEqual(many.slice(0, 1000));
  });
});
