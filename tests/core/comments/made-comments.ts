import fc from 'fast-check';
import { cleanName, cleanText } from '../../../src/core/comments/clean-text.ts';
import type { Comment } from '../../../src/core/comments/comment.ts';
import { dateAt } from '../../../src/core/dates/news-date.ts';

/** Make a comment from the fields that a test is about. @param id Up to ten letters; filled up with zeros. */
export function makeComment(id: string, fields: Partial<Comment> = {}): Comment {
  return { id: id.padStart(10, '0'), at: '2026-11-20T09:03:00+03:30', text: 'متن نظر.', ...fields };
}

/** Comments of one file with any relations between them, few moments, and any texts, clean as files hold them. */
export const someComments = (most: number): fc.Arbitrary<Comment[]> => {
  const id = fc.integer({ min: 0, max: most - 1 }).map((number) => `c${number}`.padStart(10, '0'));
  const text = fc.string({ unit: 'binary', minLength: 1 }).map((value) => cleanText(value) || 'متن');
  const name = fc.string({ unit: 'binary', maxLength: 20 }).map((value) => cleanName(value) || 'نام');
  const comment = fc
    .record({
      id,
      moment: fc.nat(5),
      name: fc.option(name, { nil: undefined }),
      text,
      re: fc.option(id, { nil: undefined }),
      by: fc.option(fc.constant('desk'), { nil: undefined, freq: 4 }),
      isRemoved: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
    })
    .map(({ moment, isRemoved, name: own, re, by, ...rest }): Comment => ({
      ...rest,
      at: dateAt(1_780_000_000_000 + moment * 1000).iso,
      ...(own !== undefined && !isRemoved && { name: own }),
      ...(re !== undefined && { re }),
      ...(by !== undefined && { by }),
      ...(isRemoved && { text: '', removed: true as const }),
    }));
  return fc.uniqueArray(comment, { selector: ({ id: own }) => own, maxLength: most });
};
