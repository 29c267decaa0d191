import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Announcement, composeMessage, countGraphemes } from '../../../src/core/announce/message.ts';
import { findFacets, makeTid, writeTelegramHtml } from '../../../src/core/announce/markup.ts';
import { textOfPieces } from '../../../src/core/announce/template.ts';
import { type ChannelSettings, defaultTemplate } from '../../../src/core/config/announce.ts';
import { countRuns } from '../../support/runs.ts';

const telegram = { service: 'telegram', chat: '@khabar' } satisfies ChannelSettings;
const mastodon = { service: 'mastodon', server: 'https://social.example' } satisfies ChannelSettings;
const bluesky = { service: 'bluesky', handle: 'khabar.example' } satisfies ChannelSettings;
const url = `https://khabar.example/paper/news/${encodeURIComponent('پل-تازه')}/`;

const article = (fields: Partial<Announcement> = {}): Announcement => ({
  title: 'پل تازه باز شد',
  lead: 'نخستین دوچرخه‌سواران صبح امروز از آن گذشتند.',
  source: 'روزنگار',
  tags: ['حمل و نقل', 'پل‌سازی', 'حمل و نقل'],
  url,
  ...fields,
});
const text = (
  fields: Partial<Announcement>,
  channel: ChannelSettings = telegram,
  template = defaultTemplate,
  hasPicture = false,
): string => textOfPieces(composeMessage(article(fields), channel, template, hasPicture));

