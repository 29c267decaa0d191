import type { ChannelService, ChannelSettings } from '../config/announce.ts';
import { truncateText } from '../text/persian.ts';
import { readableUrl } from '../urls.ts';
import { fillTemplate, type MessagePiece, plainLine, type TemplateValues, textOfPieces } from './template.ts';

/** What a channel says about an article. */
export interface Announcement {
  kicker?: string | undefined;
  title: string;
  lead: string;
  section?: string | undefined;
  source: string;
  tags: readonly string[];
  /** Absolute, percent-encoded. */
  url: string;
}

/** Longest text of a message, as its service counts it. */
interface Limit {
  most: number;
  count(pieces: readonly MessagePiece[]): number;
}

/**
 * Write the message about an article for a channel. What is too long loses first the end of its lead, then its lead, then
 * the other fields, then the end of its headline; never its link.
 *
 * @param template See `AnnounceSettings.template`.
 * @param hasPicture Whether the text goes below a picture, where the services of bots allow less.
 */
export function composeMessage(
  article: Announcement,
  channel: ChannelSettings,
  template: string,
  hasPicture: boolean,
): MessagePiece[] {
  const { most, count } = limitOf(channel, hasPicture);
  const values = valuesOf(article, channel.service);
  const write = (changes: Partial<TemplateValues>): MessagePiece[] => fillTemplate(template, { ...values, ...changes });
  const fits = (pieces: readonly MessagePiece[]): boolean => count(pieces) <= most;
  const whole = write({});
  if (fits(whole)) return whole;
  const bare = { lead: '', kicker: '', section: '', source: '', tags: [] };
  return (
    longest(values.lead, (lead) => write({ lead }), fits) ??
    [write({ lead: '' }), write(bare)].find(fits) ??
    longest(values.title, (title) => write({ ...bare, title }), fits) ??
    write({ ...bare, title: '' })
  );
}

/** Count characters as readers see them (UAX #29). */
export function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length;
}

/** Return the longest beginning of a text with which a message fits; `undefined` if none does. */
function longest(
  text: string,
  write: (beginning: string) => MessagePiece[],
  fits: (pieces: readonly MessagePiece[]) => boolean,
): MessagePiece[] | undefined {
  const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(write(truncateText(text, ends[middle]!)))) low = middle + 1;
    else high = middle;
  }
  const found = low > 0 ? write(truncateText(text, ends[low - 1]!)) : undefined;
  return found && fits(found) ? found : undefined;
}

function valuesOf(
  { kicker = '', title, lead, section = '', source, tags, url }: Announcement,
  service: ChannelService,
) {
  const readable = readableUrl(url);
  return {
    kicker: plainLine(kicker),
    title: plainLine(title),
    lead: plainLine(lead),
    section: plainLine(section),
    source: plainLine(source),
    tags,
    link: { url, text: service === 'bluesky' ? shortLink(readable) : readable },
  };
}

/** Bluesky counts every letter of a link; it leads to the whole address whatever it says. */
function shortLink(url: string): string {
  const text = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  return letters.length <= shownOfLink ? text : `${letters.slice(0, shownOfLink - 1).join('')}…`;
}

const shownOfLink = 40;
const graphemes = new Intl.Segmenter('fa', { granularity: 'grapheme' });

/** Telegram: core.telegram.org/bots/api#sendmessage and #sendphoto, in UTF-16 code units after parsing. */
const bots = { text: 4096, caption: 1024 };
/** Mastodon: docs.joinmastodon.org/user/posting, `characters_reserved_per_url` of an instance. */
const mastodon = { text: 500, link: 23 };
/** Bluesky: lexicon app.bsky.feed.post, `maxGraphemes` and `maxLength` in bytes of UTF-8. */
const bluesky = { graphemes: 300, bytes: 3000 };

/** Bale and Eitaa follow Telegram. */
function limitOf(channel: ChannelSettings, hasPicture: boolean): Limit {
  if (channel.service === 'mastodon') {
    const count = (piece: MessagePiece): number =>
      piece.url === undefined ? countGraphemes(piece.text) : mastodon.link;
    return {
      most: channel.limit ?? mastodon.text,
      count: (pieces) => pieces.reduce((sum, piece) => sum + count(piece), 0),
    };
  }
  if (channel.service === 'bluesky') {
    const size = (text: string): number =>
      new TextEncoder().encode(text).length > bluesky.bytes ? Infinity : countGraphemes(text);
    return { most: bluesky.graphemes, count: (pieces) => size(textOfPieces(pieces)) };
  }
  return { most: hasPicture ? bots.caption : bots.text, count: (pieces) => textOfPieces(pieces).length };
}
