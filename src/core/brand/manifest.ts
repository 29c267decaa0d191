import { sitePalette } from '../colours/palette.ts';
import { wordmarkText } from '../config/brand.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Urls } from '../urls.ts';
import { fileUrl, type IconFile, iconFiles, iconUrl } from './icons.ts';

/** Write the manifest by which a site can be put on a home screen (W3C Web Application Manifest). */
export function writeManifest({ config, urls }: { config: SiteConfig; urls: Urls }): string {
  const { paper } = sitePalette(config).light;
  const icon = (file: IconFile, purpose?: 'maskable'): object => ({
    src: fileUrl(urls, file),
    sizes: `${file.size}x${file.size}`,
    type: 'image/png',
    ...(purpose && { purpose }),
  });
  const vector = iconUrl(config, urls);
  const manifest = {
    id: urls.page(),
    name: config.name,
    short_name: wordmarkText(config),
    description: config.description,
    lang: 'fa',
    dir: 'rtl',
    start_url: urls.page(),
    scope: urls.page(),
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    categories: ['news'],
    icons: [
      ...(vector.type === 'image/svg+xml' ? [{ src: vector.url, sizes: 'any', type: vector.type }] : []),
      icon(iconFiles.small),
      icon(iconFiles.large),
      icon(iconFiles.maskable, 'maskable'),
    ],
    shortcuts: [
      { name: 'آخرین اخبار', url: urls.page('latest') },
      { name: 'جست‌وجو', url: urls.page('search') },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