describe('composeMessage', () => {
  it('has headline, lead and a link that people can read', () => {
    expect(text({})).toBe(
      'پل تازه باز شد\n\nنخستین دوچرخه‌سواران صبح امروز از آن گذشتند.\n\nhttps://khabar.example/paper/news/پل-تازه/',
    );
  });

  it('leaves out lines whose fields are empty, and the blank lines around them', () => {
    expect(text({ lead: '' })).toBe('پل تازه باز شد\n\nhttps://khabar.example/paper/news/پل-تازه/');
    const template = 'سرویس: {section}\n{kicker}\n{title}\n\nمنبع: {source}\n{tags}';
    expect(text({ section: undefined, kicker: '' }, telegram, template)).toBe(
      'پل تازه باز شد\n\nمنبع: روزنگار\n#حمل_و_نقل #پل_سازی',
    );
    expect(text({ tags: ['!!'] }, telegram, '{title}\n{tags}')).toBe('پل تازه باز شد');
  });

  it('keeps fields that look like fields as they are', () => {
    expect(text({ title: '{lead} **و** {link}' }, telegram, '{title}')).toBe('\u200F{lead} **و** {link}');
  });

  it('shortens the lead below a picture between words, and keeps the link', () => {
    const message = text({ lead: 'واژه '.repeat(2000) }, telegram, defaultTemplate, true);
    expect(message.length).toBeLessThanOrEqual(1024);
    expect(message.length).toBeGreaterThan(1000);
    expect(message).toMatch(/واژه…\n\nhttps:\S+\/$/);
  });

  it('shortens the headline only where nothing else is left', () => {
    const title = 'تیتر '.repeat(1000).trim();
    const message = text({ title, kicker: 'روتیتر' }, telegram, '{kicker}\n{title}\n{lead}\n{link}', true);
    expect(message).toMatch(/^تیتر تیتر .*تیتر…\nhttps:\S+$/s);
    expect(message.length).toBeLessThanOrEqual(1024);
  });

  it('counts a link of Mastodon as 23 characters, however long', () => {
    const long = `https://khabar.example/news/${'a'.repeat(400)}/`;
    const lead = 'ا'.repeat(500);
    const message = text({ url: long, lead }, mastodon);
    expect(message).toContain(long);
    expect(countGraphemes(message.replace(long, 'x'.repeat(23)))).toBe(500);
    expect(text({ lead }, { ...mastodon, limit: 5000 })).toContain(lead);
  });

  it('shortens what it says of a link on Bluesky, which leads to the whole address', () => {
    const pieces = composeMessage(
      article({ url: `https://khabar.example/news/${'a'.repeat(90)}/` }),
      bluesky,
      '{link}',
      true,
    );
    expect(pieces).toEqual([
      { text: `khabar.example/news/${'a'.repeat(19)}…`, url: `https://khabar.example/news/${'a'.repeat(90)}/` },
    ]);
  });

  it('drops marks that would turn the text, and isolates what the algorithm would misplace', () => {
    expect(text({ title: 'خبر \u202Eوارونه\u2066 و\u200F ناتمام' }, telegram, '{title}')).toBe('خبر وارونه و ناتمام');
    expect(text({ title: 'زبان C++ و کتاب' }, telegram, '{title}')).toBe('زبان \u2066C++\u2069 و کتاب');
  });

  it('makes a line right-to-left that begins with a Latin word, and leaves a Latin one alone', () => {
    expect(text({ title: 'FIFA میزبان را برگزید' }, telegram, '{title}')).toBe('\u200FFIFA میزبان را برگزید');
    expect(text({ title: 'Hello world' }, telegram, '{title}')).toBe('Hello world');
    expect(text({}, telegram, '{title}\n{link}').endsWith('\nhttps://khabar.example/paper/news/پل-تازه/')).toBe(true);
  });

  it('fits everywhere, splits no character, and keeps the link, whatever the text', () => {
    const word = fc.constantFrom(
      'خبر',
      'نیمه‌شب',
      '👩‍👩‍👧‍👦',
      '🇮🇷',
      'C++',
      '<b>',
      '&amp;',
      '«',
      '»',
      '\u2066',
      '\u202E',
      'é',
      'ک'.repeat(700),
    );
    const prose = fc.array(word, { maxLength: 700 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        prose,
        prose,
        fc.constantFrom(telegram, mastodon, bluesky),
        fc.boolean(),
        (title, lead, channel, below) => {
          const pieces = composeMessage(article({ title: `ت ${title}`, lead }), channel, defaultTemplate, below);
          const message = textOfPieces(pieces);
          if (channel === telegram) expect(message.length).toBeLessThanOrEqual(below ? 1024 : 4096);
          if (channel === mastodon) {
            expect(countGraphemes(message.replace(/https:\S+/, 'x'.repeat(23)))).toBeLessThanOrEqual(500);
          }
          if (channel === bluesky) expect(countGraphemes(message)).toBeLessThanOrEqual(300);
          expect(message.isWellFormed()).toBe(true);
          expect(pieces.at(-1)!.url).toBe(url);
          expect(message.replace(/\u2066[^\u2066\u2069\n]*\u2069/g, '')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
        },
      ),
      { seed: 1405, numRuns: countRuns(60, 600) },
    );
  });
});

describe('writeTelegramHtml', () => {
  it('escapes what Telegram would read as markup, and only that', () => {
    const pieces = composeMessage(
      article({ title: '<script>"a" & \'b\'', lead: '۱ < ۲' }),
      telegram,
      defaultTemplate,
      false,
    );
    expect(writeTelegramHtml(pieces)).toMatch(/^<b>.*&lt;script&gt;.*"a".* &amp; 'b'.*<\/b>\n\n۱ &lt; ۲\n\nhttps/s);
  });
});

describe('findFacets', () => {
  it('counts bytes of UTF-8, as Bluesky does', () => {
    const pieces = composeMessage(article({ title: 'پل 👩‍👩‍👧 باز' }), bluesky, '{title}\n{tags}\n{link}', true);
    const bytes = new TextEncoder().encode(textOfPieces(pieces));
    const shown = findFacets(pieces).map(({ index: { byteStart, byteEnd }, features: [feature] }) => [
      new TextDecoder().decode(bytes.subarray(byteStart, byteEnd)),
      feature,
    ]);
    expect(shown).toEqual([
      ['#حمل_و_نقل', { $type: 'app.bsky.richtext.facet#tag', tag: 'حمل_و_نقل' }],
      ['#پل_سازی', { $type: 'app.bsky.richtext.facet#tag', tag: 'پل_سازی' }],
      ['khabar.example/paper/news/پل-تازه', { $type: 'app.bsky.richtext.facet#link', uri: url }],
    ]);
  });
});

describe('makeTid', () => {
  it('is as AT Protocol wants it, and sorts by time', () => {
    const [one, two] = [makeTid(Date.UTC(2026, 10, 29), 4_294_967_295), makeTid(Date.UTC(2026, 10, 30), 0)];
    expect(one).toMatch(/^[2-7a-j][2-7a-z]{12}$/);
    expect(one < two).toBe(true);
    expect(makeTid(Date.UTC(2026, 10, 29), 7)).toBe(makeTid(Date.UTC(2026, 10, 29), 7));
  });
});
