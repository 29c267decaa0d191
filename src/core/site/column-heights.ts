import type { Story } from './site.ts';

/** How a text is set: characters a line, and pixels a line. */
interface Line {
  length: number;
  height: number;
}

// Measured in Chromium on screens of 1280 pixels. `rest` is the height of everything but the texts, in pixels.
const set = {
  lead: { title: { length: 40, height: 53 }, text: { length: 80, height: 37, most: 320 }, rest: 51 },
  leadBesidePicture: { title: { length: 16, height: 53 }, text: { length: 32, height: 37, most: 200 }, rest: 60 },
  leadPicture: 257,
  second: { title: { length: 24, height: 28 }, text: { length: 28, height: 26, most: 110 }, rest: 40 },
  secondPicture: 176,
  third: { title: { length: 30, height: 25 }, rest: 55 },
  latest: { title: { length: 27, height: 26 }, rest: 44 },
  picks: { title: { length: 33, height: 27 }, rest: 18 },
  blockTitle: 50,
  gaps: 100,
};

/** Estimate the height of the front page's lead and of the gaps below it on wide screens, in pixels. */
export function leadHeight(lead: Story): number {
  const card = lead.image
    ? Math.max(set.leadPicture, cardHeight(lead, set.leadBesidePicture))
    : cardHeight(lead, set.lead);
  return card + set.gaps;
}

/** Estimate the height of the three cards below the lead. */
export function secondHeight(cards: readonly Story[]): number {
  const text = Math.max(0, ...cards.map((article) => cardHeight(article, set.second)));
  return text + (cards.some(({ image }) => image) ? set.secondPicture : 0);
}

/** Estimate the height of a row of headlines. */
export function rowHeight(row: readonly Story[]): number {
  return set.third.rest + Math.max(0, ...row.map(({ title }) => linesHeight(title, set.third.title)));
}

/** Estimate the height of a list in the column beside them; 0 for one without articles, which is not shown. */
export function listHeight(list: 'latest' | 'picks', articles: readonly Story[]): number {
  const { title: line, rest } = set[list];
  const items = articles.map(({ title }) => rest + linesHeight(title, line));
  return items.length === 0 ? 0 : items.reduce((height, item) => height + item, set.blockTitle);
}

function cardHeight(
  { title, lead = '' }: Story,
  { title: line, text, rest }: { title: Line; text: Line & { most: number }; rest: number },
): number {
  return linesHeight(title, line) + linesHeight(lead.slice(0, text.most), text) + rest;
}

function linesHeight(text: string, { length, height }: Line): number {
  return Math.ceil(text.length / length) * height;
}
