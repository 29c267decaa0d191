import { describe, expect, it } from 'vitest';
import { createUrls } from '../../../src/core/urls.ts';
import {
  archiveCrumbs,
  articleCrumbs,
  type Crumb,
  feedsCrumbs,
  kindCrumbs,
  siteListCrumbs,
  termCrumbs,
} from '../../../src/core/views/breadcrumbs.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const urls = createUrls('https://example.org/paper');
const site = makeSite([makeArticle({ tags: ['آب'], section: 'sport', date: makeDate('1404/07/24') })], {
  url: 'https://example.org/paper',
  sections: [{ slug: 'sport', name: 'ورزش' }],
});
const home = 'خانه /paper/';
const pathOf = (crumbs: readonly Crumb[]): string[] =>
  crumbs.map(({ label, url }) => (url === undefined ? label : `${label} ${decodeURI(url)}`));

describe('the path to a page', () => {
  it('leads to an article through its section, if it has one', () => {
    expect(pathOf(articleCrumbs(urls, site.articles[0]!))).toEqual([home, 'ورزش /paper/sections/sport/']);
    expect(pathOf(articleCrumbs(urls, { section: undefined }))).toEqual([home]);
  });

  it('leads to a term through its kind, and to its numbered pages through the term', () => {
    const tag = site.terms.tags[0]!;
    const tags = 'برچسب‌ها /paper/tags/';
    expect(pathOf(kindCrumbs(urls, 'tags'))).toEqual([home, 'برچسب‌ها']);
    expect(pathOf(termCrumbs(urls, tag))).toEqual([home, tags, 'آب']);
    expect(pathOf(termCrumbs(urls, tag, 12))).toEqual([home, tags, 'آب /paper/tags/آب/', 'صفحه ۱۲']);
  });

  it('leads to a month through its year and the archive', () => {
    const year = site.archive[0]!;
    const month = year.months[0]!;
    const archive = 'بایگانی /paper/archive/';
    expect(pathOf(archiveCrumbs(urls))).toEqual([home, 'بایگانی']);
    expect(pathOf(archiveCrumbs(urls, year))).toEqual([home, archive, '۱۴۰۴']);
    expect(pathOf(archiveCrumbs(urls, year, month))).toEqual([home, archive, '۱۴۰۴ /paper/archive/1404/', 'مهر ۱۴۰۴']);
    expect(pathOf(archiveCrumbs(urls, year, month, 2)).slice(3)).toEqual([
      'مهر ۱۴۰۴ /paper/archive/1404/07/',
      'صفحه ۲',
    ]);
  });

  it('leads to lists of the whole site at once', () => {
    expect(pathOf(feedsCrumbs(urls))).toEqual([home, 'خوراک‌ها']);
    const list = { label: 'آخرین اخبار', url: urls.page('latest') };
    expect(pathOf(siteListCrumbs(urls, list))).toEqual([home, 'آخرین اخبار']);
    expect(pathOf(siteListCrumbs(urls, list, 3))).toEqual([home, 'آخرین اخبار /paper/latest/', 'صفحه ۳']);
  });
});
