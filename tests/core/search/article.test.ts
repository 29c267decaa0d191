import { describe, expect, it } from 'vitest';
import { searchFields } from '../../../src/core/search/article.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

/** The weights of words of an article, added up over its fields. */
function weightsOf(parts: Parameters<typeof makeArticle>[0]): (word: string) => number {
  const fields = searchFields(makeSite([makeArticle(parts)]).articles[0]!);
  return (word) =>
    fields.reduce((sum, [text, weight]) => {
      const words = typeof text === 'string' ? text.split(/\s+/) : [];
      return sum + weight * words.filter((each) => each === word).length;
    }, 0);
}

describe('searchFields', () => {
  const words = Array.from({ length: 200 }, (_, index) => `واژه${index}`);

  it('lets the first words of a text count as those of a lead, and the others once', () => {
    const text = words.join(' ');
    const own = weightsOf({ lead: text, hasOwnLead: true, text: 'متن' });
    const first = weightsOf({ lead: text, hasOwnLead: false, text });
    const once = weightsOf({ lead: 'چکیده', hasOwnLead: true, text });
    for (const [index, word] of words.entries()) {
      expect(first(word), word).toBe(index < 60 ? own(word) : once(word));
    }
  });

  it('lets all of a short first paragraph count as a lead', () => {
    const weights = weightsOf({ lead: 'یک دو', hasOwnLead: false, text: 'یک دو\nسه' });
    expect(['یک', 'دو', 'سه'].map(weights)).toEqual([8, 8, 2]);
  });
});
