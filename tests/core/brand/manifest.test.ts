import { describe, expect, it } from 'vitest';
import { brandUrl, fileUrl, iconFiles, iconUrl } from '../../../src/core/brand/icons.ts';
import { writeManifest } from '../../../src/core/brand/manifest.ts';
import { wordmarkText } from '../../../src/core/config/brand.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { config } from '../../fixtures/sample/config.ts';

const urls = createUrls('https://example.org/khabar');

describe('the manifest', () => {
  it('is that of a Persian newspaper below its path', () => {
    const manifest = JSON.parse(writeManifest({ config, urls }));
    expect(manifest).toMatchObject({
      lang: 'fa',
      dir: 'rtl',
      start_url: '/khabar/',
      scope: '/khabar/',
      name: config.name,
    });
    expect(manifest.icons.map(({ src, purpose }: Record<string, string>) => [src, purpose])).toEqual([
      ['/khabar/favicon.svg', undefined],
      ['/khabar/icons/192.png', undefined],
      ['/khabar/icons/512.png', undefined],
      ['/khabar/icons/maskable.png', 'maskable'],
    ]);
  });

  it('has the short name and the colours of the brand', () => {
    const branded = {
      ...config,
      brand: { wordmark: 'نما' },
      colours: { paper: '#fff8f0' },
      foundBrand: { hasVectorIcon: false },
    };
    const manifest = JSON.parse(writeManifest({ config: branded, urls }));
    expect(manifest).toMatchObject({ short_name: 'نما', theme_color: '#fff8f0', background_color: '#fff8f0' });
    expect(manifest.icons).toHaveLength(3);
  });
});

describe('pictures of the brand', () => {
  it('have addresses that change with their bytes', () => {
    const picture = { path: '/brand/نشان ما.svg', width: 1, height: 1, version: 'abc' };
    expect(brandUrl(urls, picture)).toBe('/khabar/brand/%D9%86%D8%B4%D8%A7%D9%86%20%D9%85%D8%A7.svg?abc');
  });

  it('give the best icon', () => {
    expect(iconUrl({}, urls)).toEqual({ url: '/khabar/favicon.svg', type: 'image/svg+xml' });
    expect(iconUrl({ foundBrand: { hasVectorIcon: false } }, urls)).toEqual({
      url: fileUrl(urls, iconFiles.large),
      type: 'image/png',
    });
  });

  it('are not texts', () => {
    expect(
      ['نما', '/brand/nama.svg', undefined].map((wordmark) => wordmarkText({ name: 'نام', brand: { wordmark } })),
    ).toEqual(['نما', 'نام', 'نام']);
  });
});
