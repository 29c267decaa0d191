import { describe, expect, it } from 'vitest';
import { matchProfiles, matchTexts } from '../../../src/core/site/author-profiles.ts';
import { buildSite } from '../../../src/core/site/build-site.ts';
import type { AuthorProfile, TermText } from '../../../src/core/site/site.ts';
import { indexSections, indexTerms } from '../../../src/core/site/terms.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const authors = indexTerms('authors', ['نرگس آذرنیا', 'ایوب رهنورد'], createUrls('https://example.org'));
const profile = (file: string, name: string): AuthorProfile => ({ file, name, html: '' });
const urlOf = (name: string): string => authors.find(name)!.url;

describe('matchProfiles', () => {
  it('matches authors in any spelling of their names', () => {
    const narges = profile('a.md', 'نرگس\u200Cآذرنيا');
    const ayub = profile('c.md', 'ایوب رهنورد');
    expect(matchProfiles([narges, ayub], authors)).toEqual({
      profiles: new Map([
        [urlOf('نرگس آذرنیا'), narges],
        [urlOf('ایوب رهنورد'), ayub],
      ]),
      problems: [],
    });
  });

  it('omits people without articles, who have no page', () => {
    expect(matchProfiles([profile('b.md', 'کسی دیگر')], authors)).toEqual({ profiles: new Map(), problems: [] });
  });

  it('keeps the first file of several for an author, in any order', () => {
    const files = [profile('b.md', 'نرگس آذرنيا'), profile('a.md', 'نرگس آذرنیا'), profile('c.md', 'نرگس\u200Cآذرنیا')];
    for (const given of [files, files.toReversed()]) {
      const { profiles, problems } = matchProfiles(given, authors);
      expect([...profiles.values()].map(({ file }) => file)).toEqual(['a.md']);
      expect(problems).toEqual(
        [files[0]!, files[2]!].map(({ file, name }) => ({
          id: 'author-duplicate',
          file,
          field: 'name',
          line: 1,
          column: 1,
          values: { name, other: 'a.md' },
        })),
      );
    }
  });
});

it('buildSite attaches profiles to authors and reports duplicates', () => {
  const { site, problems } = buildSite({
    config: makeSite().config,
    articles: [makeArticle({ authors: ['نرگس آذرنیا'] })],
    pages: [],
    authors: [profile('b.md', 'نرگس آذرنيا'), profile('a.md', 'نرگس\u200Cآذرنیا'), profile('c.md', 'کسی دیگر')],
    files: [],
    now: Date.UTC(2100, 0, 1),
  });
  expect(site.terms.authors.map((author) => author.profile?.file)).toEqual(['a.md']);
  expect(problems).toMatchObject([{ id: 'author-duplicate', file: 'b.md', values: { other: 'a.md' } }]);
});

describe('matchTexts', () => {
  const urls = createUrls('https://example.org');
  const sections = indexSections([{ slug: 'society', name: 'جامعه' }], urls);
  const tags = indexTerms('tags', ['پروندهٔ آب'], urls);
  const text = (kind: TermText['kind'], slug: string): TermText => ({
    file: `content/${kind}/${slug}.md`,
    kind,
    slug,
    html: '',
  });

  it('matches sections by slug, and tags in any spelling', () => {
    const { texts, problems } = matchTexts([text('sections', 'society'), text('tags', 'پرونده-آب')], {
      sections,
      tags,
    });
    expect([...texts.values()].map(({ slug }) => slug)).toEqual(['society', 'پرونده-آب']);
    expect(problems).toEqual([]);
  });

  it('reports unknown sections; a tag without articles waits', () => {
    const { texts, problems } = matchTexts([text('sections', 'sociaty'), text('tags', 'برق')], { sections, tags });
    expect(texts.size).toBe(0);
    expect(problems).toMatchObject([{ id: 'section-unknown', file: 'content/sections/sociaty.md' }]);
  });
});
