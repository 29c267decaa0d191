import { describe, expect, it } from 'vitest';
import { findCopies } from '../../../src/core/content/find-copies.ts';
import { makeArticle } from '../../support/make-site.ts';

/** Make an article from the name of its file, its title and its text. */
function article(name: string, title: string, text: string, draft = false) {
  const file = `content/articles/${name}.md`;
  return { ...makeArticle({ slug: name, title, lead: text, draft, body: { html: `<p>${text}</p>`, text } }), file };
}

const copiesIn = (...articles: ReturnType<typeof article>[]): string[] =>
  findCopies(articles).map(({ file, values }) =>
    `${file} = ${values['other']}: ${values['sameKind']}`.replaceAll('content/articles/', '').replaceAll('.md', ''),
  );

describe('findCopies', () => {
  it.each([
    'khabar copy',
    'khabar copy 2',
    'khabar Copy (3)',
    'khabar-copy',
    'khabar (2)',
    'khabar(۲)',
    'Copy of khabar',
    'khabar کپی',
    'کپی khabar',
    'khabar - Copy',
  ])('finds a file named %s with the title, the text or both of another', (name) => {
    const original = article('khabar', 'خبر', 'متن');
    expect(copiesIn(original, article(name, 'خبر', 'متن'))).toEqual([`${name} = khabar: sameTitleAndText`]);
    expect(copiesIn(article(name, 'خبر', 'متن دیگر'), original)).toEqual([`${name} = khabar: sameTitle`]);
    expect(copiesIn(original, article(name, 'خبر تازه', 'متن'))).toEqual([`${name} = khabar: sameText`]);
    expect(copiesIn(original, article(name, 'خبر تازه', 'متن دیگر'))).toEqual([]);
  });

  it('finds a numbered file with both the title and the text of another', () => {
    const original = article('khabar', 'خبر', 'متن');
    expect(copiesIn(article('khabar-2', 'خبر', 'متن'), original)).toEqual(['khabar-2 = khabar: sameTitleAndText']);
    expect(copiesIn(article('khabar 3', 'خبر', 'متن'), original)).toEqual(['khabar 3 = khabar: sameTitleAndText']);
    expect(copiesIn(article('khabar-2', 'خبر', 'متن دیگر'), original)).toEqual([]);
    expect(copiesIn(article('khabar-2', 'خبر دیگر', 'متن'), original)).toEqual([]);
    expect(copiesIn(article('other', 'خبر', 'متن'), original)).toEqual([]);
  });

  it('finds each copy once, and no drafts', () => {
    const same = ['khabar', 'khabar copy', 'khabar copy 2'].map((name) => article(name, 'خبر', 'متن'));
    expect(copiesIn(...same)).toEqual(
      ['khabar copy', 'khabar copy 2'].map((name) => `${name} = khabar: sameTitleAndText`),
    );
    expect(copiesIn(same[0]!, article('khabar copy', 'خبر', 'متن', true))).toEqual([]);
    expect(copiesIn(article('khabar copy', 'خبر', 'متن'))).toEqual([]);
  });

  it('reads texts only where a title, first paragraph or name is shared', () => {
    const unread = Array.from({ length: 100 }, (_, index) => ({
      ...article(`khabar-${index}`, `تیتر ${index}`, `متن ${index}`),
      get body(): never {
        throw new Error('read');
      },
    }));
    expect(findCopies([...unread, article('z copy', 'تیتر z', 'متن z')])).toEqual([]);
  });
});
