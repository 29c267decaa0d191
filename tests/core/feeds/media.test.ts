import { describe, expect, it } from 'vitest';
import { imageOf, mimeType, videoOf } from '../../../src/core/feeds/media.ts';
import type { SiteArticle } from '../../../src/core/site/site.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const urls = createUrls('https://example.org/paper');
const articleOf = (fields: Parameters<typeof makeArticle>[0]): SiteArticle =>
  makeSite([makeArticle({ slug: 'a', ...fields })], { url: 'https://example.org/paper' }).articles[0]!;

describe('imageOf', () => {
  const image = { src: '/paper/files/a%20b.jpg', alt: 'شهر', width: 40, height: 30, bytes: 900 };

  it('describes a picture by its absolute address, type, size and words', () => {
    expect(imageOf(urls, articleOf({ image: { ...image, caption: 'شهر در شب', credit: 'ایسنا' } }))).toEqual({
      medium: 'image',
      url: 'https://example.org/paper/files/a%20b.jpg',
      type: 'image/jpeg',
      title: 'شهر در شب',
      description: 'شهر',
      credit: 'ایسنا',
      width: 40,
      height: 30,
      bytes: 900,
    });
  });

  it('names it by its alternative text where it has no caption', () => {
    expect(imageOf(urls, articleOf({ image }))).toMatchObject({ title: 'شهر', description: 'شهر' });
  });

  it('is nothing for an article without one', () => expect(imageOf(urls, articleOf({}))).toBeUndefined());
});

describe('videoOf', () => {
  const video = { src: '/paper/media/a.mp4', title: 'فیلم', bytes: 5 };

  it('describes a film by its file and its still', () => {
    expect(videoOf(urls, articleOf({ video: { ...video, poster: '/paper/files/a.png' } }))).toEqual({
      medium: 'video',
      url: 'https://example.org/paper/media/a.mp4',
      type: 'video/mp4',
      title: 'فیلم',
      bytes: 5,
      thumbnail: 'https://example.org/paper/files/a.png',
    });
    expect(videoOf(urls, articleOf({ video }))!.thumbnail).toBeUndefined();
  });

  it('is nothing for a film on the page of a host, nor without any', () => {
    expect(videoOf(urls, articleOf({ video: { title: 'فیلم' } as never }))).toBeUndefined();
    expect(videoOf(urls, articleOf({}))).toBeUndefined();
  });
});

describe('mimeType', () => {
  it.each([
    ['https://example.org/a.JPG', 'image/jpeg'],
    ['https://example.org/a.png?x=1.gif#b.mp4', 'image/png'],
    ['https://example.org/list.m3u8', 'application/vnd.apple.mpegurl'],
    ['https://example.org/a.tar.webp', 'image/webp'],
    ['https://example.org/a', undefined],
    ['https://example.org.png', undefined],
    ['https://example.org/a.exe', undefined],
    ['https://example.org/a.png/', undefined],
    ['a.png', undefined],
  ])('of %s is %s', (url, type) => expect(mimeType(url)).toBe(type));
});
