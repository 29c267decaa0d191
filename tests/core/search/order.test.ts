import { describe, expect, it } from 'vitest';
import { countedArticles, orderByDate } from '../../../src/core/search/order.ts';

const many = [4, 12, 7, 1, 9, 15, 3, 8, 2, 11];

describe('orderByDate', () => {
  it('shows the articles with all words, newest first, if they are enough', () => {
    const answer = { articles: [20, ...many, 5], whole: many };
    expect(orderByDate(answer)).toEqual(many.toSorted((a, b) => b - a));
    expect(countedArticles(answer)).toEqual(many);
  });

  it('lets the others follow if they are few', () => {
    const answer = { articles: [20, 4, 12, 5], whole: [4, 12] };
    expect(orderByDate(answer)).toEqual([12, 4, 20, 5]);
    expect(countedArticles(answer)).toEqual(answer.articles);
  });

  it('orders all if none has all words', () => {
    expect(orderByDate({ articles: [5, 20], whole: [] })).toEqual([20, 5]);
  });
});
