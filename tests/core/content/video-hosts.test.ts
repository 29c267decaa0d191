import { describe, expect, it } from 'vitest';
import { embedOrigins, videoEmbed, videoPages } from '../../../src/core/content/video-hosts.ts';

const aparat = 'https://www.aparat.com/video/video/embed/videohash/rzn3f7q/vt/frame';
const youtube = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ';

describe('videoEmbed', () => {
  it.each([
    ['https://www.aparat.com/v/rzn3f7q', aparat],
    ['https://aparat.com/v/rzn3f7q/', aparat],
    ['https://www.aparat.com/v/rzn3f7q/%D9%81%DB%8C%D9%84%D9%85?playlist=1', aparat],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', youtube],
    ['https://m.youtube.com/watch?list=x&v=dQw4w9WgXcQ', youtube],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', youtube],
    ['https://youtube.com/shorts/dQw4w9WgXcQ', youtube],
    ['https://www.youtube.com/live/dQw4w9WgXcQ', youtube],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ', youtube],
    ['https://youtu.be/dQw4w9WgXcQ?t=90', `${youtube}?start=90`],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1h2m3s', `${youtube}?start=3723`],
    ['https://youtu.be/dQw4w9WgXcQ?t=soon', youtube],
  ])('finds the player of %s', (page, player) => {
    expect(videoEmbed(page)).toBe(player);
  });

  it.each([
    'https://www.aparat.com/',
    'https://www.aparat.com/shahrnama',
    'https://www.aparat.com/v/a"b',
    'https://www.youtube.com/@rooznegar',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ%22%3E',
    'https://youtu.be/',
    'https://aparat.com.evil.example/v/rzn3f7q',
    'https://evil.example/watch?v=dQw4w9WgXcQ',
    'no address',
  ])('leaves %s as a link', (page) => {
    expect(videoEmbed(page)).toBeUndefined();
  });
});

describe('embedOrigins', () => {
  it('lists the origins of players of the hosts that a site allows, once each', () => {
    expect(embedOrigins(['youtube.com', 'youtu.be', 'vimeo.com'])).toEqual(['https://www.youtube-nocookie.com']);
    expect(embedOrigins(['aparat.com', 'youtu.be'])).toEqual([new URL(aparat).origin, new URL(youtube).origin]);
    expect(embedOrigins([])).toEqual([]);
  });
});

describe('videoPages', () => {
  it.each([
    ['https://www.aparat.com/video/video/embed/videohash/rzn3f7q/vt/frame', 'https://www.aparat.com/v/rzn3f7q'],
    ['https://www.aparat.com/embed/rzn3f7q?data[rnddiv]=1&data[responsive]=yes', 'https://www.aparat.com/v/rzn3f7q'],
    ['//aparat.com/embed/rzn3f7q', 'https://www.aparat.com/v/rzn3f7q'],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?si=x', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['http://www.youtube.com/v/dQw4w9WgXcQ&hl=en', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?start=90', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90'],
  ])('finds the page of %s', (embed, page) => {
    const pages = videoPages(embed);
    expect(pages[0]).toBe(page);
    expect(new Set(pages.map(videoEmbed)).size).toBe(1);
    expect(videoEmbed(page)).toBeDefined();
  });

  it.each([
    'https://www.aparat.com/embed/',
    'https://aparat.com.evil.example/embed/rzn3f7q',
    'https://www.youtube.com/embed/videoseries?list=x',
    'https://evil.example/embed/dQw4w9WgXcQ',
    'embed/rzn3f7q',
    'javascript:alert(1)',
    'https://[',
    '',
  ])('knows no page of «%s»', (embed) => {
    expect(videoPages(embed)).toEqual([]);
  });
});
