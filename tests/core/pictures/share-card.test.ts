import { describe, expect, it } from 'vitest';
import { articlePageKey } from '../../../src/core/views/page-keys.ts';
import { byteLength } from '../../../src/core/text/slug.ts';
import { articleCard, isShareable, shareFile, shareUrl, siteCard } from '../../../src/core/pictures/share-card.ts';
import {
  drawCard,
  type Drawing,
  drawText,
  kickerRoom,
  nameRoom,
  textRoom,
} from '../../../src/core/pictures/share-drawing.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const { config, urls } = makeSite([], { sections: [{ slug: 'sport', name: 'ورزش' }] });
const textsOf = ({ text, children = [] }: Drawing): string[] => [...(text ? [text] : []), ...children.flatMap(textsOf)];

describe('articleCard', () => {
  it('contains headline, section, date and newspaper as the page does', () => {
    const card = articleCard({ title: 'تیم برد', section: 'sport', date: makeDate('1404/07/24') }, config);
    expect(card).toEqual({
      text: 'تیم برد',
      section: 'ورزش',
      colours: { paper: '#fdfcfa', ink: '#1d1b18', muted: '#635e56', own: '#b0301b', accent: '#a3264a' },
      date: 'پنجشنبه ۲۴ مهر ۱۴۰۴',
      name: 'روزنامه آزمون',
    });
  });

  it('omits emoji and symbols that the font lacks, and keeps everything else', () => {
    const title = 'تیم 🇮🇷 برد ← 👨‍👩‍👧 👍🏽 و ۵۰٪ + €۲ ه\u200D.ش.';
    expect(articleCard({ title, date: makeDate('1404/07/24') }, config).text).toBe('تیم برد و ۵۰٪ + €۲ ه\u200D.ش.');
  });
});

describe('the articles of a site', () => {
  const shares = (days: number, ...dates: string[]): boolean[] =>
    makeSite(
      dates.map((date, index) => makeArticle({ slug: `khabar-${index}`, date: makeDate(date) })),
      { share: { days } },
    ).articles.map(({ share }) => share !== undefined);

  it('have share pictures from the start of the month in which the configured days begin', () => {
    expect(shares(365, '1405/06/15', '1404/06/30', '1404/06/01', '1404/05/31')).toEqual([true, true, true, false]);
    expect(shares(30, '1405/01/20', '1404/12/01', '1404/11/30')).toEqual([true, true, false]);
    expect(shares(0, '1405/06/01')).toEqual([false]);
  });

  it('keep them when news is added, except for the first of a month', () => {
    const before = shares(30, '1405/06/02', '1405/05/02');
    expect(shares(30, '1405/06/30', '1405/06/02', '1405/05/02').slice(1)).toEqual(before);
  });

  it('have none with a photo, and none in a script that the font lacks', () => {
    const photo = { src: '/a.jpg', alt: 'الف', width: 900, height: 600 };
    const shareOf = (fields: object): string | undefined => makeSite([makeArticle(fields)]).articles[0]!.share;
    expect(shareOf({ image: photo })).toBeUndefined();
    expect(shareOf({ image: { ...photo, width: 200 } })).toBeDefined();
    expect([{ title: 'نشست 東京' }, { kicker: 'Россия' }, { title: '⚽️!' }].map(shareOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('have none as drafts or under embargo, since they are not part of the site', () => {
    expect(makeSite([makeArticle({ draft: true })]).articles).toEqual([]);
  });

  it('have another page key without it', () => {
    const [article] = makeSite([makeArticle()]).articles;
    expect(articlePageKey(article!)).not.toBe(articlePageKey({ ...article!, share: undefined }));
  });
});

describe('isShareable', () => {
  it('accepts photos that are wide enough, or of unknown size', () => {
    const of = (src: string, width?: number, height?: number): boolean => isShareable({ src, alt: '', width, height });
    expect([of('/a.jpg', 600, 315), of('https://a.example/b?x=1'), of('/a.webp', 1200, 800)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([of('/a.svg', 900, 900), of('/a.avif', 900, 900), of('/a.jpg', 599, 400)]).toEqual([false, false, false]);
  });
});

describe('shareFile', () => {
  it("gives an article and the newspaper different files, whatever the article's slug", () => {
    expect([shareFile(), shareFile('site'), shareFile('رود')]).toEqual([
      'share/site.png',
      'share/site-.png',
      'share/رود.png',
    ]);
  });

  it('stays within the length limit of file names', () => {
    const slug = 'ر'.repeat(127);
    expect(byteLength(shareFile(slug))).toBeLessThan(255);
    expect(shareFile(slug)).not.toBe(shareFile(`${slug.slice(1)}د`));
  });

  it('has an encoded URL that changes with the content', () => {
    const card = articleCard({ title: 'یک', date: makeDate('1404/07/24') }, config);
    expect(shareUrl(urls, card, 'رود')).toMatch(/^\/share\/%D8%B1%D9%88%D8%AF\.png\?[0-9a-f]{8}$/);
    expect(shareUrl(urls, { ...card, text: 'دو' }, 'رود')).not.toBe(shareUrl(urls, card, 'رود'));
  });
});

describe('drawCard', () => {
  it('isolates Latin words, and draws all texts of the card', () => {
    const card = articleCard(
      { title: 'زبان C++ آمد', kicker: 'رایانه', section: 'sport', date: makeDate('1404/07/24') },
      config,
    );
    const text = drawText(card.text, 88, textRoom(card));
    const kicker = drawText(card.kicker!, 35, kickerRoom(card));
    const name = drawText(card.name, 48, nameRoom(card));
    expect(textsOf(drawCard(card, { text, name, kicker }))).toEqual([
      'ورزش',
      'رایانه',
      'زبان \u2066C++\u2069 آمد',
      'روزنامه آزمون',
      'پنجشنبه ۲۴ مهر ۱۴۰۴',
    ]);
  });

  it('uses the colours of the newspaper and of the section', () => {
    const coloured = { ...config, colours: { accent: '#0055a4', paper: '#fff8f0', sections: { sport: '#7a0c5c' } } };
    const { colours } = articleCard({ title: 'یک', section: 'sport', date: makeDate('1404/07/24') }, coloured);
    expect(colours).toMatchObject({ own: '#0055a4', accent: '#7a0c5c', paper: '#fff8f0' });
    const all = config.sections.map(() => expect.stringMatching(/^#/));
    expect(siteCard(coloured).colours.all).toEqual(['#0055a4', ...all]);
  });
});
