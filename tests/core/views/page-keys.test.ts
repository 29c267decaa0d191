import { expect, it } from 'vitest';
import { articlePageKey, homeKey, listKey } from '../../../src/core/views/page-keys.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import type { SiteInput } from '../../../src/core/site/build-site.ts';
import { parseFront } from '../../../src/core/content/parse-front.ts';

const articles = Array.from({ length: 12 }, (_, index) =>
  makeArticle({ slug: `n${index}`, tags: ['آب'], section: 'a', date: makeDate(`1404/07/${10 + index}`) }),
);
const sections = [{ slug: 'a', name: 'جامعه' }];
const siteOf = (more: Partial<SiteInput> = {}, own = articles): ReturnType<typeof makeSite> =>
  makeSite(own, { sections }, more);
const frontOf = (text: string): Partial<SiteInput> => ({
  front: parseFront({ path: 'front.yml', text }, { sections }).front,
});

it('the key of the front page depends on its composition and its cards', () => {
  const keys = [
    siteOf(),
    siteOf(frontOf('lead: n3')),
    siteOf(frontOf('breaking: زلزله')),
    siteOf(frontOf('blocks: [{section: a, title: شهر}]')),
    siteOf(frontOf('blocks: [{section: a, layout: three}]')),
    siteOf({}, [...articles.slice(1), { ...articles[0]!, cardKey: 'other' }]),
  ].map(({ home }) => homeKey(home));
  expect(new Set(keys).size).toBe(keys.length);
  expect(homeKey(siteOf().home)).toBe(keys[0]);
});

it('the key of a section’s own page depends on what editors wrote and on its lead', () => {
  const file = 'content/sections/a.md';
  const text = { file, kind: 'sections' as const, slug: 'a', html: '<p>متن</p>' };
  const keyOf = (more: Partial<SiteInput> = {}): string =>
    listKey(siteRoutes(siteOf(more)).term.find(({ params }) => params.slug === 'a' && !params.page)!.props.view);
  const keys = [
    keyOf(),
    keyOf({ termTexts: [text] }),
    keyOf({ termTexts: [{ ...text, title: 'شهر' }] }),
    keyOf({ termTexts: [{ ...text, lead: { slug: 'n4', line: 1, column: 1 } }] }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

it('the key of an opinion depends on the portrait of its writer', () => {
  const opinion = makeArticle({ type: 'opinion', authors: ['نرگس آذر'] });
  const [plain, portrayed] = [undefined, { src: '/a.svg', alt: '' }].map((image) => {
    const author = { file: 'content/authors/n.md', name: 'نرگس آذر', image, html: '' };
    return siteOf({ authors: [author] }, [opinion]).articles[0]!;
  });
  expect(portrayed!.byline).toMatchObject({ name: 'نرگس آذر', image: { src: '/a.svg' } });
  expect(articlePageKey(plain!)).not.toBe(articlePageKey(portrayed!));
  expect(plain!.cardKey).not.toBe(portrayed!.cardKey);
});
