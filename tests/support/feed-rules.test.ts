import { describe, expect, it } from 'vitest';
import { siteFeed } from '../../src/core/feeds/rss.ts';
import { makeArticle, makeSite } from './make-site.ts';
import { checkFeed } from './feed-rules.ts';

const now = Date.UTC(2026, 0, 1);
const sound = await siteFeed(
  makeSite([
    makeArticle({ slug: 'a', tags: ['آب'], video: { title: 'فیلم', src: '/v.mp4' } }),
    makeArticle({ slug: 'b' }),
  ]),
);

describe('the rules of feeds', () => {
  it('accept a valid feed', () => {
    expect(checkFeed(sound, 'https://example.org/rss.xml', now)).toEqual([]);
  });

  it.each<[rule: string, from: string | RegExp, to: string]>([
    ['MissingAtomSelfLink', /<atom:link [^>]*rel="self"[^>]*>/, ''],
    ['SelfDoesntMatchLocation', 'href="https://example.org/rss.xml"', 'href="https://example.org/feed/"'],
    ['UnregisteredAtomLinkRel', '<item>', '<atom:link href="https://a.example/" rel="push"/><item>'],
    ['MisplacedItem', '</channel>', '<ttl>60</ttl></channel>'],
    ['MissingElement', /<language>.*<\/language>/, ''],
    ['DuplicateElement', '<language>', '<language>en</language><language>'],
    ['UndefinedElement', '<item>', '<item><author>x</author>'],
    ['UnknownNamespace', 'xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:dc="https://example.org/"'],
    ['DuplicateValue', '/news/b/</guid>', '/news/a/</guid>'],
    ['InvalidFullLink', '<link>https://example.org/news/a/', '<link>https://example.org/news/آب/'],
    ['InvalidURLAttribute', '<enclosure url="https://example.org/v.mp4"', '<enclosure url="/v.mp4"'],
    ['InvalidIntegerAttribute', 'length="0"', 'length=""'],
    ['InvalidMIMEAttribute', ' type="video/mp4"', ' type="video"'],
    ['InvalidPositiveInteger', 'medium="video"', 'medium="video" fileSize="0"'],
    ['NeedDescriptionBeforeContent', /<description>چکیده[^<]*<\/description>/, ''],
    ['InvalidRFC2822Date', /<pubDate>[^<]*/, '<pubDate>2025-10-16T10:30:00+03:30'],
    ['IncorrectDOW', /<pubDate>..., /, '<pubDate>Mon, '],
    ['ImplausibleDate', /(<lastBuildDate>..., \d+ ...) \d+/, '<lastBuildDate>Sun, 16 Oct 2044'],
    ['BadCharacters', '<category>آ', '<category>\u0085آ'],
    ['CharacterData', '<category>آ', '<category>&amp;آ'],
    ['ContainsHTML', '<category>آ', '<category>&#x3C;b>&#x3C;/b>آ'],
    ['NotHtml', '&lt;p&gt;', '&lt;p&gt;&lt;p&gt;a &lt; b'],
    ['SecurityRisk video', '&lt;p&gt;', '&lt;video&gt;&lt;/video&gt;&lt;p&gt;'],
    ['SecurityRiskAttr onclick', '&lt;p&gt;', '&lt;p onclick=&quot;x&quot;&gt;'],
    ['ContainsRelRef', '&lt;p&gt;', '&lt;p&gt;&lt;a href=&quot;/x&quot;&gt;x&lt;/a&gt;'],
  ])('find %s', (rule, from, to) => {
    const broken = sound.replace(from, to);
    expect(broken).not.toBe(sound);
    expect(checkFeed(broken, 'https://example.org/rss.xml', now).join('\n')).toContain(rule);
  });

  it.each(['<a', 'a & b', '&nbsp;', '</item>'])('reject what is not well-formed: %s', (text) => {
    expect(() =>
      checkFeed(sound.replace('<category>', `<category>${text}`), 'https://example.org/rss.xml', now),
    ).toThrow();
  });
});
